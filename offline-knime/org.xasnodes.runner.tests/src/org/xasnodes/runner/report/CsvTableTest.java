package org.xasnodes.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.xasnodes.runner.report.Tables.column;
import static org.xasnodes.runner.report.Tables.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** A table as CSV loses nothing. */
final class CsvTableTest {

    @TempDir
    Path m_folder;

    private String csv(final DataType type, final DataCell cell) throws IOException {
        return csv(new DataColumnSpec[]{column("c", type)}, row(cell)).substring("RowID,c\r\na,".length());
    }

    private String csv(final DataColumnSpec[] columns, final DataCell[]... rows) throws IOException {
        final Path file = m_folder.resolve("table.csv");
        CsvTable.write(Tables.table(columns, rows), file);
        return Files.readString(file);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, -0.0, 1e300, 4.9e-324, 8330.404040404041, Double.NaN, Double.NEGATIVE_INFINITY})
    void aNumberHasAllItsDigits(final double number) throws IOException {
        assertEquals(number, Double.parseDouble(csv(DoubleCell.TYPE, new DoubleCell(number)).strip()));
    }

    @Test
    void wholeNumbersAndTruthAreWhole() throws IOException {
        assertEquals("7\r\n", csv(IntCell.TYPE, new IntCell(7)));
        assertEquals("7000000000\r\n", csv(LongCell.TYPE, new LongCell(7_000_000_000L)));
        assertEquals("true\r\n", csv(BooleanCell.TYPE, BooleanCell.TRUE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'',
        value = {"plain|plain", "a,b|\"a,b\"", "say \"x\"|\"say \"\"x\"\"\"", "''|\"\""})
    void textIsQuotedWhereItMustBe(final String text, final String expected) throws IOException {
        assertEquals(expected + "\r\n", csv(StringCell.TYPE, new StringCell(text)));
    }

    @Test
    void aLineBreakStaysInItsField() throws IOException {
        assertEquals("\"one\ntwo\"\r\n", csv(StringCell.TYPE, new StringCell("one\ntwo")));
    }

    @Test
    void aMissingCellIsEmpty() throws IOException {
        assertEquals("\r\n", csv(DoubleCell.TYPE, new MissingCell("no reason")));
    }

    @Test
    void aSpectrumIsItsPoints() throws IOException {
        assertEquals("8330.0:0.1 8331.0:-2.0\r\n", csv(SpectrumCell.TYPE, Tables.spectrum(0.1, -2)));
    }

    @Test
    void shiftAndScaleOfASpectrumFollowItsPoints() throws IOException {
        assertEquals("8330.0:0.5 8331.0:1.0 shift=-1.5 scale=MAXIMUM\r\n",
            csv(SpectrumCell.TYPE, Tables.shifted(-1.5, Scale.MAXIMUM, 0.5, 1)));
    }

    @Test
    void aVectorIsItsNumbers() throws IOException {
        final DataCell vector = (DataCell)DoubleVectorCellFactory.createCell(new double[]{0.1, 2});
        assertEquals("0.1 2.0\r\n", csv(vector.getType(), vector));
    }

    @Test
    void theRowsKeyComesFirstAndNamesAreQuotedToo() throws IOException {
        assertEquals("RowID,\"x, y\",z\r\na,1,2\r\nb,3,4\r\n",
            csv(new DataColumnSpec[]{column("x, y", IntCell.TYPE), column("z", IntCell.TYPE)},
                row(new IntCell(1), new IntCell(2)), row(new IntCell(3), new IntCell(4))));
    }

    @Test
    void aTableWithoutRowsHasItsHeader() throws IOException {
        assertEquals("RowID,x\r\n", csv(new DataColumnSpec[]{column("x", IntCell.TYPE)}));
    }
}
