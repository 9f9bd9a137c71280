package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.knime.core.data.Recorded.attempt;
import static org.knime.core.data.container.TableScript.STRING_DOUBLE;
import static org.knime.core.data.container.TableScript.column;
import static org.knime.core.data.container.TableScript.row;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.PlainCell;
import org.knime.core.data.Recorded;
import org.knime.core.data.collection.CollectionCellFactory;
import org.knime.core.data.collection.ListCell;
import org.knime.core.data.container.TableScript.Filler;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;

/** Domains of finished tables are as recorded. */
class DomainsTest {

    private final Map<String, String> m_runs = new LinkedHashMap<>();

    @TestFactory
    Stream<DynamicTest> everyRecordedCase() {
        for (final int distinct : new int[]{1, 2, 59, 60, 61, 100}) {
            strings(distinct);
        }
        final double nan = Double.NaN;
        for (final double[] values : new double[][]{{nan}, {nan, 1, 2}, {1, nan, 2}, {1, 2, nan},
            {Double.POSITIVE_INFINITY, 1}, {1, Double.NEGATIVE_INFINITY}, {0.0, -0.0}, {}}) {
            doubles(values);
        }
        specsWithDomain();
        otherTypes();
        return Recorded.sections("domains.txt").entrySet().stream()
            .map(section -> DynamicTest.dynamicTest(section.getKey(),
                () -> assertEquals(section.getValue(), m_runs.get(section.getKey()))));
    }

    private void run(final String title, final DataTableSpec spec, final Filler filler) {
        m_runs.put(title, TableScript.run(spec, filler));
    }

    private void strings(final int distinct) {
        run("string column with " + distinct + " distinct values (+ 1 missing)", STRING_DOUBLE, (c, log) -> {
            for (int i = 0; i < distinct; i++) {
                c.addRowToTable(row("r" + i, new StringCell("v" + i), new DoubleCell(i)));
            }
            c.addRowToTable(row("rm", DataType.getMissingCell(), DataType.getMissingCell()));
        });
    }

    private void doubles(final double... values) {
        run("double column " + Arrays.toString(values), STRING_DOUBLE, (c, log) -> {
            for (int i = 0; i < values.length; i++) {
                c.addRowToTable(row("r" + i, new StringCell("a"), new DoubleCell(values[i])));
            }
        });
    }

    private void specsWithDomain() {
        final DataTableSpec with = new DataTableSpec(
            column("s", StringCell.TYPE,
                new DataColumnDomainCreator(new StringCell("z"), new StringCell("y")).createDomain()),
            column("d", DoubleCell.TYPE,
                new DataColumnDomainCreator(new DoubleCell(-10), new DoubleCell(10)).createDomain()));
        final Filler two = (c, log) -> {
            c.addRowToTable(row("r1", new StringCell("a"), new DoubleCell(0)));
            c.addRowToTable(row("r2", new StringCell("y"), new DoubleCell(20)));
        };
        for (final boolean init : new boolean[]{true, false}) {
            final String container = "createDataContainer(spec, " + init + "), ";
            m_runs.put("column specs with domain (s: z,y; d: -10..10), " + container + "rows a,0 and y,20",
                TableScript.run(with, init, two));
            m_runs.put("column specs with domain, " + container + "no rows",
                TableScript.run(with, init, (c, log) -> { }));
            m_runs.put("column specs without domain, " + container + "rows a,0 and y,20",
                TableScript.run(STRING_DOUBLE, init, two));
        }
    }

    private void otherTypes() {
        run("int, long, boolean columns", new DataTableSpec(new String[]{"i", "l", "b"},
            new DataType[]{IntCell.TYPE, LongCell.TYPE, BooleanCell.TYPE}), (c, log) -> {
                c.addRowToTable(row("r1", new IntCell(5), new LongCell(7), BooleanCell.TRUE));
                c.addRowToTable(row("r2", new IntCell(-5), new LongCell(9), BooleanCell.FALSE));
            });
        final DataType list = ListCell.getCollectionType(DoubleCell.TYPE);
        run("list of double, dense double vector, custom cell columns", new DataTableSpec(
            new String[]{"l", "v", "p"}, new DataType[]{list, DoubleVectorCellFactory.TYPE, PlainCell.TYPE}),
            (c, log) -> {
                final DataCell vector = DoubleVectorCellFactory.createCell(new double[]{1, 2});
                c.addRowToTable(row("r1", listOf(new DoubleCell(1), new DoubleCell(2)), vector, new PlainCell(1, 2)));
            });
        run("list column filled with an empty list and a list of ints", TableScript.columns("l", list),
            (c, log) -> log.append("empty: " + attempt(() -> {
                c.addRowToTable(row("r1", listOf()));
                return null;
            }) + "\nlist of int: " + attempt(() -> {
                c.addRowToTable(row("r2", listOf(new IntCell(1))));
                return null;
            }) + "\n"));
    }

    private static DataCell listOf(final DataCell... cells) {
        return CollectionCellFactory.createListCell(List.of(cells));
    }
}
