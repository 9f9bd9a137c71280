package org.knime.core.node.port;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.eclipse.core.runtime.IConfigurationElement;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.xasnodes.runner.kernel.Contributions;

/**
 * The port types: tables, any port object, and what plug-ins contribute to <code>org.knime.core.PortType</code>. A
 * class that is not registered gets the type of its nearest registered super class.
 */
public final class PortTypeRegistry {

    private static final String POINT = "org.knime.core.PortType";

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    /** A registered type with its serializers, which are null for tables and for any port object. */
    private record Entry(PortType type, PortObjectSerializer<?> objects, PortObjectSpecSerializer<?> specs) {
    }

    private final Map<String, Entry> m_entries = new ConcurrentHashMap<>();

    private PortTypeRegistry() {
        register(PortObject.class, PortObjectSpec.class, "Generic Port", PortType.DEFAULT_COLOR);
        register(BufferedDataTable.class, DataTableSpec.class, "Table", 0);
    }

    private void register(final Class<? extends PortObject> objects, final Class<? extends PortObjectSpec> specs,
        final String name, final int color) {
        m_entries.put(objects.getName(),
            new Entry(new PortType(objects, specs, false, name, color, false), null, null));
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    /**
     * @param objectClassName name of a class of port objects
     * @return its registration; contributed ones are read when first asked for
     */
    private Entry entry(final String objectClassName) {
        final Entry known = m_entries.get(objectClassName);
        if (known != null) {
            return known;
        }
        for (final IConfigurationElement element : Contributions.elements(POINT)) {
            if (objectClassName.equals(element.getAttribute("objectClass"))) {
                return m_entries.computeIfAbsent(objectClassName, n -> read(element));
            }
        }
        return null;
    }

    private static Entry read(final IConfigurationElement element) {
        final PortObjectSerializer<?> objects =
            Contributions.create(PortObjectSerializer.class, element, "objectSerializer");
        final PortObjectSpecSerializer<?> specs = element.getAttribute("specSerializer") == null ? null
            : Contributions.create(PortObjectSpecSerializer.class, element, "specSerializer");
        final ClassLoader loader = objects.getClass().getClassLoader();
        final String color = element.getAttribute("color");
        return new Entry(new PortType(load(loader, element, "objectClass").asSubclass(PortObject.class),
            load(loader, element, "specClass").asSubclass(PortObjectSpec.class), false, element.getAttribute("name"),
            color == null ? PortType.DEFAULT_COLOR : Integer.parseInt(color.substring(1), 16),
            Boolean.parseBoolean(element.getAttribute("hidden"))), objects, specs);
    }

    private static Class<?> load(final ClassLoader loader, final IConfigurationElement element,
        final String attribute) {
        final String name = element.getAttribute(attribute);
        try {
            return loader.loadClass(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The port type \"" + element.getAttribute("name")
                + "\" contributed by bundle " + element.getContributor().getName() + " names a class, " + attribute
                + " = \"" + name + "\", that the bundle does not have.", e);
        }
    }

    void register(final PortType type, final PortObjectSerializer<?> objects,
        final PortObjectSpecSerializer<?> specs) {
        m_entries.put(type.getPortObjectClass().getName(), new Entry(type, objects, specs));
    }

    public Collection<PortType> availablePortTypes() {
        Contributions.elements(POINT).forEach(e -> entry(e.getAttribute("objectClass")));
        final List<PortType> result = new ArrayList<>();
        m_entries.values().forEach(e -> result.add(e.type()));
        return result;
    }

    public PortType getPortType(final Class<? extends PortObject> objectClass) {
        return getPortType(objectClass, false);
    }

    /**
     * @param objectClass class of port objects
     * @param optional whether a port of the type may stay unconnected
     * @return its type, or that of its nearest registered super class
     */
    public PortType getPortType(final Class<? extends PortObject> objectClass, final boolean optional) {
        final Entry own = entry(objectClass.getName());
        PortType best = own == null ? null : own.type();
        if (best == null) {
            for (final PortType candidate : availablePortTypes()) {
                if (candidate.acceptsPortObjectClass(objectClass) && (best == null || best.isSuperTypeOf(candidate))) {
                    best = candidate;
                }
            }
        }
        return optional ? best.asOptional() : best;
    }

    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        return Optional.ofNullable(entry(className)).map(e -> e.type().getPortObjectClass());
    }

    public Optional<Class<? extends PortObjectSpec>> getSpecClass(final String className) {
        return availablePortTypes().stream().<Class<? extends PortObjectSpec>> map(PortType::getPortObjectSpecClass)
            .filter(c -> c.getName().equals(className)).findFirst();
    }

    @SuppressWarnings("unchecked")
    public Optional<PortObjectSerializer<PortObject>>
        getObjectSerializer(final Class<? extends PortObject> objectClass) {
        return Optional.ofNullable(entry(objectClass.getName())).map(Entry::objects)
            .map(s -> (PortObjectSerializer<PortObject>)s);
    }

    @SuppressWarnings("unchecked")
    public Optional<PortObjectSpecSerializer<PortObjectSpec>>
        getSpecSerializer(final Class<? extends PortObjectSpec> specClass) {
        availablePortTypes();
        return m_entries.values().stream()
            .filter(e -> e.specs() != null && e.type().getPortObjectSpecClass() == specClass).findFirst()
            .map(e -> (PortObjectSpecSerializer<PortObjectSpec>)e.specs());
    }
}
