package org.xasnodes.runner.ui;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** An object whose stored fields are read and written one after the other, in the settings given for the object. */
final class GroupStore implements ValueStore {

    private final FieldType m_type;

    private final List<ParameterField> m_fields;

    GroupStore(final FieldType type) {
        m_type = type;
        m_fields = ParameterField.of(type);
    }

    /** A store is looked up when its field has its turn: what comes before a type that cannot be stored is saved. */
    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        for (final ParameterField field : m_fields) {
            final Object fieldValue = field.get(value);
            Stores.ofField(field).save(fieldValue, settings);
        }
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final Object loaded = newInstance(m_type.raw());
        for (final ParameterField field : m_fields) {
            field.set(loaded, Stores.ofField(field).load(settings));
        }
        return loaded;
    }

    /** Calls the constructor without arguments. */
    static Object newInstance(final Class<?> type) {
        try {
            final Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true); // NOSONAR parameters need not be public
            return constructor.newInstance();
        } catch (final NoSuchMethodException ex) {
            throw new IllegalArgumentException(
                "The provided Persistable '" + type + "' don't provide an empty constructor.", ex);
        } catch (final InvocationTargetException ex) {
            throw new IllegalStateException("The empty constructor of '" + type + "' raised an exception.", ex);
        } catch (final InstantiationException | IllegalAccessException ex) {
            throw new IllegalStateException("No object of '" + type + "' can be made.", ex);
        }
    }
}
