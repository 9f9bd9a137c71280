package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;

/** What goes through a connection: a table or a model. */
public interface PortObject {

    /** The type every port object has. */
    PortType TYPE = PortTypeRegistry.getInstance().getPortType(PortObject.class);

    String getSummary();

    PortObjectSpec getSpec();

    JComponent[] getViews();

    /**
     * Writes and reads objects of one class.
     *
     * @param <T> class of the objects
     */
    abstract class PortObjectSerializer<T extends PortObject> {

        public PortObjectSerializer() {
        }

        public abstract void savePortObject(T object, PortObjectZipOutputStream out, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;

        public abstract T loadPortObject(PortObjectZipInputStream in, PortObjectSpec spec, ExecutionMonitor exec)
            throws IOException, CanceledExecutionException;
    }
}
