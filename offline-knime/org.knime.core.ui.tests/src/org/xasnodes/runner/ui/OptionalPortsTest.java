package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultNode;

/** Optional ports as recorded on KNIME. Extendable groups, which the recorded node had as well, are not offered. */
final class OptionalPortsTest {

    private final List<String> m_seen = new ArrayList<>();

    @Test
    void aNewNodeHasNoOptionalPort() throws Exception {
        assertAsRecorded("ports added: [], added ports connected: false", NodeHandle.create(factory()), 1);
    }

    @Test
    void anAddedPortIsSavedAndSeen() throws Exception {
        assertAsRecorded("ports added: [Extra], added ports connected: true",
            withExtra("org.knime.core.node.BufferedDataTable"), 2);
    }

    @Test
    void portsAreListedInTheOrderOfTheirGroups() throws Exception {
        final NodeHandle node = withExtra(BufferedDataTable.class.getName());
        assertEquals(List.of("Data", "Extra"), node.inputPorts().stream().map(NodeHandle.Port::group).toList());
        assertEquals(List.of("Out"), node.outputPorts().stream().map(NodeHandle.Port::group).toList());
        assertEquals(List.of("Data", "Extra", "Out"), node.portsConfiguration().getPortGroupNames());
    }

    @Test
    void aTypeThatTheGroupDoesNotHaveIsRefusedByName() {
        final InvalidSettingsException refused =
            assertThrows(InvalidSettingsException.class, () -> withExtra("org.example.Strange"));
        assertTrue(refused.getMessage().contains("Extra") && refused.getMessage().contains("org.example.Strange"),
            refused.getMessage());
    }

    @Test
    void twoGroupsOfOneIdAreRefusedAlsoOnDifferentSides() {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> p.addInputTable("Spectra", "i").addOutputTable("Spectra", "o"))
            .model(m -> m.withoutParameters().configure((i, o) -> { }).execute((i, o) -> { }));
        final TraceNodes.Factory factory = new TraceNodes.Factory(node);
        assertThrows(IllegalArgumentException.class, () -> NodeHandle.create(factory));
    }

    @Test
    void aNodeWithoutPortsHasNoConfigurationOfPorts() {
        final DefaultNode node = DefaultNode.create().name("n").icon("i").shortDescription("s").fullDescription("f")
            .sinceVersion(5, 9, 0).ports(p -> { })
            .model(m -> m.withoutParameters().configure((i, o) -> i.getPortsConfiguration()).execute((i, o) -> { }));
        final NodeHandle handle = NodeHandle.create(new TraceNodes.Factory(node));
        assertThrows(IllegalStateException.class, () -> handle.configure(new PortObjectSpec[0]));
    }

    private TraceNodes.Factory factory() {
        return new TraceNodes.Factory(TraceNodes.withOptionalPort((i, o) -> m_seen.add(describe(i))));
    }

    private NodeHandle withExtra(final String type) throws InvalidSettingsException {
        final NodeSettings saved = new NodeSettings("node_creation_config");
        saved.addNodeSettings("Data");
        saved.addNodeSettings("Extra").addNodeSettings("port_0").addString("object_class", type);
        return NodeHandle.create(factory(), saved);
    }

    private static String describe(final ConfigureInput input) {
        final PortObjectSpec[] specs = input.getInPortSpecs();
        final Map<String, int[]> locations = input.getPortsConfiguration().getInputPortLocation();
        return "configure: getInPortSpecs length " + specs.length + " "
            + Arrays.stream(specs).map(s -> s == null ? "null" : "spec").toList()
            + " getPortsConfiguration().getInputPortLocation() "
            + locations.entrySet().stream().map(e -> e.getKey() + "=" + Arrays.toString(e.getValue()))
                .collect(Collectors.joining(", ", "{", "}"))
            + " getInPortSpec(1): " + Traces.attempt(() -> input.getInPortSpec(1) == null ? "null" : "spec");
    }

    private void assertAsRecorded(final String title, final NodeHandle node, final int inputs)
        throws IOException, InvalidSettingsException {
        final String all = Traces.read("optional-ports.txt");
        final int start = all.indexOf(title);
        final int next = all.indexOf("ports added:", start + 1);
        final String recorded = all.substring(start, next < 0 ? all.length() : next);
        final PortObjectSpec[] specs = new PortObjectSpec[inputs];
        Arrays.fill(specs, new DataTableSpec());
        node.configure(specs);
        final String expected =
            recorded.lines().map(String::trim).filter(l -> l.startsWith("configure:")).findFirst().orElseThrow();
        assertEquals(List.of(expected), m_seen);
        final NodeSettings saved = new NodeSettings("node_creation_config");
        node.saveCreationConfig(saved);
        final List<String> lines = new ArrayList<>(Traces.linesOf(recorded, "node_creation_config"));
        lines.remove("<config key=\"More\"/>");
        assertEquals(lines, Traces.lines(saved));
    }
}
