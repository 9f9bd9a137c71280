package org.xasnodes.runner.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.DataType;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOrRearrangerConsumer;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteConsumer;
import org.knime.node.DefaultNode;
import org.knime.node.parameters.NodeParameters;
import org.xasnodes.runner.kernel.Execution;

/** A node gets what is connected, and gives back what it set. */
final class NodeHandleTest {

    private static final DataTableSpec SPEC =
        new DataTableSpec(new String[]{"i"}, new DataType[]{IntCell.TYPE});

    static final class Count implements NodeParameters {

        int m_count = 3;
    }

    private static NodeHandle node(final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
        final ExecuteConsumer execute) {
        return NodeHandle.create(new TraceNodes.Factory(DefaultNode.create().name("n").icon("i").shortDescription("s")
            .fullDescription("f").sinceVersion(5, 9, 0)
            .ports(p -> p.addInputTable("In", "i").addOutputTable("First", "o").addOutputTable("Second", "o"))
            .model(m -> m.parametersClass(Count.class).configure(configure).execute(execute))));
    }

    private static BufferedDataTable table(final ExecutionContext context) {
        final BufferedDataContainer container = context.createDataContainer(SPEC);
        container.addRowToTable(new DefaultRow("r", new IntCell(1)));
        container.close();
        return container.getTable();
    }

    @Test
    void configureSeesParametersAndSpecsAndGivesSpecsAndAWarning() throws InvalidSettingsException {
        final NodeHandle.Configured configured = node((i, o) -> {
            assertEquals(3, i.<Count> getParameters().m_count);
            assertSame(SPEC, i.getInTableSpec(0));
            assertArrayEquals(new DataTableSpec[]{SPEC}, i.getInTableSpecs());
            assertArrayEquals(new Object[]{BufferedDataTable.TYPE, BufferedDataTable.TYPE}, i.getOutPortTypes());
            o.setOutSpec(1, i.getInPortSpec(0));
            o.setWarningMessage("careful");
        }, (i, o) -> { }).configure(new PortObjectSpec[]{SPEC});
        assertArrayEquals(new PortObjectSpec[]{null, SPEC}, configured.specs());
        assertEquals("careful", configured.warning());
    }

    @Test
    void executeSeesParametersAndTablesAndGivesTables() throws Exception {
        final ExecutionContext context = new Execution((progress, message) -> { }).context();
        final BufferedDataTable in = table(context);
        final BufferedDataTable kept = table(context);
        final NodeHandle node = node((i, o) -> o.setOutSpecs(SPEC, SPEC), (i, o) -> {
            assertEquals(7, i.<Count> getParameters().m_count);
            assertSame(in, i.getInTable(0));
            assertSame(in, i.getInTables()[0]);
            assertSame(in, i.getInPortObject(0));
            assertSame(context, i.getExecutionContext());
            o.setOutData(0, i.getInTable(0));
            o.setInternalData(kept);
        });
        final NodeSettings settings = new NodeSettings("model");
        settings.addInt("count", 7);
        node.loadSettings(settings);
        node.configure(new PortObjectSpec[]{SPEC});
        final NodeHandle.Executed executed = node.execute(new PortObject[]{in}, context);
        assertArrayEquals(new PortObject[]{in, null}, executed.objects());
        assertArrayEquals(new PortObject[]{kept}, executed.internal());
        assertNull(executed.warning());
    }

    @Test
    void exceptionsOfTheNodeArePassedOnUnchanged() throws Exception {
        final InvalidSettingsException refused = new InvalidSettingsException("no column");
        final NodeHandle refusing = node((i, o) -> {
            throw refused;
        }, (i, o) -> {
            throw new CanceledExecutionException();
        });
        assertSame(refused,
            assertThrows(InvalidSettingsException.class, () -> refusing.configure(new PortObjectSpec[]{SPEC})));
        final ExecutionContext context = new Execution((progress, message) -> { }).context();
        assertThrows(CanceledExecutionException.class, () -> refusing.execute(new PortObject[1], context));
    }

    @Test
    void moreSpecsThanPortsAreAnErrorOfTheNode() {
        final NodeHandle node = node((i, o) -> o.setOutSpecs(SPEC, SPEC, SPEC), (i, o) -> { });
        assertThrows(ArrayIndexOutOfBoundsException.class, () -> node.configure(new PortObjectSpec[]{SPEC}));
    }
}
