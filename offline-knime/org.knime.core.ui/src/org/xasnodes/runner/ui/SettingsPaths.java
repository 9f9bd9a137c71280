package org.xasnodes.runner.ui;

import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/** Looks whether a path of keys leads anywhere in settings. */
public final class SettingsPaths {

    private SettingsPaths() {
    }

    /**
     * @param settings where the path starts
     * @param path keys from the outermost to the innermost
     * @return whether every key is there, all but the last one holding settings again
     */
    public static boolean exists(final NodeSettingsRO settings, final List<String> path) {
        NodeSettingsRO current = settings;
        for (int i = 0; i < path.size(); i++) {
            if (!current.containsKey(path.get(i))) {
                return false;
            }
            if (i < path.size() - 1) {
                try {
                    current = current.getNodeSettings(path.get(i));
                } catch (final InvalidSettingsException ex) { // a plain value where settings are expected
                    return false;
                }
            }
        }
        return true;
    }
}
