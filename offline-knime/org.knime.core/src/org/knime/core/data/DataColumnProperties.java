package org.knime.core.data;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Text notes on a column, by key; they travel with the column. */
public final class DataColumnProperties implements Cloneable {

    private final Map<String, String> m_entries;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> entries) {
        m_entries = new LinkedHashMap<>(entries);
    }

    /**
     * @param entries entries that are added, or replace those of the same key
     * @return the extended copy
     */
    public DataColumnProperties cloneAndOverwrite(final Map<String, String> entries) {
        final DataColumnProperties result = new DataColumnProperties(m_entries);
        result.m_entries.putAll(entries);
        return result;
    }

    public boolean containsProperty(final String key) {
        return m_entries.containsKey(key);
    }

    public String getProperty(final String key) {
        return m_entries.get(key);
    }

    public String getProperty(final String key, final String def) {
        return m_entries.getOrDefault(key, def);
    }

    public Enumeration<String> properties() {
        return Collections.enumeration(m_entries.keySet());
    }

    public int size() {
        return m_entries.size();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof DataColumnProperties && ((DataColumnProperties)other).m_entries.equals(m_entries);
    }

    @Override
    public int hashCode() {
        return m_entries.hashCode();
    }

    @Override
    public String toString() {
        return m_entries.toString();
    }
}
