package org.xasnodes.nodes.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.xasnodes.core.reduce.Reducer;
import org.xasnodes.core.reduce.ReducerFormat;

/**
 * A fitted reducer of any method, as it goes from a reducer node to Reducer Apply. Stored as two zip entries, the header
 * {@value #HEADER} and the numbers {@value #ARRAYS}, see {@link ReducerFormat}.
 */
public final class ReducerPortObject implements PortObject {

    /** The type of the ports that carry reducers. */
    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(ReducerPortObject.class);

    static final String HEADER = "reducer.json";

    static final String ARRAYS = "arrays.bin";

    private final ReducerPortObjectSpec m_spec;

    private final Reducer m_reducer;

    /**
     * @param spec fits the reducer
     * @param reducer what was fitted
     */
    public ReducerPortObject(final ReducerPortObjectSpec spec, final Reducer reducer) {
        m_spec = spec;
        m_reducer = reducer;
    }

    /** @return what was fitted */
    public Reducer reducer() {
        return m_reducer;
    }

    @Override
    public ReducerPortObjectSpec getSpec() {
        return m_spec;
    }

    @Override
    public String getSummary() {
        return ReducerText.summary(m_spec.spec());
    }

    @Override
    public JComponent[] getViews() {
        return ReducerText.view(m_spec.spec(), ReducerText.of(m_spec.spec(), m_reducer));
    }

    /** Writes and reads reducers; called by KNIME. */
    public static final class Serializer extends PortObjectSerializer<ReducerPortObject> {

        @Override
        public void savePortObject(final ReducerPortObject object, final PortObjectZipOutputStream out,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final var stored = object.m_reducer.store();
            out.putNextEntry(new ZipEntry(HEADER));
            ReducerFormat.writeHeader(stored, out);
            out.closeEntry();
            exec.checkCanceled();
            out.putNextEntry(new ZipEntry(ARRAYS));
            ReducerFormat.writeArrays(stored, out);
            out.closeEntry();
        }

        @Override
        public ReducerPortObject loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            ZipEntries.open(in, HEADER);
            final var stored = ReducerFormat.read(in, () -> {
                ZipEntries.open(in, ARRAYS);
                return in;
            });
            exec.checkCanceled();
            final var described = (ReducerPortObjectSpec)spec;
            final var reducer = stored.reducer();
            final var expected = described.spec();
            if (!expected.id().equals(reducer.id()) || expected.dimensions() != reducer.dimensions()
                || expected.space().size() != reducer.inputs()) {
                throw new IOException(stored.damaged("its description speaks of " + ReducerText.summary(expected)
                    + ", but it makes " + reducer.dimensions() + " numbers of " + reducer.inputs()));
            }
            return new ReducerPortObject(described, reducer);
        }
    }
}
