package org.xasnodes.runner.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.xml.sax.SAXException;

/** What the author of a workflow says of it, in its file <code>workflow-metadata.xml</code>. */
final class WorkflowDescription {

    private static final long MAX_BYTES = 1 << 20;

    private WorkflowDescription() {
    }

    /** @return the description; empty if there is none that can be read, since nothing depends on it */
    static String read(final Path workflow) {
        final Path file = workflow.resolve("workflow-metadata.xml");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                return "";
            }
            final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            final var found = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("description");
            return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
        } catch (final IOException | SAXException | ParserConfigurationException e) { // NOSONAR: see above
            return "";
        }
    }
}
