package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.knime.core.data.Recorded.attempt;
import static org.knime.core.data.container.TableScript.column;
import static org.knime.core.data.container.TableScript.row;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataTableSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.Recorded;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** Rearranging columns does what was recorded. */
class RearrangerTest {

    private static final int ROWS = 4;

    private final Map<String, String> m_runs = new LinkedHashMap<>();

    private final ExecutionContext m_exec = TableScript.exec();

    private final BufferedDataTable m_input = input();

    /** An edit of a rearranger. */
    @FunctionalInterface
    private interface Edit {
        void apply(ColumnRearranger rearranger);
    }

    private BufferedDataTable input() {
        final DataColumnSpecCreator c = new DataColumnSpecCreator("c", DoubleCell.TYPE);
        c.setProperties(new DataColumnProperties(Map.of("my.key", "my value")));
        final BufferedDataContainer container = m_exec.createDataContainer(new DataTableSpec("in",
            column("a", StringCell.TYPE), column("b", IntCell.TYPE), c.createSpec()));
        for (int i = 0; i < ROWS; i++) {
            container
                .addRowToTable(row("r" + i, new StringCell("v" + i % 2), new IntCell(i), new DoubleCell(i / 2.0)));
        }
        container.close();
        return container.getTable();
    }

    private void run(final String title, final Edit edit) {
        final ColumnRearranger rearranger = new ColumnRearranger(m_input.getDataTableSpec());
        m_runs.put(title, "edit: " + attempt(() -> {
            edit.apply(rearranger);
            return null;
        }) + "\ncreateSpec: " + attempt(() -> "\n" + Recorded.print(rearranger.createSpec()))
            + "\ncreateColumnRearrangeTable: " + attempt(
                () -> "\n" + Recorded.print(m_exec.createColumnRearrangeTable(m_input, rearranger, m_exec)))
            + "\n");
    }

    private static CellFactory single(final String name, final DataType type, final boolean parallel,
        final Function<DataRow, DataCell> cell) {
        return new SingleCellFactory(parallel, column(name, type)) {
            @Override
            public DataCell getCell(final DataRow row) {
                return cell.apply(row);
            }
        };
    }

    private static CellFactory single(final String name, final Function<DataRow, DataCell> cell) {
        return single(name, DoubleCell.TYPE, false, cell);
    }

    /** Adds the number of cells the factory sees to a value. */
    private static CellFactory plusWidth(final String name, final double value) {
        return single(name, r -> new DoubleCell(value + r.getNumCells()));
    }

    /** A table with properties: what it keeps of them, and what a rearranged one does, is in column-properties.txt. */
    @Test
    void columnPropertiesSurviveAndTablePropertiesDoNot() throws Exception {
        final String recorded = Recorded.text("column-properties.txt");
        final DataColumnSpecCreator c = new DataColumnSpecCreator("c", DoubleCell.TYPE);
        c.setProperties(new DataColumnProperties(Map.of("my.key", "my value", "x", "line1\nline2")));
        final DataTableSpec spec =
            new DataTableSpecCreator(new DataTableSpec("table name", column("a", StringCell.TYPE), c.createSpec()))
                .putProperty("table.prop", "tp").createSpec();
        assertTrue(recorded.contains("configured out spec of the rearrange node\n"
            + Recorded.print(appendAndMove(spec).createSpec()) + "executed"));
        final BufferedDataContainer container = m_exec.createDataContainer(spec);
        container.addRowToTable(row("r", new StringCell("x"), new DoubleCell(3)));
        container.close();
        final BufferedDataTable table = container.getTable();
        assertTrue(recorded.contains("executed Trace Source table properties "
            + table.getDataTableSpec().getProperties() + "\n" + Recorded.print(table) + "executed"));
        final BufferedDataTable made =
            m_exec.createColumnRearrangeTable(table, appendAndMove(table.getSpec()), m_exec);
        assertTrue(recorded.contains("executed Trace Rearrange table properties "
            + made.getDataTableSpec().getProperties() + "\n" + Recorded.print(made) + "execution"));
    }

    private static ColumnRearranger appendAndMove(final DataTableSpec spec) {
        final ColumnRearranger result = new ColumnRearranger(spec);
        result.append(plusWidth("n", 5));
        result.move("c", 0);
        return result;
    }

    private static final class Several extends AbstractCellFactory {
        private final Function<DataRow, DataCell[]> m_cells;

        Several(final Function<DataRow, DataCell[]> cells, final DataColumnSpec... columns) {
            super(columns);
            m_cells = cells;
        }

        @Override
        public DataCell[] getCells(final DataRow row) {
            return m_cells.apply(row);
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedCase() {
        keptAndRemoved();
        replacedAndMoved();
        madeCells();
        badFactories();
        final Map<String, String> recorded = Recorded.sections("rearranger.txt");
        assertEquals(recorded.remove("input"), Recorded.print(m_input));
        return recorded.entrySet().stream()
            .map(section -> DynamicTest.dynamicTest(section.getKey(), () -> assertEquals(anyClass(section.getValue()),
                anyClass(String.valueOf(m_runs.get(section.getKey()))))));
    }

    private static String anyClass(final String text) {
        return text.replaceAll("\\(class [^)]*\\)", "(class)");
    }

    private void keptAndRemoved() {
        run("append one (value 100 + number of cells of the row the factory sees)",
            r -> r.append(plusWidth("new", 100)));
        run("append two factories, then remove b, then keepOnly", r -> {
            r.append(plusWidth("n1", 100));
            r.append(plusWidth("n2", 200));
            r.remove("b");
        });
        run("keepOnly(c, a) keeps input order?", r -> r.keepOnly("c", "a"));
        run("keepOnly with unknown name", r -> r.keepOnly("a", "nope"));
        run("keepOnly indices (2,0)", r -> r.keepOnly(2, 0));
        run("remove unknown name", r -> r.remove("nope"));
        run("remove index 7", r -> r.remove(7));
        run("remove all", r -> r.remove("a", "b", "c"));
        run("no change", r -> { });
    }

    private void replacedAndMoved() {
        run("replace b by a double column of another name", r -> r.replace(plusWidth("b2", 100), "b"));
        run("replace b by a column with the same name as c (duplicate)", r -> r.replace(plusWidth("c", 100), "b"));
        run("append a column whose name exists", r -> r.append(plusWidth("a", 100)));
        run("replace unknown column", r -> r.replace(plusWidth("b2", 100), "nope"));
        run("insertAt(1)", r -> r.insertAt(1, plusWidth("ins", 100)));
        run("move c to 0", r -> r.move("c", 0));
        run("move index 0 to index 2", r -> r.move(0, 2));
        run("move a to index 3 (after the last)", r -> r.move("a", ROWS - 1));
        run("permute(c, a)", r -> r.permute(new String[]{"c", "a"}));
        run("append then permute(new, c)", r -> {
            r.append(plusWidth("new", 100));
            r.permute(new String[]{"new", "c"});
        });
        run("replace two columns by one factory with two columns",
            r -> r.replace(new Several(
                row -> new DataCell[]{new DoubleCell(row.getKey().getString().length()),
                    new StringCell(row.getKey().getString())},
                column("len", DoubleCell.TYPE), column("key", StringCell.TYPE)), 0, 1));
    }

    private void madeCells() {
        final DataColumnSpec narrow = column("q", DoubleCell.TYPE,
            new DataColumnDomainCreator(new DoubleCell(0), new DoubleCell(1)).createDomain());
        run("append a factory whose column spec has a domain 0..1 while the values are 103 ",
            r -> r.append(new Several(row -> new DataCell[]{new DoubleCell(103)}, narrow)));
        run("append a string column (61 possible values? here 4)", r -> r.append(
            single("key", StringCell.TYPE, false, row -> new StringCell(row.getKey().getString()))));
        run("getCell returns an IntCell for a double column", r -> r.append(single("n", row -> new IntCell(3))));
        run("getCell returns missing with message", r -> r.append(single("n", row -> new MissingCell("why"))));
        final CellFactory seen = single("seen", IntCell.TYPE, false, row -> new IntCell(row.getNumCells()));
        run("a second factory sees the columns of the first?", r -> {
            r.append(plusWidth("n1", 100));
            r.append(seen);
        });
        run("factory on a table with removed columns sees", r -> {
            r.remove("a", "b");
            r.append(seen);
        });
    }

    private void badFactories() {
        final Function<DataRow, DataCell> boom = row -> {
            if (row.getKey().getString().equals("r2")) {
                throw new IllegalStateException("boom in getCell");
            }
            return new DoubleCell(1);
        };
        run("getCell throws RuntimeException on the third row", r -> r.append(single("n", boom)));
        run("the same, parallel", r -> r.append(single("n", DoubleCell.TYPE, true, boom)));
        run("getCell returns null", r -> r.append(single("n", row -> null)));
        run("getCell returns a StringCell for a double column",
            r -> r.append(single("n", row -> new StringCell("x"))));
        run("getCells returns too few cells", r -> r.append(new Several(row -> new DataCell[]{new DoubleCell(1)},
            column("n", DoubleCell.TYPE), column("m", DoubleCell.TYPE))));
    }
}
