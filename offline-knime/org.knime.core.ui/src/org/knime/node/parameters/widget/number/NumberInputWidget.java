package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bounds of a number in the dialog. Settings that are loaded are not checked against them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /** @return the lower bound, a class with a constructor without arguments; by default that of the type */
    Class<? extends MinValidation> minValidation() default NumberInputWidgetDefaults.TypeMinimum.class;

    /** @return the upper bound, a class with a constructor without arguments; by default that of the type */
    Class<? extends MaxValidation> maxValidation() default NumberInputWidgetDefaults.TypeMaximum.class;
}
