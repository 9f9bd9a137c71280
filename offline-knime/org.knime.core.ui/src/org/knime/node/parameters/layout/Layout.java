package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Puts a parameter, or all parameters of a class, into a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /** @return the class or interface that stands for the part, such as a {@link Section} */
    Class<?> value();
}
