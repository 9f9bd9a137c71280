package org.knime.core.data.renderer;

import org.knime.core.data.DataColumnSpec;

/** Makes renderers of one kind. */
public interface DataValueRendererFactory {

    String getDescription();

    String getId();

    DataValueRenderer createRenderer(DataColumnSpec column);
}
