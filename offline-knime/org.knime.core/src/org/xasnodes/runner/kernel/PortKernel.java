package org.xasnodes.runner.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;
import org.knime.core.node.port.PortObjectSpecZipInputStream;
import org.knime.core.node.port.PortObjectSpecZipOutputStream;
import org.knime.core.node.port.PortObjectZipInputStream;
import org.knime.core.node.port.PortObjectZipOutputStream;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * What the runner does with port objects: KNIME copies each through its serializer before a successor sees it.
 */
public final class PortKernel {

    /** Implemented in the package of the port objects. */
    public abstract static class Access {
        protected abstract PortObjectZipOutputStream objectOut(OutputStream out);

        protected abstract PortObjectZipInputStream objectIn(InputStream in);

        protected abstract PortObjectSpecZipOutputStream specOut(OutputStream out);

        protected abstract PortObjectSpecZipInputStream specIn(InputStream in);

        protected abstract void register(Class<? extends PortObject> objectClass,
            Class<? extends PortObjectSpec> specClass, String name, PortObjectSerializer<?> objects,
            PortObjectSpecSerializer<?> specs);
    }

    private static Access access;

    static {
        try {
            Class.forName("org.knime.core.node.port.PortAccess");
        } catch (ClassNotFoundException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private PortKernel() {
    }

    public static void install(final Access implementation) {
        access = implementation;
    }

    /**
     * Takes the place of a contribution to <code>org.knime.core.PortType</code>.
     *
     * @param objectClass class of the port objects
     * @param specClass class of their specs
     * @param name name of the type
     * @param objects serializer of the objects
     * @param specs serializer of the specs
     */
    public static void register(final Class<? extends PortObject> objectClass,
        final Class<? extends PortObjectSpec> specClass, final String name, final PortObjectSerializer<?> objects,
        final PortObjectSpecSerializer<?> specs) {
        access.register(objectClass, specClass, name, objects, specs);
    }

    /**
     * @param spec a spec
     * @return the spec as its registered serializer writes and reads it; itself if none is registered, as for tables
     * @throws IOException if the serializer fails
     */
    public static PortObjectSpec copy(final PortObjectSpec spec) throws IOException {
        final PortObjectSpecSerializer<PortObjectSpec> serializer =
            PortTypeRegistry.getInstance().getSpecSerializer(spec.getClass()).orElse(null);
        if (serializer == null) {
            return spec;
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = access.specOut(bytes)) {
            serializer.savePortObjectSpec(spec, out);
        }
        try (PortObjectSpecZipInputStream in = access.specIn(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObjectSpec(in);
        }
    }

    public static PortObject copy(final PortObject object) throws IOException, CanceledExecutionException {
        return copy(object, new ExecutionMonitor());
    }

    /**
     * @param object a port object
     * @param exec handed to the serializer
     * @return the object as its registered serializer writes and reads it, with a copy of its spec; itself if none is
     *         registered, as for tables
     * @throws IOException if the serializer fails
     * @throws CanceledExecutionException if the serializer says so
     */
    public static PortObject copy(final PortObject object, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final PortObjectSerializer<PortObject> serializer =
            PortTypeRegistry.getInstance().getObjectSerializer(object.getClass()).orElse(null);
        if (serializer == null) {
            return object;
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = access.objectOut(bytes)) {
            serializer.savePortObject(object, out, exec);
        }
        try (PortObjectZipInputStream in = access.objectIn(new ByteArrayInputStream(bytes.toByteArray()))) {
            return serializer.loadPortObject(in, copy(object.getSpec()), exec);
        }
    }
}
