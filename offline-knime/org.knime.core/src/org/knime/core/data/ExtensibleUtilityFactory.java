package org.knime.core.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataValue.UtilityFactory;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.xasnodes.runner.kernel.Contributions;

/** A utility with a name, and renderers that plug-ins contribute to <code>org.knime.core.DataValueRenderer</code>. */
public abstract class ExtensibleUtilityFactory extends UtilityFactory {

    protected final Class<? extends DataValue> m_valueClass;

    private Map<String, DataValueRendererFactory> m_renderers;

    private String m_defaultRenderer;

    public ExtensibleUtilityFactory(final Class<? extends DataValue> valueClass) {
        m_valueClass = valueClass;
    }

    /** @return the name of the value as the user reads it */
    public abstract String getName();

    public String getGroupName() {
        return "Other";
    }

    protected String[] getLegacyNames() {
        return new String[0];
    }

    public final String getLegacyName() {
        final String[] names = getLegacyNames();
        return names == null || names.length == 0 ? getName() : names[0];
    }

    private synchronized Map<String, DataValueRendererFactory> renderers() {
        if (m_renderers == null) {
            m_renderers = new LinkedHashMap<>();
            for (final Contributions.Renderer renderer : Contributions.renderers(m_valueClass)) {
                addRendererFactory(renderer.factory(), renderer.suggested() || m_defaultRenderer == null);
            }
        }
        return m_renderers;
    }

    protected final synchronized void addRendererFactory(final DataValueRendererFactory factory,
        final boolean suggestAsDefault) {
        renderers().put(factory.getId(), factory);
        if (suggestAsDefault) {
            m_defaultRenderer = factory.getId();
        }
    }

    public Collection<DataValueRendererFactory> getAvailableRenderers() {
        return List.copyOf(renderers().values());
    }

    /** @return the renderer last suggested as default, else the first one; null if there is none */
    public DataValueRendererFactory getDefaultRenderer() {
        return renderers().get(m_defaultRenderer);
    }

    /** @return the renderers, the default one first */
    final List<DataValueRendererFactory> renderersInOrder() {
        final List<DataValueRendererFactory> result = new ArrayList<>(renderers().values());
        final DataValueRendererFactory first = getDefaultRenderer();
        if (result.remove(first)) {
            result.add(0, first);
        }
        return result;
    }
}
