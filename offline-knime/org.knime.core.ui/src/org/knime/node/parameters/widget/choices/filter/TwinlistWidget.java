package org.knime.node.parameters.widget.choices.filter;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Shows a filter as two lists. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TwinlistWidget {

    /** @return the heading of the chosen ones; empty for the usual one */
    String includedLabel() default "";

    /** @return the heading of the others; empty for the usual one */
    String excludedLabel() default "";
}
