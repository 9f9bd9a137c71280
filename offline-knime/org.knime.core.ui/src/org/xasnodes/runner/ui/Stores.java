package org.xasnodes.runner.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.node.parameters.migration.ConfigMigration;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.migration.Migrate;
import org.knime.node.parameters.migration.Migration;
import org.knime.node.parameters.migration.NodeParametersMigration;
import org.knime.node.parameters.persistence.NodeParametersPersistor;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;

/** Decides by type and annotations how a class or a field is stored. */
final class Stores {

    private Stores() {
    }

    /** How objects of a class are stored, in settings given for the object. */
    static ValueStore ofClass(final FieldType type) {
        final Persistor persistor = type.raw().getAnnotation(Persistor.class);
        final ValueStore present = persistor == null ? new GroupStore(type) : new OwnStore(persistor);
        return withMigration(present, type.raw().getAnnotation(Migration.class), new String[][]{{}});
    }

    /** How a field is stored, in settings given for the object that has it. */
    static ValueStore ofField(final ParameterField field) {
        final Optional<Persistor> persistor = field.annotation(Persistor.class);
        final Optional<Migration> migration = field.annotation(Migration.class);
        refuse(persistor.isPresent() && field.annotation(Persist.class).isPresent(), field, "@Persistor and @Persist");
        refuse(migration.isPresent() && field.annotation(Migrate.class).isPresent(), field, "@Migration and @Migrate");
        final OwnStore own = persistor.map(OwnStore::new).orElse(null);
        final String[][] paths = own == null ? new String[][]{{field.key()}} : own.paths();
        final ValueStore present = own == null ? byType(field) : own;
        final ValueStore migrating = withMigration(present, migration.orElse(null), paths);
        return defaultIfAbsent(field, paths) ? new DefaultStore(field, migrating, paths) : migrating;
    }

    private static void refuse(final boolean both, final ParameterField field, final String annotations) {
        if (both) {
            throw new IllegalStateException("The field " + field + " cannot have both " + annotations + ".");
        }
    }

    private static ValueStore byType(final ParameterField field) {
        final FieldType type = field.type();
        if (isGroup(type.raw())) {
            return new NestedStore(field.key(), ofClass(type));
        }
        final Class<?> element = type.raw().getComponentType();
        if (element != null && isGroup(element)) {
            return new NestedStore(field.key(), new ArrayStore(element, ofClass(FieldType.of(element))));
        }
        if (type.raw() == Optional.class) {
            return new OptionalStore(field.key(), LeafStore.of(type.content().raw(), field.key()));
        }
        return LeafStore.of(type.raw(), field.key());
    }

    private static boolean isGroup(final Class<?> type) {
        return Persistable.class.isAssignableFrom(type) && !type.isEnum();
    }

    private static ValueStore withMigration(final ValueStore present, final Migration migration,
        final String[][] paths) {
        if (migration == null) {
            return present;
        }
        final NodeParametersMigration<?> older = (NodeParametersMigration<?>)GroupStore.newInstance(migration.value());
        return new MigratingStore(present, List.copyOf(older.getConfigMigrations()), paths);
    }

    private static boolean defaultIfAbsent(final ParameterField field, final String[][] paths) {
        if (field.annotation(Migrate.class).map(Migrate::loadDefaultIfAbsent).orElse(false)) {
            if (paths.length == 0) {
                throw new IllegalStateException("The field " + field + " has no config paths, so that it cannot have "
                    + "@Migrate with loadDefaultIfAbsent=true.");
            }
            return true;
        }
        return paths.length > 0 && field.annotation(Migration.class).isEmpty()
            && field.owner().raw().isAnnotationPresent(LoadDefaultsForAbsentFields.class);
    }

    private static boolean anyExists(final NodeSettingsRO settings, final String[][] paths) {
        return Arrays.stream(paths).anyMatch(path -> SettingsPaths.exists(settings, List.of(path)));
    }

    /** A class or field that is stored in a way of its own. */
    private static final class OwnStore implements ValueStore {

        private final NodeParametersPersistor<Object> m_persistor;

        @SuppressWarnings("unchecked") // the author gave a persistor for the type of the field
        OwnStore(final Persistor annotation) {
            m_persistor = (NodeParametersPersistor<Object>)GroupStore.newInstance(annotation.value());
        }

        String[][] paths() {
            return m_persistor.getConfigPaths();
        }

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return m_persistor.load(settings);
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            m_persistor.save(value, settings);
        }
    }

    /** Tries the older layouts before the present one. */
    private record MigratingStore(ValueStore present, List<ConfigMigration<?>> older, String[][] paths)
        implements ValueStore {

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            for (final ConfigMigration<?> layout : older) {
                final boolean applies = layout.getMatcher() instanceof AbsenceOfPresentSettings
                    ? !anyExists(settings, paths) : layout.getMatcher().test(settings);
                if (applies) {
                    return layout.getLoader().load(settings);
                }
            }
            return present.load(settings);
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            present.save(value, settings);
        }
    }

    /** Takes the value of a new object where the settings know nothing of the field. */
    private record DefaultStore(ParameterField field, ValueStore present, String[][] paths) implements ValueStore {

        @Override
        public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
            return anyExists(settings, paths) ? present.load(settings)
                : field.get(GroupStore.newInstance(field.owner().raw()));
        }

        @Override
        public void save(final Object value, final NodeSettingsWO settings) {
            present.save(value, settings);
        }
    }
}
