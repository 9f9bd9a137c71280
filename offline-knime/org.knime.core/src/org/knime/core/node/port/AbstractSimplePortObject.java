package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A port object that is saved as settings; two are equal if they save the same. */
public abstract class AbstractSimplePortObject implements PortObject {

    public AbstractSimplePortObject() {
    }

    protected abstract void save(ModelContentWO model, ExecutionMonitor exec) throws CanceledExecutionException;

    protected abstract void load(ModelContentRO model, PortObjectSpec spec, ExecutionMonitor exec)
        throws InvalidSettingsException, CanceledExecutionException;

    private ModelContent content() {
        final ModelContent result = new ModelContent("ignored");
        try {
            save(result, new ExecutionMonitor());
        } catch (CanceledExecutionException e) {
            throw new IllegalStateException("Saving was canceled though nobody canceled it.", e);
        }
        return result;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other == this || other != null && other.getClass() == getClass()
            && content().equals(((AbstractSimplePortObject)other).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /**
     * Writes and reads such objects; a subclass fixes the type.
     *
     * @param <T> class of the objects
     */
    public abstract static class AbstractSimplePortObjectSerializer<T extends AbstractSimplePortObject>
        extends PortObjectSerializer<T> {

        public AbstractSimplePortObjectSerializer() {
        }

        @Override
        public void savePortObject(final T object, final PortObjectZipOutputStream out, final ExecutionMonitor exec)
            throws IOException, CanceledExecutionException {
            final ModelContent model = new ModelContent("model.xml");
            object.save(SimpleContent.start(model, object), exec);
            SimpleContent.write(model, out);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObject(final PortObjectZipInputStream in, final PortObjectSpec spec,
            final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
            final ModelContentRO model = SimpleContent.read(in);
            final String className = SimpleContent.className(model);
            final Class<? extends AbstractSimplePortObject> type =
                PortTypeRegistry.getInstance().getObjectClass(className)
                    .orElseThrow(() -> new IOException("Unable to load class " + className))
                    .asSubclass(AbstractSimplePortObject.class);
            final AbstractSimplePortObject result = SimpleContent.newInstance(type);
            try {
                result.load(model.getModelContent("model"), spec, exec);
            } catch (InvalidSettingsException e) {
                throw SimpleContent.unreadable(type, e);
            }
            return (T)result;
        }
    }
}
