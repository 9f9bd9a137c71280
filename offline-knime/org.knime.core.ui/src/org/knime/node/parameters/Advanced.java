package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a parameter, group or section that a dialog shows only among its advanced settings. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}
