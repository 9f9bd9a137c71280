package org.knime.core.node.port;

import java.io.InputStream;
import java.io.OutputStream;

import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.xasnodes.runner.kernel.PortKernel;

/** Opens what this package keeps to itself to the kernel. */
final class PortAccess extends PortKernel.Access {

    static {
        PortKernel.install(new PortAccess());
    }

    @Override
    protected PortObjectZipOutputStream objectOut(final OutputStream out) {
        return new PortObjectZipOutputStream(out);
    }

    @Override
    protected PortObjectZipInputStream objectIn(final InputStream in) {
        return new PortObjectZipInputStream(in);
    }

    @Override
    protected PortObjectSpecZipOutputStream specOut(final OutputStream out) {
        return new PortObjectSpecZipOutputStream(out);
    }

    @Override
    protected PortObjectSpecZipInputStream specIn(final InputStream in) {
        return new PortObjectSpecZipInputStream(in);
    }

    @Override
    protected void register(final Class<? extends PortObject> objectClass,
        final Class<? extends PortObjectSpec> specClass, final String name, final PortObjectSerializer<?> objects,
        final PortObjectSpecSerializer<?> specs) {
        PortTypeRegistry.getInstance().register(
            new PortType(objectClass, specClass, false, name, PortType.DEFAULT_COLOR, false), objects, specs);
    }
}
