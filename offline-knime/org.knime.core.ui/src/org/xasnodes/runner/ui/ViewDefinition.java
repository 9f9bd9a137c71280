package org.xasnodes.runner.ui;

import java.util.function.Function;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.parameters.NodeParameters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * All that a node author said about the view of a node.
 *
 * @param description an XML fragment
 * @param page what the browser shows
 * @param initialData makes what the page gets when it is opened, {@code null} if it gets nothing
 */
public record ViewDefinition(String description, Page page, Function<ViewInput, ?> initialData) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What the page gets, as KNIME's InitialDataService writes it.
     *
     * @param internal what the node kept when it was executed, {@code null} if it kept nothing
     * @return JSON: an object with the data as its <code>result</code>, else with an <code>internalError</code>
     */
    String initialData(final PortObject[] internal) {
        final ObjectNode root = MAPPER.createObjectNode();
        try {
            root.set("result", MAPPER.valueToTree(initialData.apply(new Input(internal))));
        } catch (final RuntimeException | LinkageError | StackOverflowError e) { // NOSONAR: a view can fail in any way
            root.putObject("internalError").put("message", e.getMessage()).put("typeName", e.getClass().getName());
        }
        return root.toString();
    }

    private record Input(PortObject[] internal) implements ViewInput {

        @Override
        public <S extends NodeParameters> S getParameters() {
            return null;
        }

        @Override
        public PortObject[] getInternalPortObjects() {
            return internal;
        }
    }
}
