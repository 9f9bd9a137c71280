package org.knime.core.node.config.base;

import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.runner.kernel.SettingsKernel;

/** Opens what this package keeps to itself to the kernel. */
final class SettingsAccess extends SettingsKernel.Access {

    static {
        SettingsKernel.install(new SettingsAccess());
    }

    @Override
    protected boolean setText(final ConfigBase config, final String key, final String text)
        throws InvalidSettingsException {
        final AbstractConfigEntry entry = config.getEntry(key);
        if (!(entry instanceof ValueEntry)) {
            return false;
        }
        final ValueEntry value = (ValueEntry)entry;
        if (value.kind() == ValueEntry.Kind.xboolean && !"true".equals(text) && !"false".equals(text)) {
            throw new InvalidSettingsException("\"" + key + "\" must be true or false, not \"" + text + "\".");
        }
        try {
            config.put(new ValueEntry(key, value.kind(), value.kind().parse(text)));
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(
                "\"" + text + "\" is no value for \"" + key + "\" (" + value.typeName() + ").", e);
        }
        return true;
    }

    @Override
    protected String typeOf(final ConfigBase config, final String key) {
        final AbstractConfigEntry entry = config.getEntry(key);
        return entry == null ? null : entry.typeName();
    }
}
