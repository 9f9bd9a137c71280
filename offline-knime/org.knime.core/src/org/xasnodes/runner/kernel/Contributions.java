package org.xasnodes.runner.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataValue;
import org.knime.core.data.renderer.DataValueRendererFactory;

/**
 * What plug-ins contribute to KNIME's extension points. Without a running extension registry there are no
 * contributions but those registered here by hand, as tests do.
 */
public final class Contributions {

    /** A contributed renderer factory, and whether it asks to be the default. */
    public record Renderer(DataValueRendererFactory factory, boolean suggested) {
    }

    private static final Map<Class<?>, Optional<DataCellSerializer<?>>> SERIALIZERS = new ConcurrentHashMap<>();

    private static final Map<Class<?>, List<Renderer>> RENDERERS = new ConcurrentHashMap<>();

    private Contributions() {
    }

    /**
     * @param pointId full id of an extension point
     * @return the top elements of all contributions to it
     */
    public static List<IConfigurationElement> elements(final String pointId) {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        return registry == null ? List.of() : Arrays.asList(registry.getConfigurationElementsFor(pointId));
    }

    /**
     * @param <T> what it makes
     * @param type what it makes
     * @param element a contribution
     * @param attribute the attribute with the class name
     * @return an instance, made with the class loader of the contributing bundle
     * @throws IllegalStateException if the class is missing, is of another type, or its constructor fails
     */
    public static <T> T create(final Class<T> type, final IConfigurationElement element, final String attribute) {
        try {
            return type.cast(element.createExecutableExtension(attribute));
        } catch (CoreException | ClassCastException e) {
            throw new IllegalStateException("The " + element.getName() + " contributed by bundle "
                + element.getContributor().getName() + " cannot be used, " + attribute + " = \""
                + element.getAttribute(attribute) + "\": " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked")
    public static <T extends DataCell> Optional<DataCellSerializer<T>> serializer(final Class<T> cellClass) {
        return SERIALIZERS.computeIfAbsent(cellClass, c -> contributedSerializer(c.getName()))
            .map(s -> (DataCellSerializer<T>)s);
    }

    private static Optional<DataCellSerializer<?>> contributedSerializer(final String cellClass) {
        for (final IConfigurationElement type : elements("org.knime.core.DataType")) {
            for (final IConfigurationElement serializer : type.getChildren("serializer")) {
                if (cellClass.equals(serializer.getAttribute("cellClass"))) {
                    return Optional.of(create(DataCellSerializer.class, serializer, "serializerClass"));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * @param cellClassName name of a cell class
     * @return the class, loaded by the bundle that contributes its data type; empty if none does
     */
    public static Optional<Class<? extends DataCell>> cellClass(final String cellClassName) {
        return SERIALIZERS.keySet().stream().filter(c -> c.getName().equals(cellClassName)).findFirst()
            .map(c -> c.asSubclass(DataCell.class));
    }

    /**
     * Takes the place of a contribution to <code>org.knime.core.DataType</code>.
     *
     * @param <T> class of the cells
     * @param cellClass class of the cells
     * @param serializer their serializer
     */
    public static <T extends DataCell> void registerSerializer(final Class<T> cellClass,
        final DataCellSerializer<T> serializer) {
        SERIALIZERS.put(cellClass, Optional.of(serializer));
    }

    public static List<Renderer> renderers(final Class<? extends DataValue> valueClass) {
        return RENDERERS.computeIfAbsent(valueClass, c -> contributedRenderers(c.getName()));
    }

    private static List<Renderer> contributedRenderers(final String valueClass) {
        final List<Renderer> result = new ArrayList<>();
        for (final IConfigurationElement value : elements("org.knime.core.DataValueRenderer")) {
            if (valueClass.equals(value.getAttribute("valueClass"))) {
                for (final IConfigurationElement renderer : value.getChildren()) {
                    result.add(new Renderer(
                        create(DataValueRendererFactory.class, renderer, "rendererFactoryClass"),
                        Boolean.parseBoolean(renderer.getAttribute("suggestAsDefault"))));
                }
            }
        }
        return result;
    }

    /**
     * Takes the place of a contribution to <code>org.knime.core.DataValueRenderer</code>; must come before the value's
     * utility is first asked for renderers.
     *
     * @param valueClass the value interface
     * @param renderer its renderer
     */
    public static void registerRenderer(final Class<? extends DataValue> valueClass, final Renderer renderer) {
        RENDERERS.computeIfAbsent(valueClass, c -> new ArrayList<>(contributedRenderers(c.getName()))).add(renderer);
    }
}
