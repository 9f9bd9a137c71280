package org.xasnodes.runner.bench;

import java.util.Arrays;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.kernel.SettingsKernel;
import org.xasnodes.runner.ui.NodeHandle;

/** A node with settings, run again and again on the same tables. */
final class BenchNode {

    private final NodeHandle m_node;

    /**
     * @param factory class name of a factory of ours
     * @param settings path and value, path and value, ...
     */
    BenchNode(final String factory, final Object... settings) throws Exception {
        final var type = SpectrumCell.class.getClassLoader().loadClass(factory);
        m_node = NodeHandle.create((DefaultNodeFactory)type.getConstructor().newInstance());
        final var model = new NodeSettings("model");
        m_node.saveSettings(model);
        for (int i = 0; i < settings.length; i += 2) {
            SettingsKernel.set(model, settings[i].toString(), settings[i + 1].toString());
        }
        m_node.loadSettings(model);
    }

    /** @return the first output table */
    BufferedDataTable run(final BufferedDataTable... inputs) throws Exception {
        final var result = execute(inputs);
        if (result.warning() != null) {
            throw new IllegalStateException(result.warning());
        }
        return (BufferedDataTable)result.objects()[0];
    }

    /** As {@link #run}, of a node that always has something to say of so many spectra. */
    BufferedDataTable runDespiteWarnings(final BufferedDataTable... inputs) throws Exception {
        return (BufferedDataTable)execute(inputs).objects()[0];
    }

    private NodeHandle.Executed execute(final BufferedDataTable... inputs) throws Exception {
        m_node.configure(
            Arrays.stream(inputs).map(BufferedDataTable::getDataTableSpec).toArray(PortObjectSpec[]::new));
        return m_node.execute(inputs, new Execution((progress, message) -> { }).context());
    }
}
