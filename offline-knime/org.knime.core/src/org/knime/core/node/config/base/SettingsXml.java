package org.knime.core.node.config.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;

import org.knime.core.node.config.base.ValueEntry.Kind;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Settings files: <code>config</code> and <code>entry</code> elements. Characters XML cannot hold, and the first of two
 * per cent signs, are written as two per cent signs and five decimal digits.
 */
final class SettingsXml {

    private static final String ROOT = "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\""
        + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        + " xsi:schemaLocation=\"http://www.knime.org/2008/09/XMLConfig"
        + " http://www.knime.org/XMLConfig_2008_09.xsd\"";

    private static final int CODE_LENGTH = 5;

    private SettingsXml() {
    }

    static void write(final ConfigBase config, final OutputStream out) throws IOException {
        final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        appendConfig(config, ROOT, 0, text);
        try (OutputStream buffered = new BufferedOutputStream(out)) {
            buffered.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void appendConfig(final ConfigBase config, final String tag, final int depth,
        final StringBuilder out) {
        indent(depth, out).append(tag).append(" key=\"");
        appendAttribute(config.getKey(), out);
        final int afterTag = out.append('"').length();
        out.append(">\n");
        boolean empty = true;
        for (final String key : config.keySet()) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase) {
                appendConfig((ConfigBase)entry, "<config", depth + 1, out);
                empty = false;
            } else if (((ValueEntry)entry).kind() != Kind.xtransientstring) {
                appendEntry((ValueEntry)entry, depth + 1, out);
                empty = false;
            }
        }
        if (empty) {
            out.setLength(afterTag);
            out.append("/>\n");
        } else {
            indent(depth, out).append("</config>\n");
        }
    }

    private static void appendEntry(final ValueEntry entry, final int depth, final StringBuilder out) {
        indent(depth, out).append("<entry key=\"");
        appendAttribute(entry.getKey(), out);
        out.append("\" type=\"").append(entry.typeName());
        final String value = entry.toStringValue();
        out.append(value == null ? "\" isnull=\"true\" value=\"" : "\" value=\"");
        appendAttribute(escape(value == null ? "" : value), out);
        out.append("\"/>\n");
    }

    private static StringBuilder indent(final int depth, final StringBuilder out) {
        return out.append("    ".repeat(depth));
    }

    private static void appendAttribute(final String text, final StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            switch (c) {
                case '<':
                    out.append("&lt;");
                    break;
                case '>':
                    out.append("&gt;");
                    break;
                case '&':
                    out.append("&amp;");
                    break;
                case '"':
                    out.append("&quot;");
                    break;
                default:
                    if (c < ' ') {
                        out.append("&#").append((int)c).append(';');
                    } else {
                        out.append(c);
                    }
            }
        }
    }

    static String escape(final String text) {
        final StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c < ' ' || c > '\ud7ff' || c == '%' && i + 1 < text.length() && text.charAt(i + 1) == '%') {
                final String code = Integer.toString(c);
                result.append("%%").append("0".repeat(CODE_LENGTH - code.length())).append(code);
            } else {
                result.append(c);
            }
        }
        return result.toString();
    }

    static String unescape(final String text) {
        if (text == null || !text.contains("%%")) {
            return text;
        }
        final StringBuilder result = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final int end = i + 2 + CODE_LENGTH;
            if (text.startsWith("%%", i) && end <= text.length()
                && text.substring(i + 2, end).chars().allMatch(Character::isDigit)) {
                result.append((char)Integer.parseInt(text.substring(i + 2, end)));
                i = end - 1;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }

    static void read(final ConfigBase config, final InputStream in) throws IOException {
        try {
            final XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
            final Handler handler = new Handler(config);
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.setEntityResolver(handler);
            reader.parse(new InputSource(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (SAXException | ParserConfigurationException | IllegalArgumentException e) {
            throw new IOException("Unable to parse xml: " + e.getMessage(), e);
        } finally {
            in.close();
        }
    }

    private static final class Handler extends DefaultHandler {
        private final Deque<ConfigBase> m_open = new ArrayDeque<>();

        private boolean m_started;

        Handler(final ConfigBase root) {
            m_open.push(root);
        }

        @Override
        public void startElement(final String uri, final String local, final String name, final Attributes attributes)
            throws SAXException {
            final String key = attributes.getValue("key");
            if ("config".equals(name)) {
                if (m_started) {
                    m_open.push(m_open.peek().addConfigBase(key));
                } else {
                    m_open.peek().setKey(key);
                }
                m_started = true;
            } else if ("entry".equals(name) && m_started) {
                m_open.peek().put(entry(key, attributes));
            } else {
                throw new SAXException("\"" + name + "\" is not a valid tag name.");
            }
        }

        private static ValueEntry entry(final String key, final Attributes attributes) throws SAXException {
            final String type = attributes.getValue("type");
            final boolean isNull = "true".equals(attributes.getValue("isnull"));
            try {
                final Kind kind = Kind.valueOf(String.valueOf(type));
                return new ValueEntry(key, kind, kind.parse(isNull ? null : unescape(attributes.getValue("value"))));
            } catch (NumberFormatException e) {
                throw new SAXException(e.getMessage() + " (key '" + key + "')", e);
            } catch (IllegalArgumentException e) {
                throw new SAXException("Invalid type ('" + type + "') for key '" + key + "' in XML file.", e);
            }
        }

        @Override
        public void endElement(final String uri, final String local, final String name) {
            if ("config".equals(name)) {
                m_open.pop();
            }
        }

        /** Old files name a DTD; nothing outside the file is ever read. */
        @Override
        public InputSource resolveEntity(final String publicId, final String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void error(final SAXParseException e) throws SAXException {
            fatalError(e);
        }

        @Override
        public void fatalError(final SAXParseException e) throws SAXException {
            throw new SAXException("line=" + e.getLineNumber() + ": " + e.getMessage(), e);
        }
    }
}
