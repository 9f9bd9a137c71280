package org.knime.core.node.port;

import java.io.IOException;

import javax.swing.JComponent;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** A spec that is saved as settings; two are equal if they save the same. */
public abstract class AbstractSimplePortObjectSpec implements PortObjectSpec {

    public AbstractSimplePortObjectSpec() {
    }

    protected abstract void save(ModelContentWO model);

    protected abstract void load(ModelContentRO model) throws InvalidSettingsException;

    private ModelContent content() {
        final ModelContent result = new ModelContent("ignored");
        save(result);
        return result;
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    @Override
    public boolean equals(final Object other) {
        return other == this || other != null && other.getClass() == getClass()
            && content().equals(((AbstractSimplePortObjectSpec)other).content());
    }

    @Override
    public int hashCode() {
        return content().hashCode();
    }

    /**
     * Writes and reads such specs; a subclass fixes the type.
     *
     * @param <T> class of the specs
     */
    public abstract static class AbstractSimplePortObjectSpecSerializer<T extends AbstractSimplePortObjectSpec>
        extends PortObjectSpecSerializer<T> {

        public AbstractSimplePortObjectSpecSerializer() {
        }

        @Override
        public void savePortObjectSpec(final T spec, final PortObjectSpecZipOutputStream out) throws IOException {
            final ModelContent model = new ModelContent("model.xml");
            spec.save(SimpleContent.start(model, spec));
            SimpleContent.write(model, out);
        }

        @Override
        @SuppressWarnings("unchecked")
        public T loadPortObjectSpec(final PortObjectSpecZipInputStream in) throws IOException {
            final ModelContentRO model = SimpleContent.read(in);
            final String className = SimpleContent.className(model);
            final Class<? extends AbstractSimplePortObjectSpec> type =
                PortTypeRegistry.getInstance().getSpecClass(className)
                    .orElseThrow(() -> new IOException("Unable to load class " + className))
                    .asSubclass(AbstractSimplePortObjectSpec.class);
            final AbstractSimplePortObjectSpec result = SimpleContent.newInstance(type);
            try {
                result.load(model.getModelContent("model"));
            } catch (InvalidSettingsException e) {
                throw SimpleContent.unreadable(type, e);
            }
            return (T)result;
        }
    }
}
