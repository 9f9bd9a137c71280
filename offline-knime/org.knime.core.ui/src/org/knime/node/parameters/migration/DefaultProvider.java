package org.knime.node.parameters.migration;

import java.util.List;

/**
 * A migration that gives a value where the present settings are absent.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface DefaultProvider<T> extends NodeParametersMigration<T> {

    /** @return the value to use */
    T getDefault();

    @Override
    default List<ConfigMigration<T>> getConfigMigrations() {
        return List.of(ConfigMigration.<T> builder(settings -> getDefault()).build());
    }
}
