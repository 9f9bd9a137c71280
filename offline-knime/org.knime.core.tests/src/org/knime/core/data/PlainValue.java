package org.knime.core.data;

import javax.swing.Icon;

/** A value interface as a plug-in would have it. */
public interface PlainValue extends DataValue {

    UtilityFactory UTILITY = new ExtensibleUtilityFactory(PlainValue.class) {
        @Override
        public Icon getIcon() {
            return null;
        }

        @Override
        public String getName() {
            return "Plain curve";
        }
    };

    double[] ys();
}
