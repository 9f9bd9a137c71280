package org.xasnodes.runner.kernel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.collection.ListCell;

/**
 * Writes and reads cells through their registered serializers, as KNIME does when it keeps a table on disk. Cells
 * without one, those of the stand-in, are handed through, but for lists, whose elements may have one.
 */
public final class CellCodec {

    /** System property: "true" sends every cell that goes into a table through its serializer. */
    public static final String ALWAYS_PROPERTY = "xasnodes.offline.serializeCells";

    private static volatile boolean always = Boolean.getBoolean(ALWAYS_PROPERTY);

    private CellCodec() {
    }

    public static boolean isAlwaysOn() {
        return always;
    }

    /** @param on whether every cell that goes into a table is sent through its serializer */
    public static void setAlwaysOn(final boolean on) {
        always = on;
    }

    @SuppressWarnings("unchecked")
    private static DataCellSerializer<DataCell> serializerOf(final DataCell cell) {
        final DataCellSerializer<?> result =
            cell instanceof ListCell ? ListCell.getCellSerializer() : DataType.getCellSerializer(cell.getClass());
        return (DataCellSerializer<DataCell>)result;
    }

    /**
     * @param cell a cell
     * @return the cell as its serializer writes and reads it
     * @throws IllegalStateException if the serializer fails, leaves bytes unread, or gives another cell
     */
    public static DataCell copy(final DataCell cell) {
        final DataCellSerializer<DataCell> serializer = cell.isMissing() ? null : serializerOf(cell);
        if (serializer == null) {
            return cell;
        }
        final String who = cell.getClass().getName();
        try {
            final Output output = new Output();
            serializer.serialize(cell, output);
            final Input input = new Input(output);
            final DataCell result = serializer.deserialize(input);
            if (input.available() > 0) {
                throw new IllegalStateException("The serializer of " + who + " leaves " + input.available()
                    + " of the bytes it wrote unread.");
            }
            if (!cell.equals(result)) {
                throw new IllegalStateException("The serializer of " + who + " wrote " + cell + " but read " + result);
            }
            return result;
        } catch (IOException e) {
            throw new IllegalStateException("The serializer of " + who + " fails: " + e.getMessage(), e);
        }
    }

    /** Remembers cells without serializer by number, so that a list of them can be read back. */
    private static final class Output extends DataOutputStream implements DataCellDataOutput {
        private final Map<Integer, DataCell> m_plain = new HashMap<>();

        private final Map<Integer, DataCellSerializer<DataCell>> m_serializers = new HashMap<>();

        Output() {
            super(new ByteArrayOutputStream());
        }

        byte[] bytes() {
            return ((ByteArrayOutputStream)out).toByteArray();
        }

        @Override
        public void writeDataCell(final DataCell cell) throws IOException {
            final int number = m_plain.size() + m_serializers.size();
            final DataCellSerializer<DataCell> serializer = cell instanceof MissingCell ? null : serializerOf(cell);
            writeInt(number);
            if (serializer == null) {
                m_plain.put(number, cell);
            } else {
                m_serializers.put(number, serializer);
                serializer.serialize(cell, this);
            }
        }
    }

    private static final class Input extends DataInputStream implements DataCellDataInput {
        private final Output m_written;

        Input(final Output written) {
            super(new ByteArrayInputStream(written.bytes()));
            m_written = written;
        }

        @Override
        public DataCell readDataCell() throws IOException {
            final int number = readInt();
            final DataCellSerializer<DataCell> serializer = m_written.m_serializers.get(number);
            return serializer == null ? m_written.m_plain.get(number) : serializer.deserialize(this);
        }
    }
}
