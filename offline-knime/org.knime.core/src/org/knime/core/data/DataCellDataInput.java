package org.knime.core.data;

import java.io.DataInput;
import java.io.IOException;

/** A source of bytes that can also read whole cells. */
public interface DataCellDataInput extends DataInput {

    DataCell readDataCell() throws IOException;
}
