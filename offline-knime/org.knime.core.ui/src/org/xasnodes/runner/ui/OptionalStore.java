package org.xasnodes.runner.ui;

import java.util.Objects;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * A value that may be missing: a second key tells whether it is there. Older settings without that key have the value.
 *
 * @param key of the value
 * @param content reads and writes the value
 */
record OptionalStore(String key, LeafStore content) implements ValueStore {

    private static final String PRESENT_SUFFIX = "_is_present";

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return settings.getBoolean(key + PRESENT_SUFFIX, true) ? Optional.ofNullable(content.load(settings))
            : Optional.empty();
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        final Optional<?> optional = (Optional<?>)Objects.requireNonNull(value, "An optional parameter is null.");
        if (optional.isPresent()) {
            content.save(optional.get(), settings);
        } else {
            content.saveEmpty(settings);
        }
        settings.addBoolean(key + PRESENT_SUFFIX, optional.isPresent());
    }
}
