package org.knime.node.parameters.updates;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows, hides, enables or disables a control, depending on other parameters. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Effect {

    /** What happens to the control where the condition holds; the opposite happens where it does not. */
    enum EffectType {
        /** usable */
        ENABLE,
        /** visible, but not usable */
        DISABLE,
        /** visible */
        SHOW,
        /** not visible */
        HIDE
    }

    /** @return the condition: a class with a constructor without arguments */
    Class<? extends EffectPredicateProvider> predicate();

    /** @return what happens where it holds */
    EffectType type();
}
