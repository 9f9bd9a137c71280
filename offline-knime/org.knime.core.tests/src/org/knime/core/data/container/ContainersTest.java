package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.knime.core.data.Recorded.attempt;
import static org.knime.core.data.container.TableScript.STRING_DOUBLE;
import static org.knime.core.data.container.TableScript.columns;
import static org.knime.core.data.container.TableScript.row;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.Recorded;
import org.knime.core.data.container.TableScript.Filler;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;

/** Containers behave as recorded: when faults show, what they say, what a table holds. */
class ContainersTest {

    private static final DataCell MISSING = DataType.getMissingCell();

    private final Map<String, String> m_runs = new LinkedHashMap<>();

    private void run(final String title, final DataTableSpec spec, final Filler filler) {
        m_runs.put(title, TableScript.run(spec, filler));
    }

    private void run(final String title, final Filler filler) {
        run(title, STRING_DOUBLE, filler);
    }

    /** The text of a NullPointerException is the Java platform's there, and ours here. */
    private static String withoutPlatformText(final String text) {
        return text.replaceAll("getTable(.*)NullPointerException: (Cannot invoke|There is no table).*",
            "getTable$1NullPointerException");
    }

    @TestFactory
    Stream<DynamicTest> everyRecordedCase() {
        openAndClosed();
        duplicateKeys();
        wrongTypes();
        missingAndEmpty();
        final Map<String, String> recorded = Recorded.sections("containers.txt");
        recorded.keySet().removeIf(t -> t.startsWith("spec for most"));
        return recorded.entrySet().stream().map(section -> DynamicTest.dynamicTest(section.getKey(), () -> {
            if (section.getValue().isEmpty()) {
                assertTrue(oneLiners().contains(section.getKey().replaceAll("<empty_\\d+>", "<empty_N>")),
                    section.getKey());
            } else {
                assertEquals(withoutPlatformText(section.getValue()),
                    withoutPlatformText(String.valueOf(m_runs.get(section.getKey()))));
            }
        }));
    }

    private void openAndClosed() {
        run("normal, getTable before close", (c, log) -> {
            log.append("isOpen " + c.isOpen() + " isClosed " + c.isClosed() + " size " + c.size() + "\n");
            c.addRowToTable(row("r1", new StringCell("a"), new DoubleCell(1)));
            log.append("getTable while open: " + attempt(c::getTable) + "\n");
            log.append("getTableSpec while open: " + attempt(() -> Recorded.print(c.getTableSpec())) + "\n");
        });
        run("add after close, close twice", (c, log) -> {
            c.addRowToTable(row("r1", new StringCell("a"), new DoubleCell(1)));
            c.close();
            log.append("add after close: " + attempt(() -> add(c, "r2", MISSING, MISSING)) + "\n");
            log.append("close again: " + attempt(() -> {
                c.close();
                return null;
            }) + "\n");
        });
    }

    private static Object add(final DataContainer container, final String key, final DataCell... cells) {
        container.addRowToTable(row(key, cells));
        return null;
    }

    private void duplicateKeys() {
        run("duplicate row ID, 2 rows", (c, log) -> {
            add(c, "r1", new StringCell("a"), new DoubleCell(1));
            log.append("second add with the same ID: "
                + attempt(() -> add(c, "r1", new StringCell("b"), new DoubleCell(2))) + "\n");
            log.append("third add, other ID: " + attempt(() -> add(c, "r9", new StringCell("b"), new DoubleCell(2)))
                + "\n");
        });
        run("duplicate row ID, second far away (row 0 and row 60000)", (c, log) -> {
            final int far = 60000;
            log.append("adds: " + attempt(() -> {
                addMany(c, far);
                return add(c, "k0", new StringCell("b"), new DoubleCell(2));
            }) + " at add number " + (c.size() - 1) + "\n");
        });
        run("duplicate in row 1, then 300000 good rows", (c, log) -> log.append("adds: " + attempt(() -> {
            add(c, "k", MISSING, MISSING);
            add(c, "k", MISSING, MISSING);
            return addMany(c, MANY);
        }) + when(c)));
        run("wrong cell type in the very first row, then 300000 good rows "
            + "(the add number at which it shows depends on timing)", (c, log) -> log.append("adds: " + attempt(() -> {
                add(c, "bad", new StringCell("a"), new StringCell("1"));
                return addMany(c, MANY);
            }) + when(c)));
    }

    private static final int MANY = 300000;

    private static Object addMany(final DataContainer container, final int rows) {
        for (int i = 0; i < rows; i++) {
            add(container, "k" + i, new StringCell("a"), new DoubleCell(i));
        }
        return null;
    }

    private static String when(final DataContainer container) {
        return container.size() >= MANY ? " never before close\n" : " before the last add\n";
    }

    private void wrongTypes() {
        runAdds("wrong cell type: string cell in double column", STRING_DOUBLE, new StringCell("a"),
            new StringCell("1"));
        runAdds("IntCell in a double column", STRING_DOUBLE, new StringCell("a"), new IntCell(1));
        runAdds("DoubleCell in an int column", columns("i", IntCell.TYPE), new DoubleCell(1));
        runAdds("too few cells", STRING_DOUBLE, new StringCell("a"));
        runAdds("too many cells", STRING_DOUBLE, new StringCell("a"), new DoubleCell(1), new DoubleCell(2));
        run("IntCell and StringCell in a column of common type DataType.getCommonSuperType(int, string)",
            columns("i", DataType.getCommonSuperType(IntCell.TYPE, StringCell.TYPE)),
            (c, log) -> log.append("add: " + attempt(() -> {
                add(c, "r1", new IntCell(1));
                return add(c, "r2", new StringCell("x"));
            }) + "\n"));
    }

    private void runAdds(final String title, final DataTableSpec spec, final DataCell... cells) {
        run(title, spec, (c, log) -> log.append("add: " + attempt(() -> add(c, "r1", cells)) + "\n"));
    }

    private void missingAndEmpty() {
        run("missing cells, with message, null", (c, log) -> {
            add(c, "r1", MISSING, MISSING);
            add(c, "r2", new MissingCell("because"), new MissingCell(null));
            log.append("null row: " + attempt(() -> {
                c.addRowToTable(null);
                return null;
            }) + "\nnull cell in DefaultRow: " + attempt(() -> row("r3", new StringCell("a"), null)) + "\nnull key: "
                + attempt(() -> row(null, MISSING, MISSING)) + "\nempty key: "
                + attempt(() -> row("", MISSING, MISSING).getKey().getString().length()) + "\n");
        });
        run("no rows", (c, log) -> { });
        run("no columns, 2 rows", new DataTableSpec(), (c, log) -> {
            add(c, "r1");
            add(c, "r2");
        });
    }

    private static String oneLiners() {
        final DataType type = IntCell.TYPE;
        return String.join("\n",
            "duplicate column names in DataTableSpec: "
                + attempt(() -> new DataTableSpec(new String[]{"a", "a"}, new DataType[]{type, type})),
            "empty column name: " + attempt(() -> new DataColumnSpecCreator("", type).createSpec().toString()
                .replaceAll("<empty_\\d+>", "<empty_N>")),
            "null column name: " + attempt(() -> new DataColumnSpecCreator(null, type).createSpec()),
            "column name with blanks around: "
                + attempt(() -> "[" + new DataColumnSpecCreator("  b ", type).createSpec().getName() + "]"));
    }
}
