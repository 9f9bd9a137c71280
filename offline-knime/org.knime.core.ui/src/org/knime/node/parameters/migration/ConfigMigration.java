package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.knime.core.node.NodeSettingsRO;
import org.xasnodes.runner.ui.AbsenceOfPresentSettings;
import org.xasnodes.runner.ui.SettingsPaths;

/**
 * One older layout of a value: how to recognise it and how to read it.
 *
 * @param <T> the type of the value
 */
public final class ConfigMigration<T> {

    private final Predicate<NodeSettingsRO> m_matcher;

    private final ParametersLoader<T> m_loader;

    private ConfigMigration(final Predicate<NodeSettingsRO> matcher, final ParametersLoader<T> loader) {
        m_matcher = matcher;
        m_loader = loader;
    }

    /** @return what reads the older layout */
    public ParametersLoader<T> getLoader() {
        return m_loader;
    }

    /** @return what recognises the older layout */
    public Predicate<NodeSettingsRO> getMatcher() {
        return m_matcher;
    }

    /**
     * @param <T> the type of the value
     * @param loader reads the older layout
     * @return a builder
     */
    public static <T> Builder<T> builder(final ParametersLoader<T> loader) {
        return new Builder<>(loader);
    }

    /**
     * Collects what belongs to an older layout. Without a matcher it is recognised by its deprecated paths, all of
     * which must exist; without those, by the absence of the present settings.
     *
     * @param <T> the type of the value
     */
    public static final class Builder<T> {

        private final ParametersLoader<T> m_loader;

        private final List<List<String>> m_deprecatedPaths = new ArrayList<>();

        private Predicate<NodeSettingsRO> m_matcher;

        /** @param loader reads the older layout */
        public Builder(final ParametersLoader<T> loader) {
            m_loader = Objects.requireNonNull(loader);
        }

        /**
         * @param configKeys the keys on the way to a setting of the older layout
         * @return this
         */
        public Builder<T> withDeprecatedConfigPath(final String... configKeys) {
            m_deprecatedPaths.add(List.of(configKeys));
            return this;
        }

        /**
         * @param matcher recognises the older layout
         * @return this
         */
        public Builder<T> withMatcher(final Predicate<NodeSettingsRO> matcher) {
            m_matcher = matcher;
            return this;
        }

        /** @return the migration */
        public ConfigMigration<T> build() {
            return new ConfigMigration<>(m_matcher == null ? matcherByPaths() : m_matcher, m_loader);
        }

        private Predicate<NodeSettingsRO> matcherByPaths() {
            if (m_deprecatedPaths.isEmpty()) {
                return new AbsenceOfPresentSettings();
            }
            final List<List<String>> paths = List.copyOf(m_deprecatedPaths);
            return settings -> paths.stream().allMatch(path -> SettingsPaths.exists(settings, path));
        }
    }
}
