package org.xasnodes.runner.workflow;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads <code>workflow.knime</code> and the settings of the nodes, and finds what cannot be. */
public final class WorkflowReader {

    private static final int MAX_NODES = 10_000;

    private final Path m_folder;

    private final SettingsTree m_workflow;

    private final Map<Integer, WorkflowNode> m_nodes = new TreeMap<>();

    private final List<Connection> m_connections = new ArrayList<>();

    private WorkflowReader(final Path folder, final SettingsTree workflow) {
        m_folder = folder;
        m_workflow = workflow;
    }

    /**
     * @param folder of a workflow
     * @return the workflow
     * @throws WorkflowException if it is damaged, with file and line
     */
    public static Workflow read(final Path folder) throws WorkflowException {
        final Path file = folder.resolve("workflow.knime");
        if (!Files.exists(file)) {
            throw new WorkflowException(folder + " is no workflow: it holds no workflow.knime. Give the workflow's"
                + " folder, or a .knwf file.");
        }
        final WorkflowReader reader = new WorkflowReader(folder, SettingsFile.read(file));
        reader.readNodes();
        reader.readConnections();
        return new Workflow(folder, WorkflowDescription.read(folder),
            ExecutionOrder.of(reader.m_nodes.values(), reader.m_connections),
            List.copyOf(reader.m_connections));
    }

    private void readNodes() throws WorkflowException {
        final SettingsTree nodes = m_workflow.requiredConfig("nodes");
        if (nodes.keys().size() > MAX_NODES) {
            throw nodes.problem("The workflow has " + nodes.keys().size() + " nodes; at most " + MAX_NODES
                + " are run.");
        }
        for (final String key : nodes.keys()) {
            final SettingsTree entry = nodes.requiredConfig(key);
            final WorkflowNode node = readNode(entry);
            final WorkflowNode twin = m_nodes.put(node.id(), node);
            if (twin != null) {
                throw entry.problem("The number " + node.id() + " belongs to two nodes, '" + twin.name() + "' and '"
                    + node.name() + "'.");
            }
        }
    }

    private WorkflowNode readNode(final SettingsTree entry) throws WorkflowException {
        final int id = entry.number("id");
        final Path file = settingsFile(entry);
        final boolean isMeta = entry.entry("node_is_meta").map(e -> "true".equals(e.text())).orElse(false);
        final String type = entry.entry("node_type").map(SettingsTree.Entry::text).orElse("NativeNode");
        if (isMeta || !"NativeNode".equals(type)) {
            final String name = file.getParent().getFileName().toString().replaceFirst(" \\(#\\d+\\)$", "");
            return new WorkflowNode(id, name, Optional.empty(), Optional.empty());
        }
        final SettingsTree settings = SettingsFile.read(file);
        final String name = settings.entry("node-name").map(SettingsTree.Entry::text).filter(text -> !text.isEmpty())
            .or(() -> settings.entry("name").map(SettingsTree.Entry::text)).orElse("node " + id);
        return new WorkflowNode(id, name, Optional.of(settings.text("factory")), Optional.of(settings));
    }

    /** A workflow from elsewhere must not make us read files outside it. */
    private Path settingsFile(final SettingsTree entry) throws WorkflowException {
        final String name = entry.text("node_settings_file");
        try {
            final Path file = m_folder.resolve(name).normalize();
            if (file.startsWith(m_folder.normalize()) && !file.getParent().equals(m_folder.normalize())) {
                return file;
            }
        } catch (final InvalidPathException e) {
            throw new WorkflowException(entry.problem("'" + name + "' is no file name.").getMessage(), e);
        }
        throw entry.problem("The settings file '" + name + "' is not in a folder of the workflow.");
    }

    private void readConnections() throws WorkflowException {
        final SettingsTree connections = m_workflow.requiredConfig("connections");
        final Set<List<Integer>> taken = new HashSet<>();
        for (final String key : connections.keys()) {
            final SettingsTree entry = connections.requiredConfig(key);
            final Connection connection = new Connection(entry.number("sourceID"), entry.number("sourcePort"),
                entry.number("destID"), entry.number("destPort"));
            for (final int id : List.of(connection.source(), connection.target())) {
                if (!m_nodes.containsKey(id)) {
                    throw entry.problem("'" + key + "' names node #" + id + ", which the workflow does not have.");
                }
            }
            if (connection.sourcePort() < 0 || connection.targetPort() < 0) {
                throw entry.problem("'" + key + "' names a port below 0.");
            }
            if (!taken.add(List.of(connection.target(), connection.targetPort()))) {
                throw entry.problem("'" + key + "' is the second connection into input " + connection.targetPort()
                    + " of node " + m_nodes.get(connection.target()) + ".");
            }
            m_connections.add(connection);
        }
    }
}
