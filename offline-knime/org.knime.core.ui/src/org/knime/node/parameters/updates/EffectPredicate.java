package org.knime.node.parameters.updates;

import java.util.List;

/** A condition on the parameters of a dialog. */
public interface EffectPredicate {

    /**
     * @param other a second condition
     * @return holds where both hold
     */
    default EffectPredicate and(final EffectPredicate other) {
        return new CombinedPredicate.And(List.of(this, other));
    }

    /**
     * @param other a second condition
     * @return holds where at least one holds
     */
    default EffectPredicate or(final EffectPredicate other) {
        return new CombinedPredicate.Or(List.of(this, other));
    }

    /** @return holds where this does not */
    default EffectPredicate negate() {
        return new CombinedPredicate.Not(this);
    }
}
