package org.knime.core.data.renderer;

/** Several renderers of one value. */
public interface DataValueRendererFamily extends DataValueRenderer {
}
