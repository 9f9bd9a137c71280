package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.base.ValueEntry.Kind;

/**
 * A config: entries and sub-configs by key, in the order they were first added. An array is a sub-config with the
 * entry <code>array-size</code> and one entry per position; a null array is an empty sub-config.
 */
public abstract class ConfigBase extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1;

    private static final String ARRAY_SIZE = "array-size";

    private final Map<String, AbstractConfigEntry> m_entries = new LinkedHashMap<>();

    public ConfigBase(final String key) {
        super(key);
    }

    /**
     * @param key key of the new config
     * @return an empty config of the same class
     */
    public abstract ConfigBase getInstance(String key);

    protected void put(final AbstractConfigEntry entry) {
        m_entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    protected AbstractConfigEntry get(final String key) {
        return m_entries.get(key);
    }

    public AbstractConfigEntry getEntry(final String key) {
        return m_entries.get(key);
    }

    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    public final AbstractConfigEntry removeConfig(final String key) {
        return m_entries.remove(key);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase config = getInstance(key);
        put(config);
        return config;
    }

    protected final void addConfigBase(final ConfigBase config) {
        if (getClass() != config.getClass()) {
            throw new IllegalArgumentException("This " + getClass() + " is not equal to " + config.getClass());
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        final AbstractConfigEntry entry = m_entries.get(key);
        if (entry instanceof ConfigBase) {
            return (ConfigBase)entry;
        }
        throw absent("ConfigBase", key);
    }

    private static InvalidSettingsException absent(final String what, final String key) {
        return new InvalidSettingsException(what + " for key \"" + key + "\" not found.");
    }

    private void set(final String key, final Kind kind, final Object value) {
        put(new ValueEntry(key, kind, value));
    }

    private ValueEntry find(final String key, final Kind kind) {
        final AbstractConfigEntry entry = m_entries.get(key);
        return entry instanceof ValueEntry && ((ValueEntry)entry).kind() == kind ? (ValueEntry)entry : null;
    }

    private Object require(final String key, final Kind kind, final String what) throws InvalidSettingsException {
        final ValueEntry entry = find(key, kind);
        if (entry == null) {
            throw absent(what, key);
        }
        return entry.value();
    }

    private Object orElse(final String key, final Kind kind, final Object def) {
        final ValueEntry entry = find(key, kind);
        return entry == null ? def : entry.value();
    }

    private void setArray(final String key, final Kind kind, final Object values) {
        final ConfigBase config = addConfigBase(key);
        if (values != null) {
            final int size = Array.getLength(values);
            config.addInt(ARRAY_SIZE, size);
            for (int i = 0; i < size; i++) {
                config.set(Integer.toString(i), kind, Array.get(values, i));
            }
        }
    }

    private Object requireArray(final String key, final Kind kind, final Class<?> type, final String what)
        throws InvalidSettingsException {
        final ConfigBase config = getConfigBase(key);
        final int size = config.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        if (size < 0 || size > config.m_entries.size()) {
            throw absent(what, Integer.toString(config.m_entries.size() - 1));
        }
        final Object result = Array.newInstance(type, size);
        for (int i = 0; i < size; i++) {
            Array.set(result, i, config.require(Integer.toString(i), kind, what));
        }
        return result;
    }

    @Override
    public boolean containsKey(final String key) {
        return m_entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(m_entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        final ConfigBase target = (ConfigBase)dest;
        for (final AbstractConfigEntry entry : m_entries.values()) {
            if (entry instanceof ConfigBase) {
                ((ConfigBase)entry).copyTo(target.addConfigBase(entry.getKey()));
            } else {
                final ValueEntry value = (ValueEntry)entry;
                target.set(value.getKey(), value.kind(), value.value());
            }
        }
    }

    @Override
    String typeName() {
        return "config";
    }

    @Override
    boolean sameValue(final AbstractConfigEntry other) {
        return m_entries.equals(((ConfigBase)other).m_entries);
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public int getChildCount() {
        return m_entries.size();
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return m_entries.values().stream().skip(index).findFirst().orElse(null);
    }

    @Override
    public final boolean isLeaf() {
        return m_entries.isEmpty();
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(Collections.<TreeNode> unmodifiableCollection(m_entries.values()));
    }

    /**
     * Writes this config as a settings file and closes the stream.
     *
     * @param out where to write
     * @throws IOException if writing fails
     */
    @Override
    public final void saveToXML(final OutputStream out) throws IOException {
        SettingsXml.write(this, out);
    }

    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        SettingsXml.read(config, in);
        return config;
    }

    @Override
    public void addTransientString(final String key, final String value) {
        set(key, Kind.xtransientstring, value);
    }

    @Override
    public String getTransientString(final String key) {
        return (String)orElse(key, Kind.xtransientstring, null);
    }

    @Override
    public void addInt(final String key, final int value) {
        set(key, Kind.xint, value);
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (int)require(key, Kind.xint, "Int");
    }

    @Override
    public int getInt(final String key, final int def) {
        return (int)orElse(key, Kind.xint, def);
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        setArray(key, Kind.xint, values);
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        return (int[])requireArray(key, Kind.xint, int.class, "Int");
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDouble(final String key, final double value) {
        set(key, Kind.xdouble, value);
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (double)require(key, Kind.xdouble, "Double");
    }

    @Override
    public double getDouble(final String key, final double def) {
        return (double)orElse(key, Kind.xdouble, def);
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        setArray(key, Kind.xdouble, values);
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        return (double[])requireArray(key, Kind.xdouble, double.class, "Double");
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloat(final String key, final float value) {
        set(key, Kind.xfloat, value);
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return (float)require(key, Kind.xfloat, "Float");
    }

    @Override
    public float getFloat(final String key, final float def) {
        return (float)orElse(key, Kind.xfloat, def);
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        setArray(key, Kind.xfloat, values);
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        return (float[])requireArray(key, Kind.xfloat, float.class, "Float");
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addChar(final String key, final char value) {
        set(key, Kind.xchar, value);
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (char)require(key, Kind.xchar, "Char");
    }

    @Override
    public char getChar(final String key, final char def) {
        return (char)orElse(key, Kind.xchar, def);
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        setArray(key, Kind.xchar, values);
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        return (char[])requireArray(key, Kind.xchar, char.class, "Char");
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addShort(final String key, final short value) {
        set(key, Kind.xshort, value);
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return (short)require(key, Kind.xshort, "Short");
    }

    @Override
    public short getShort(final String key, final short def) {
        return (short)orElse(key, Kind.xshort, def);
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        setArray(key, Kind.xshort, values);
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        return (short[])requireArray(key, Kind.xshort, short.class, "Short");
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLong(final String key, final long value) {
        set(key, Kind.xlong, value);
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (long)require(key, Kind.xlong, "Long");
    }

    @Override
    public long getLong(final String key, final long def) {
        return (long)orElse(key, Kind.xlong, def);
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        setArray(key, Kind.xlong, values);
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        return (long[])requireArray(key, Kind.xlong, long.class, "Long");
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByte(final String key, final byte value) {
        set(key, Kind.xbyte, value);
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return (byte)require(key, Kind.xbyte, "Byte");
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return (byte)orElse(key, Kind.xbyte, def);
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        setArray(key, Kind.xbyte, values);
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        return (byte[])requireArray(key, Kind.xbyte, byte.class, "Byte");
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        set(key, Kind.xboolean, value);
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (boolean)require(key, Kind.xboolean, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return (boolean)orElse(key, Kind.xboolean, def);
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        setArray(key, Kind.xboolean, values);
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        return (boolean[])requireArray(key, Kind.xboolean, boolean.class, "Boolean");
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        set(key, Kind.xstring, value);
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)require(key, Kind.xstring, "String");
    }

    @Override
    public String getString(final String key, final String def) {
        return (String)orElse(key, Kind.xstring, def);
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        setArray(key, Kind.xstring, values);
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        return (String[])requireArray(key, Kind.xstring, String.class, "String");
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }
}
