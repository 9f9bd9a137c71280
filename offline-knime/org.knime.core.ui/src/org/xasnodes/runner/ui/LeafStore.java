package org.xasnodes.runner.ui;

import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.filehandling.core.connections.FSCategory;
import org.knime.filehandling.core.connections.FSLocation;

/** A value of a simple type under a key, and what is stored where an {@code Optional} of it is empty. */
final class LeafStore implements ValueStore {

    private static final Map<Class<?>, Simple<?>> SIMPLE = new HashMap<>();

    static {
        add(new Simple<>(Boolean.class, NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false));
        add(new Simple<>(Byte.class, NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte)0));
        add(new Simple<>(Character.class, NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' '));
        add(new Simple<>(Integer.class, NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0));
        add(new Simple<>(Long.class, NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L));
        add(new Simple<>(Float.class, NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0f));
        add(new Simple<>(Double.class, NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0));
        add(new Simple<>(String.class, NodeSettingsRO::getString, NodeSettingsWO::addString, null));
        add(new Simple<>(boolean[].class, NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray,
            new boolean[0]));
        add(new Simple<>(int[].class, NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]));
        add(new Simple<>(long[].class, NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]));
        add(new Simple<>(double[].class, NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray,
            new double[0]));
        add(new Simple<>(String[].class, NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray,
            new String[0]));
        add(new Simple<>(FSLocation.class, LeafStore::loadLocation, LeafStore::saveLocation,
            new FSLocation(FSCategory.LOCAL, "")));
    }

    private final String m_key;

    private final Simple<Object> m_simple;

    @SuppressWarnings("unchecked") // the map and the enum give the store of the same class
    private LeafStore(final String key, final Simple<?> simple) {
        m_key = key;
        m_simple = (Simple<Object>)simple;
    }

    /**
     * @param type of the value
     * @param key under which it is stored
     * @return reads and writes it
     * @throws IllegalArgumentException if values of that type cannot be stored
     */
    static LeafStore of(final Class<?> type, final String key) {
        final Class<?> wrapper = MethodType.methodType(type).wrap().returnType();
        if (SIMPLE.containsKey(wrapper)) {
            return new LeafStore(key, SIMPLE.get(wrapper));
        }
        if (type.isEnum()) {
            return new LeafStore(key, ofConstants(type));
        }
        throw new IllegalArgumentException("No default persistor available for type '" + type + "'.");
    }

    @Override
    public Object load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return m_simple.reader().read(settings, m_key);
    }

    @Override
    public void save(final Object value, final NodeSettingsWO settings) {
        m_simple.writer().write(settings, m_key, value);
    }

    void saveEmpty(final NodeSettingsWO settings) {
        save(m_simple.empty(), settings);
    }

    private static void add(final Simple<?> simple) {
        SIMPLE.put(simple.type(), simple);
    }

    @SuppressWarnings("unchecked") // only called for enums
    private static <E extends Enum<E>> Simple<E> ofConstants(final Class<?> enumType) {
        final Class<E> type = (Class<E>)enumType;
        return new Simple<>(type, (settings, key) -> constant(type, settings.getString(key)),
            (settings, key, value) -> settings.addString(key, value == null ? null : value.name()), null);
    }

    private static <E extends Enum<E>> E constant(final Class<E> type, final String name)
        throws InvalidSettingsException {
        for (final E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw new InvalidSettingsException("Invalid value '" + name + "'. Possible values: "
            + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")));
    }

    private static FSLocation loadLocation(final NodeSettingsRO settings, final String key)
        throws InvalidSettingsException {
        final NodeSettingsRO location = settings.getNodeSettings(key);
        if (!location.getBoolean("location_present")) {
            return FSLocation.NULL;
        }
        final String category = location.getString("file_system_type");
        final String specifier = location.getString("file_system_specifier", null);
        return new FSLocation(category, specifier, location.getString("path"));
    }

    private static void saveLocation(final NodeSettingsWO settings, final String key, final FSLocation value) {
        final NodeSettingsWO location = settings.addNodeSettings(key);
        location.addBoolean("location_present", value != FSLocation.NULL);
        if (value != FSLocation.NULL) {
            location.addString("file_system_type", value.getFileSystemCategory());
            value.getFileSystemSpecifier().ifPresent(s -> location.addString("file_system_specifier", s));
            location.addString("path", value.getPath());
        }
    }

    /** How values of a class are stored. */
    private record Simple<T>(Class<T> type, Reader<T> reader, Writer<T> writer, T empty) {
    }

    private interface Reader<T> {

        T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    private interface Writer<T> {

        void write(NodeSettingsWO settings, String key, T value);
    }
}
