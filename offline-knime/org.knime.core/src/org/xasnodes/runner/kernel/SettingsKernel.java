package org.xasnodes.runner.kernel;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigBase;

/** Edits settings the way a user writes them: a path of keys and a text. */
public final class SettingsKernel {

    /** Implemented in the package of the configs. */
    public abstract static class Access {
        /**
         * @param config a config
         * @param key key of a value
         * @param text the new value as a settings file holds it, null for a null string
         * @return false if the config has no value of that key
         * @throws InvalidSettingsException if the text is no value of the entry's type
         */
        protected abstract boolean setText(ConfigBase config, String key, String text)
            throws InvalidSettingsException;

        /**
         * @param config a config
         * @param key a key
         * @return the type as a settings file names it, null if there is no such key
         */
        protected abstract String typeOf(ConfigBase config, String key);
    }

    private static Access access;

    static {
        try {
            Class.forName("org.knime.core.node.config.base.SettingsAccess");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private SettingsKernel() {
    }

    public static void install(final Access implementation) {
        access = implementation;
    }

    /**
     * Replaces a value, which keeps its type.
     *
     * @param settings the settings
     * @param path keys from there, with slashes between them
     * @param text the new value
     * @throws InvalidSettingsException if there is no such value, or the text is none of its type; the message says
     *             which key, and what keys there are instead
     */
    public static void set(final NodeSettings settings, final String path, final String text)
        throws InvalidSettingsException {
        final String[] keys = path.split("/");
        ConfigBase config = settings;
        for (int i = 0; i < keys.length - 1; i++) {
            if (!"config".equals(access.typeOf(config, keys[i]))) {
                throw noSuch(config, keys[i], path);
            }
            config = config.getConfigBase(keys[i]);
        }
        if (!access.setText(config, keys[keys.length - 1], text)) {
            throw noSuch(config, keys[keys.length - 1], path);
        }
    }

    private static InvalidSettingsException noSuch(final ConfigBase config, final String key, final String path) {
        return new InvalidSettingsException("There is no setting \"" + key + "\" (in \"" + path + "\"); \""
            + config.getKey() + "\" has " + config.keySet() + ".");
    }

    public static String typeOf(final ConfigBase config, final String key) {
        return access.typeOf(config, key);
    }
}
