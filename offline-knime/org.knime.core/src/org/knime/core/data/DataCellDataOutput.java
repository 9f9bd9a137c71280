package org.knime.core.data;

import java.io.DataOutput;
import java.io.IOException;

/** A sink of bytes that can also take whole cells. */
public interface DataCellDataOutput extends DataOutput {

    void writeDataCell(DataCell cell) throws IOException;

    /** Like {@link DataOutput#writeUTF(String)}, but without its limit of 65,535 bytes. */
    @Override
    void writeUTF(String text) throws IOException;
}
