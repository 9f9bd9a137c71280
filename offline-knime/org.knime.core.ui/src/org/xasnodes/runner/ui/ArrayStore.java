package org.xasnodes.runner.ui;

import java.lang.reflect.Array;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * An array of objects, each in settings of its own under its index; {@code null} is stored like an empty array.
 *
 * @param type the class of the elements
 * @param element reads and writes an element
 */
record ArrayStore(Class<?> type, ValueStore element) implements ValueStore {

    private static final Pattern DIGITS = Pattern.compile("\\d+");

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final int size = (int)settings.keySet().stream().filter(DIGITS.asMatchPredicate()).count();
        final Object[] array = (Object[])Array.newInstance(type, size);
        for (int i = 0; i < size; i++) {
            array[i] = element.load(settings.getNodeSettings(Integer.toString(i)));
        }
        return array;
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final Object[] array = value == null ? new Object[0] : (Object[])value;
        for (int i = 0; i < array.length; i++) {
            element.save(array[i], settings.addNodeSettings(Integer.toString(i)));
        }
    }
}
