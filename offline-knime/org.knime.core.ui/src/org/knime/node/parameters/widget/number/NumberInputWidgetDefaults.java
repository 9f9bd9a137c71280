package org.knime.node.parameters.widget.number;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bounds of a number for which the author named none. */
final class NumberInputWidgetDefaults {

    private NumberInputWidgetDefaults() {
    }

    /** The smallest double; a narrower type narrows it where the value is stored. */
    static final class TypeMinimum extends MinValidation {

        @Override
        protected double getMin() {
            return -Double.MAX_VALUE;
        }
    }

    /** The largest double; a narrower type narrows it where the value is stored. */
    static final class TypeMaximum extends MaxValidation {

        @Override
        protected double getMax() {
            return Double.MAX_VALUE;
        }
    }
}
