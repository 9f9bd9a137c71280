package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** The rules of a text in the dialog. Settings that are loaded are not checked against them. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /** @return what an empty field shows */
    String placeholder() default "";

    /** @return a class with a constructor without arguments; by default there is no pattern */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /** @return a class with a constructor without arguments; by default there is no smallest length */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;
}
