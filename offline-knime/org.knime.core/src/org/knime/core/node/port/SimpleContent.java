package org.knime.core.node.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** The one entry of a simple port object's or spec's file: class name and content. */
final class SimpleContent {

    private static final String ENTRY = "content.xml";

    private SimpleContent() {
    }

    static ModelContentWO start(final ModelContentWO model, final Object of) {
        model.addInt("version", 1);
        model.addString("class_name", of.getClass().getName());
        return model.addModelContent("model");
    }

    static void write(final ModelContent model, final ZipOutputStream zip) throws IOException {
        zip.putNextEntry(new ZipEntry(ENTRY));
        model.saveToXML(new FilterOutputStream(zip) {
            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                zip.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        });
    }

    static ModelContentRO read(final ZipInputStream zip) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !ENTRY.equals(entry.getName())) {
            throw new IOException(
                "Expected zip entry " + ENTRY + ", got " + (entry == null ? "none" : entry.getName()));
        }
        return ModelContent.loadFromXML(new FilterInputStream(zip) {
            @Override
            public void close() throws IOException {
                zip.closeEntry();
            }
        });
    }

    static <T> T newInstance(final Class<? extends T> type) throws IOException {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException("Class \"" + type.getName() + "\" needs a public constructor without arguments.", e);
        }
    }

    static String className(final ModelContentRO model) throws IOException {
        try {
            return model.getString("class_name");
        } catch (InvalidSettingsException e) {
            throw new IOException("Unable to load settings", e);
        }
    }

    static IOException unreadable(final Class<?> type, final InvalidSettingsException cause) {
        return new IOException(
            "Unable to load model content into \"" + type.getSimpleName() + "\": " + cause.getMessage(), cause);
    }
}
