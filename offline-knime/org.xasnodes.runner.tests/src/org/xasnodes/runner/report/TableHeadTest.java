package org.xasnodes.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xasnodes.runner.report.Tables.column;
import static org.xasnodes.runner.report.Tables.row;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** The head of a table can be read by people. */
final class TableHeadTest {

    private static final DataColumnSpec[] TWO = {column("name", StringCell.TYPE), column("E0", DoubleCell.TYPE)};

    @Test
    void columnsAreAlignedAndNumbersStandOnTheRight() {
        assertEquals(List.of("   Out: 2 rows, 2 columns", "     RowID  name        E0", "     a      x       8333.1",
            "     b      longer       ?"),
            TableHead.of("Out", Tables.table(TWO, row(new StringCell("x"), new DoubleCell(8333.1)),
                row(new StringCell("longer"), new MissingCell(null)))));
    }

    @Test
    void fiveRowsAreShown() {
        final DataCell[][] rows = IntStream.range(0, 1234)
            .mapToObj(i -> row(new StringCell("n" + i), new DoubleCell(i))).toArray(DataCell[][]::new);
        final List<String> lines = TableHead.of("Out", Tables.table(TWO, rows));
        assertEquals("   Out: 1,234 rows, 2 columns", lines.get(0));
        assertEquals(8, lines.size());
        assertEquals("     ...", lines.get(7));
    }

    @Test
    void ofManyColumnsTheFirstAndLastAreShown() {
        final DataColumnSpec[] columns =
            IntStream.range(0, 20).mapToObj(i -> column("c" + i, IntCell.TYPE)).toArray(DataColumnSpec[]::new);
        final DataCell[] cells = new DataCell[20];
        Arrays.setAll(cells, IntCell::new);
        assertEquals("     RowID  c0  c1  c2  c3  ...  c17  c18  c19",
            TableHead.of("Out", Tables.table(columns, cells)).get(1));
    }

    @Test
    void anEmptyTableHasOnlyItsSize() {
        assertEquals(List.of("   Out: 0 rows, 2 columns"), TableHead.of("Out", Tables.table(TWO)));
    }

    @Test
    void longTextIsCutAndStaysOnItsLine() {
        final String text = "first line\n" + "x".repeat(1000);
        final List<String> lines = TableHead.of("Out", Tables.table(TWO, row(new StringCell(text), new DoubleCell(1))));
        assertEquals(3, lines.size());
        assertTrue(lines.get(2).length() < 100 && lines.get(2).contains("first line xxx"), lines.get(2));
    }

    @ParameterizedTest
    @CsvSource({"0.1,0.1", "0.12345678,0.123457", "8330.404040404041,8330.4", "-0.5,-0.5", "3,3.0", "1e-9,1.00000e-09",
        "2.5e12,2.50000e+12", "0.00012,1.20000e-04", "NaN,NaN"})
    void numbersHaveSixDigits(final double number, final String expected) {
        assertEquals(expected, Cells.brief(new DoubleCell(number), 40));
    }
}
