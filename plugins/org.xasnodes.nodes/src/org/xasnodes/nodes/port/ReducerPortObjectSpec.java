package org.xasnodes.nodes.port;

import java.io.IOException;
import java.util.zip.ZipEntry;

import javax.swing.JComponent;

import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.xasnodes.core.reduce.ReducerSpec;

/**
 * What is known of a reducer before its node has run, and of a stored one without reading its numbers. Stored as the one
 * zip entry {@value #ENTRY}, see {@link ReducerSpec#write}.
 */
public final class ReducerPortObjectSpec implements PortObjectSpec {

    static final String ENTRY = "spec.json";

    private final ReducerSpec m_spec;

    /**
     * @param spec what is known
     */
    public ReducerPortObjectSpec(final ReducerSpec spec) {
        m_spec = spec;
    }

    /** @return method, dimensions, seed, and the features it is for */
    public ReducerSpec spec() {
        return m_spec;
    }

    @Override
    public JComponent[] getViews() {
        return ReducerText.view(m_spec, ReducerText.of(m_spec));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof ReducerPortObjectSpec o && m_spec.equals(o.m_spec);
    }

    @Override
    public int hashCode() {
        return m_spec.hashCode();
    }

    @Override
    public String toString() {
        return m_spec.toString();
    }

    /** Writes and reads specs; called by KNIME. */
    public static final class Serializer extends PortObjectSpecSerializer<ReducerPortObjectSpec> {

        @Override
        public void savePortObjectSpec(final ReducerPortObjectSpec spec, final PortObjectSpecZipOutputStream out)
            throws IOException {
            out.putNextEntry(new ZipEntry(ENTRY));
            spec.m_spec.write(out);
            out.closeEntry();
        }

        @Override
        public ReducerPortObjectSpec loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            ZipEntries.open(in, ENTRY);
            return new ReducerPortObjectSpec(ReducerSpec.read(in));
        }
    }
}
