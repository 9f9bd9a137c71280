package org.knime.core.node;

import org.knime.core.node.config.ConfigWO;

/** Content of a model, to write. */
public interface ModelContentWO extends ConfigWO {

    ModelContentWO addModelContent(String key);

    void addModelContent(ModelContent content);
}
