package org.knime.core.node.config;

import org.knime.core.node.config.base.ConfigBaseWO;

/** A config, to write. */
public interface ConfigWO extends ConfigBaseWO {

    Config addConfig(String key);
}
