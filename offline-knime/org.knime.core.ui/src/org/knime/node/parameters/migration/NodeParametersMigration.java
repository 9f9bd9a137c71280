package org.knime.node.parameters.migration;

import java.util.List;

/**
 * The older layouts of a value, tried in order before the present one.
 *
 * @param <T> the type of the value
 */
public interface NodeParametersMigration<T> {

    /** @return the older layouts */
    List<ConfigMigration<T>> getConfigMigrations();
}
