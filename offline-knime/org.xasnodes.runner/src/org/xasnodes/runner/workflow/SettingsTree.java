package org.xasnodes.runner.workflow;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

/**
 * A <code>config</code> of a settings file with the types and lines of its entries, which a loaded {@link NodeSettings}
 * no longer tells. Can be changed; {@link #toNodeSettings()} gives it to a node.
 */
public final class SettingsTree {

    /**
     * A typed value.
     *
     * @param type as in the file, for example <code>xint</code>
     * @param value the text in the file, {@code null} if it says so; unusual characters are still coded
     * @param line where it stands, 0 if it was not read from the file
     */
    public record Entry(String type, String value, int line) {

        /** @return the value without code, empty for {@code null} */
        public String text() {
            return value == null ? "" : SettingsText.decode(value);
        }
    }

    private final Path m_file;

    private final int m_line;

    private final String m_path;

    private final Map<String, Object> m_children = new LinkedHashMap<>();

    SettingsTree(final Path file, final int line, final String path) {
        m_file = file;
        m_line = line;
        m_path = path;
    }

    /** @return the path of keys from the root, empty for the root */
    public String path() {
        return m_path;
    }

    /** @return the file it was read from */
    public Path file() {
        return m_file;
    }

    /** @return the keys in the file's order */
    public Set<String> keys() {
        return Collections.unmodifiableSet(m_children.keySet());
    }

    /**
     * @param key of a child
     * @return the config of that key
     */
    public Optional<SettingsTree> config(final String key) {
        return m_children.get(key) instanceof SettingsTree config ? Optional.of(config) : Optional.empty();
    }

    /**
     * @param key of a child
     * @return the value of that key
     */
    public Optional<Entry> entry(final String key) {
        return m_children.get(key) instanceof Entry entry ? Optional.of(entry) : Optional.empty();
    }

    /**
     * @param key of a child
     * @return its text
     * @throws WorkflowException if there is no such value
     */
    public String text(final String key) throws WorkflowException {
        return entry(key).filter(entry -> entry.value() != null).map(Entry::text)
            .orElseThrow(() -> missing(key));
    }

    /**
     * @param key of a child
     * @return its whole number
     * @throws WorkflowException if there is no such value or it is not a whole number
     */
    public int number(final String key) throws WorkflowException {
        final Entry entry = entry(key).orElseThrow(() -> missing(key));
        try {
            return Integer.parseInt(entry.text());
        } catch (final NumberFormatException e) {
            throw WorkflowException.at(m_file, entry.line(),
                "The value of '" + key + "' must be a whole number, not '" + entry.text() + "'.", e);
        }
    }

    /**
     * @param key of a child
     * @return the config
     * @throws WorkflowException if there is none
     */
    public SettingsTree requiredConfig(final String key) throws WorkflowException {
        return config(key).orElseThrow(() -> missing(key));
    }

    private WorkflowException missing(final String key) {
        return WorkflowException.at(m_file, m_line,
            "'" + key + "' is missing in '" + (m_path.isEmpty() ? m_file.getFileName() : m_path) + "'.");
    }

    WorkflowException problem(final String text) {
        return WorkflowException.at(m_file, m_line, text);
    }

    void put(final String key, final Object child) {
        m_children.put(key, child);
    }

    void clear() {
        m_children.clear();
    }

    SettingsTree addConfig(final String key, final int line) {
        final SettingsTree config = new SettingsTree(m_file, line, m_path.isEmpty() ? key : m_path + "/" + key);
        put(key, config);
        return config;
    }

    /**
     * @return the same as KNIME's settings
     * @throws WorkflowException if a value does not fit its type
     */
    public NodeSettingsRO toNodeSettings() throws WorkflowException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            final XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            write(xml, m_path.substring(m_path.lastIndexOf('/') + 1));
            xml.writeEndDocument();
            xml.close();
            return NodeSettings.loadFromXML(new ByteArrayInputStream(out.toByteArray()));
        } catch (final IOException | XMLStreamException e) {
            throw new WorkflowException(m_file + ": " + e.getMessage(), e);
        }
    }

    private void write(final XMLStreamWriter xml, final String key) throws XMLStreamException {
        xml.writeStartElement("config");
        xml.writeAttribute("key", key);
        for (final Map.Entry<String, Object> child : m_children.entrySet()) {
            if (child.getValue() instanceof SettingsTree config) {
                config.write(xml, child.getKey());
            } else {
                final Entry entry = (Entry)child.getValue();
                xml.writeEmptyElement("entry");
                xml.writeAttribute("key", child.getKey());
                xml.writeAttribute("type", entry.type());
                if (entry.value() == null) {
                    xml.writeAttribute("isnull", "true");
                }
                xml.writeAttribute("value", entry.value() == null ? "" : entry.value());
            }
        }
        xml.writeEndElement();
    }
}
