package org.xasnodes.runner.ui;

import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;

/**
 * The matcher of a migration that names neither a matcher nor deprecated paths: it applies where none of the paths
 * that the field uses now exists. Only {@link ParametersClass} knows these paths, so it recognises this class.
 */
public final class AbsenceOfPresentSettings implements Predicate<NodeSettingsRO> {

    @Override
    public boolean test(final NodeSettingsRO settings) {
        throw new IllegalStateException("This matcher depends on the field it migrates and cannot be asked alone.");
    }
}
