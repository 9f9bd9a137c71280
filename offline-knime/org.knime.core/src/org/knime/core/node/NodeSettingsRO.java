package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Settings of a node, to read. */
public interface NodeSettingsRO extends ConfigRO {

    NodeSettingsRO getNodeSettings(String key) throws InvalidSettingsException;
}
