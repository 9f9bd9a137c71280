package org.xasnodes.runner.workflow;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the settings files of a workflow, whoever wrote them: no document types, no entities, bounded in size. */
final class SettingsFile {

    /** The largest settings files KNIME writes have a few megabytes. */
    static final long MAX_BYTES = 64L << 20;

    /** KNIME nests a dozen; newer JDKs refuse more than 100 themselves, with a message of their own. */
    static final int MAX_DEPTH = 90;

    private final Path m_file;

    private final Deque<SettingsTree> m_open = new ArrayDeque<>();

    private SettingsTree m_root;

    private SettingsFile(final Path file) {
        m_file = file;
    }

    /**
     * @param file a settings file
     * @return its content
     * @throws WorkflowException if it is missing or not a settings file, with the line where that is seen
     */
    static SettingsTree read(final Path file) throws WorkflowException {
        if (!Files.isRegularFile(file)) {
            throw new WorkflowException(
                file + " is missing. The workflow is not complete; copy or export it again, as a whole.");
        }
        final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            if (Files.size(file) > MAX_BYTES) {
                throw new WorkflowException(file + " has " + (Files.size(file) >> 20) + " MB; a settings file of more"
                    + " than " + (MAX_BYTES >> 20) + " MB is not read.");
            }
            return new SettingsFile(file).read(factory.createXMLStreamReader(in));
        } catch (final XMLStreamException e) {
            throw WorkflowException.at(file, e.getLocation() == null ? 1 : e.getLocation().getLineNumber(),
                "The file is damaged or cut short: " + firstSentence(e.getMessage()), e);
        } catch (final IOException e) {
            throw new WorkflowException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The parser puts the position before its message. */
    private static String firstSentence(final String message) {
        return message.substring(message.indexOf("Message: ") < 0 ? 0
            : message.indexOf("Message: ") + "Message: ".length());
    }

    private SettingsTree read(final XMLStreamReader xml) throws XMLStreamException, WorkflowException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw problem(xml, "A document type is not allowed in a workflow.");
                case XMLStreamConstants.ENTITY_REFERENCE -> throw problem(xml, "Entities are not allowed.");
                case XMLStreamConstants.START_ELEMENT -> start(xml);
                case XMLStreamConstants.END_ELEMENT -> {
                    if ("config".equals(xml.getLocalName())) {
                        m_open.pop();
                    }
                }
                default -> {
                    // blanks and comments
                }
            }
        }
        return m_root;
    }

    private WorkflowException problem(final XMLStreamReader xml, final String text) {
        return WorkflowException.at(m_file, xml.getLocation().getLineNumber(), text);
    }

    private void start(final XMLStreamReader xml) throws WorkflowException {
        final String element = xml.getLocalName();
        final String key = xml.getAttributeValue(null, "key");
        final int line = xml.getLocation().getLineNumber();
        if (m_open.isEmpty() && !"config".equals(element) || !"config".equals(element) && !"entry".equals(element)) {
            throw problem(xml, "<" + element + "> does not belong here; this is no settings file of KNIME.");
        }
        if (key == null) {
            throw problem(xml, "<" + element + "> has no key.");
        }
        if (m_open.isEmpty()) {
            m_root = new SettingsTree(m_file, line, "");
            m_open.push(m_root);
            return;
        }
        if (m_open.peek().keys().contains(key)) {
            throw problem(xml, "'" + key + "' is there twice.");
        }
        if (m_open.size() >= MAX_DEPTH) {
            throw problem(xml, "The settings are nested more than " + MAX_DEPTH + " deep.");
        }
        if ("config".equals(element)) {
            m_open.push(m_open.peek().addConfig(key, line));
        } else {
            m_open.peek().put(key, entry(xml, key, line));
        }
    }

    private SettingsTree.Entry entry(final XMLStreamReader xml, final String key, final int line)
        throws WorkflowException {
        final String type = xml.getAttributeValue(null, "type");
        final boolean isNull = "true".equals(xml.getAttributeValue(null, "isnull"));
        final String value = xml.getAttributeValue(null, "value");
        if (type == null || value == null && !isNull) {
            throw problem(xml, "'" + key + "' has no " + (type == null ? "type." : "value."));
        }
        return new SettingsTree.Entry(type, isNull ? null : value, line);
    }
}
