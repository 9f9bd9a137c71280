package org.xasnodes.runner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the files of a workflow as KNIME lays them out. */
public final class WorkflowFiles {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<config xmlns=\"http://www.knime.org/2008/09/XMLConfig\" key=\"%s\">\n";

    private final Path m_folder;

    private final List<String> m_nodes = new ArrayList<>();

    private final List<String> m_connections = new ArrayList<>();

    /** @param folder is made when the first node comes */
    public WorkflowFiles(final Path folder) {
        m_folder = folder;
    }

    /** A node without settings. */
    public WorkflowFiles node(final int id, final String name, final String factory) throws IOException {
        return node(id, name, factory, "");
    }

    /** A node whose <code>model</code> holds the given lines. */
    public WorkflowFiles node(final int id, final String name, final String factory, final String model)
        throws IOException {
        return node(id, name, factory, model, "");
    }

    /** A node whose <code>model</code> and <code>node_creation_config</code> hold the given lines. */
    public WorkflowFiles node(final int id, final String name, final String factory, final String model,
        final String ports) throws IOException {
        final Path folder = Files.createDirectories(m_folder.resolve(name + " (#" + id + ")"));
        Files.writeString(folder.resolve("settings.xml"),
            HEAD.formatted("settings.xml") + config("model", model) + entry("factory", "xstring", factory)
                + entry("node-name", "xstring", name) + config("node_creation_config", ports) + "</config>\n");
        m_nodes.add(config("node_" + id, entry("id", "xint", "" + id)
            + entry("node_settings_file", "xstring", name + " (#" + id + ")/settings.xml")
            + entry("node_is_meta", "xboolean", "false") + entry("node_type", "xstring", "NativeNode")));
        return this;
    }

    /** A metanode, whose inside is not written. */
    public WorkflowFiles metanode(final int id, final String name) {
        m_nodes.add(config("node_" + id, entry("id", "xint", "" + id)
            + entry("node_settings_file", "xstring", name + " (#" + id + ")/workflow.knime")
            + entry("node_is_meta", "xboolean", "true") + entry("node_type", "xstring", "MetaNode")));
        return this;
    }

    /** A connection from an output to an input. */
    public WorkflowFiles connect(final int source, final int sourcePort, final int target, final int targetPort) {
        m_connections.add(config("connection_" + m_connections.size(),
            entry("sourceID", "xint", "" + source) + entry("destID", "xint", "" + target)
                + entry("sourcePort", "xint", "" + sourcePort) + entry("destPort", "xint", "" + targetPort)));
        return this;
    }

    /** @return the folder, now with <code>workflow.knime</code> */
    public Path write() throws IOException {
        Files.createDirectories(m_folder);
        Files.writeString(m_folder.resolve("workflow.knime"), HEAD.formatted("workflow.knime")
            + entry("version", "xstring", "5.1.0") + config("nodes", String.join("", m_nodes))
            + config("connections", String.join("", m_connections)) + "</config>\n");
        return m_folder;
    }

    /** @return a <code>config</code> element */
    public static String config(final String key, final String children) {
        return "<config key=\"" + key + "\">\n" + children + "</config>\n";
    }

    /** @return an <code>entry</code> element */
    public static String entry(final String key, final String type, final String value) {
        return "<entry key=\"" + key + "\" type=\"" + type + "\" value=\"" + value + "\"/>\n";
    }
}
