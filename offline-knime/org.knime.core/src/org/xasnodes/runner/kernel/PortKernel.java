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
        final PortObjectSpecSerializer<PortObjectSpec> serializer = serializer(spec.getClass());
        return serializer == null ? spec : loadSpec(spec.getClass(), new ByteArrayInputStream(save(spec)));
    }

    /**
     * @param spec a spec with a registered serializer
     * @return the file as the serializer writes it
     * @throws IOException if the serializer fails
     */
    public static byte[] save(final PortObjectSpec spec) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectSpecZipOutputStream out = access.specOut(bytes)) {
            serializer(spec.getClass()).savePortObjectSpec(spec, out);
        }
        return bytes.toByteArray();
    }

    /**
     * @param type the class of the spec
     * @param file as the serializer of this class wrote it
     * @return the spec
     * @throws IOException if the serializer fails
     */
    public static PortObjectSpec loadSpec(final Class<? extends PortObjectSpec> type, final InputStream file)
        throws IOException {
        try (PortObjectSpecZipInputStream in = access.specIn(file)) {
            return serializer(type).loadPortObjectSpec(in);
        }
    }

    private static PortObjectSpecSerializer<PortObjectSpec> serializer(final Class<? extends PortObjectSpec> type) {
        return PortTypeRegistry.getInstance().<PortObjectSpec> getSpecSerializer(type).orElse(null);
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
        return objectSerializer(object.getClass()) == null ? object
            : load(object.getClass(), new ByteArrayInputStream(save(object, exec)), copy(object.getSpec()), exec);
    }

    /**
     * @param object a port object with a registered serializer
     * @param exec handed to the serializer
     * @return the file as the serializer writes it
     * @throws IOException if the serializer fails
     * @throws CanceledExecutionException if the serializer says so
     */
    public static byte[] save(final PortObject object, final ExecutionMonitor exec)
        throws IOException, CanceledExecutionException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PortObjectZipOutputStream out = access.objectOut(bytes)) {
            objectSerializer(object.getClass()).savePortObject(object, out, exec);
        }
        return bytes.toByteArray();
    }

    /**
     * @param type the class of the object
     * @param file as the serializer of this class wrote it
     * @param spec of the object
     * @param exec handed to the serializer
     * @return the object
     * @throws IOException if the serializer fails
     * @throws CanceledExecutionException if the serializer says so
     */
    public static PortObject load(final Class<? extends PortObject> type, final InputStream file,
        final PortObjectSpec spec, final ExecutionMonitor exec) throws IOException, CanceledExecutionException {
        try (PortObjectZipInputStream in = access.objectIn(file)) {
            return objectSerializer(type).loadPortObject(in, spec, exec);
        }
    }

    private static PortObjectSerializer<PortObject> objectSerializer(final Class<? extends PortObject> type) {
        return PortTypeRegistry.getInstance().<PortObject> getObjectSerializer(type).orElse(null);
    }
}
