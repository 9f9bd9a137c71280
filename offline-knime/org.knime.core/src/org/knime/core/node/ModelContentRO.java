package org.knime.core.node;

import org.knime.core.node.config.ConfigRO;

/** Content of a model, to read. */
public interface ModelContentRO extends ConfigRO {

    ModelContentRO getModelContent(String key) throws InvalidSettingsException;
}
