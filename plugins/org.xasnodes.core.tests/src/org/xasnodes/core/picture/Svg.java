package org.xasnodes.core.picture;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Reads what our pictures wrote. */
final class Svg {

    private Svg() {
    }

    /** @return the document; an exception if it is not well-formed XML */
    static Document parse(final String svg) throws Exception {
        final var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        // the document type names a file of the W3C, which a test must not fetch
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    static Set<String> texts(final String svg) throws Exception {
        final var nodes = parse(svg).getElementsByTagName("text");
        final var texts = new HashSet<String>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
