package org.knime.node.parameters.updates;

import java.util.List;

/** Conditions made of other conditions. No dialog is shown here, so nothing evaluates them. */
final class CombinedPredicate {

    private CombinedPredicate() {
    }

    /** Holds where all parts hold. */
    record And(List<EffectPredicate> parts) implements EffectPredicate {
    }

    /** Holds where some part holds. */
    record Or(List<EffectPredicate> parts) implements EffectPredicate {
    }

    /** Holds where its part does not. */
    record Not(EffectPredicate part) implements EffectPredicate {
    }
}
