package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.xasnodes.runner.execution.NodeFactories;
import org.xasnodes.runner.workflow.SettingsTree;
import org.xasnodes.runner.workflow.Workflow;
import org.xasnodes.runner.workflow.WorkflowNode;
import org.xasnodes.runner.workflow.WorkflowReader;

/** Every node of an example workflow is one of ours, or one that KNIME 5.9 has. */
final class ExampleFactoriesTest {

    /** Not among the recorded nodes, but registered in KNIME 5.9's plug-in org.knime.base and not deprecated there. */
    private static final Set<String> ALSO_KNOWN =
        Set.of("org.knime.base.node.preproc.colconvert.numbertostring2.NumberToString2NodeFactory",
            "org.knime.base.node.io.tablecreator.TableCreator2NodeFactory");

    private static List<Workflow> workflows() throws Exception {
        final List<Workflow> workflows = new ArrayList<>();
        try (var folders = Files.list(ProjectFiles.workflow(""))) {
            for (final Path folder : folders.filter(f -> Files.exists(f.resolve("workflow.knime"))).sorted().toList()) {
                workflows.add(WorkflowReader.read(folder));
            }
        }
        return workflows;
    }

    /** The third field of each line. */
    private static Set<String> recorded() throws IOException {
        final Set<String> factories = new TreeSet<>(ALSO_KNOWN);
        Files.readAllLines(ProjectFiles.shared("knime/traces/5-native-nodes/nodes.csv")).stream().skip(1)
            .map(line -> line.split("\",\"")[2]).forEach(factories::add);
        return factories;
    }

    @Test
    void everyNodeIsOursOrKnimes() throws Exception {
        final Set<String> known = recorded();
        final NodeFactories ours = NodeFactories.contributed();
        int knimes = 0;
        for (final Workflow workflow : workflows()) {
            for (final WorkflowNode node : workflow.nodes()) {
                final String factory = node.factory().orElseThrow();
                if (ours.find(factory).isEmpty()) {
                    assertTrue(known.contains(factory), node + ": " + factory);
                    knimes++;
                }
            }
        }
        assertTrue(knimes > 20, knimes + " nodes of KNIME");
    }

    /** Where a node is not installed, KNIME tells the user by these which extension has it. */
    @Test
    void ourNodesNameOurExtension() throws Exception {
        final NodeFactories ours = NodeFactories.contributed();
        for (final Workflow workflow : workflows()) {
            for (final WorkflowNode node : workflow.nodes()) {
                if (ours.find(node.factory().orElseThrow()).isPresent()) {
                    final SettingsTree settings = node.settings().orElseThrow();
                    assertEquals("org.xasnodes.nodes", settings.text("node-bundle-symbolic-name"), node.toString());
                    assertEquals("org.xasnodes.feature.feature.group", settings.text("node-feature-symbolic-name"),
                        node.toString());
                }
            }
        }
    }
}
