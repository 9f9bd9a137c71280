package org.knime.core.data.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.knime.core.data.container.TableScript.column;
import static org.knime.core.data.container.TableScript.row;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.Recorded;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.runner.kernel.Execution;

/** In which order and by whom cells are made; what is recorded about it in rearranger-order.txt. */
class RearrangerOrderTest {

    private static final int ROWS = 300;

    private final List<Double> m_progress = Collections.synchronizedList(new ArrayList<>());

    private final List<String> m_messages = Collections.synchronizedList(new ArrayList<>());

    private final Execution m_execution = new Execution((progress, message) -> {
        m_progress.add(progress);
        m_messages.add(message.get());
    });

    private final ExecutionContext m_exec = m_execution.context();

    private static final class Lengths extends AbstractCellFactory {
        private final List<String> m_calls = Collections.synchronizedList(new ArrayList<>());

        private final Set<String> m_threads = ConcurrentHashMap.newKeySet();

        private final Consumer<DataRow> m_action;

        private int m_afterProcessing;

        Lengths(final boolean parallel, final Consumer<DataRow> action) {
            super(parallel, column("len", DoubleCell.TYPE), column("key", StringCell.TYPE));
            m_action = action;
        }

        @Override
        public DataCell[] getCells(final DataRow row) {
            m_calls.add(row.getKey().getString());
            m_threads.add(Thread.currentThread().getName());
            m_action.accept(row);
            return new DataCell[]{new DoubleCell(row.getKey().getString().length()),
                new StringCell(row.getKey().getString())};
        }

        @Override
        public void afterProcessing() {
            m_afterProcessing++;
        }
    }

    private static List<String> keys() {
        return IntStream.range(0, ROWS).mapToObj(i -> "Row" + i).toList();
    }

    private BufferedDataTable input() {
        final BufferedDataContainer result = TableScript.exec().createDataContainer(TableScript.STRING_DOUBLE);
        keys().forEach(k -> result.addRowToTable(row(k, new StringCell("v"), new DoubleCell(1))));
        result.close();
        return result.getTable();
    }

    private BufferedDataTable append(final CellFactory factory) throws CanceledExecutionException {
        final BufferedDataTable input = input();
        final ColumnRearranger rearranger = new ColumnRearranger(input.getDataTableSpec());
        rearranger.append(factory);
        return m_exec.createColumnRearrangeTable(input, rearranger, m_exec);
    }

    private static List<String> keysOf(final BufferedDataTable table) {
        final List<String> result = new ArrayList<>();
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                final DataRow row = rows.next();
                assertEquals(row.getKey().getString(), row.getCell(row.getNumCells() - 1).toString());
                result.add(row.getKey().getString());
            }
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyCellIsMadeOnceAtOnceAndTheOutputIsInOrder(final boolean parallel) throws Exception {
        final Lengths factory = new Lengths(parallel, row -> { });
        final BufferedDataTable table = append(factory);
        assertEquals(ROWS, factory.m_calls.size());
        assertEquals(keys(), keysOf(table));
        assertEquals(ROWS, factory.m_calls.size(), "reading makes no cells again");
        assertEquals(keys(), factory.m_calls.stream().sorted((a, b) -> Integer.compare(number(a), number(b))).toList());
        assertEquals(1, factory.m_afterProcessing);
    }

    private static int number(final String key) {
        return Integer.parseInt(key.substring("Row".length()));
    }

    @Test
    void aSequentialFactoryIsCalledInRowOrderByOneThread() throws Exception {
        final Lengths factory = new Lengths(false, row -> { });
        append(factory);
        assertEquals(keys(), factory.m_calls);
        assertEquals(1, factory.m_threads.size());
    }

    @Test
    void aParallelFactoryIsCalledBySeveralThreadsAtATime() throws Exception {
        final CountDownLatch two = new CountDownLatch(2);
        final Set<String> waiting = ConcurrentHashMap.newKeySet();
        final Lengths factory = new Lengths(true, row -> {
            if (waiting.add(Thread.currentThread().getName())) {
                two.countDown();
                try {
                    assertTrue(two.await(1, TimeUnit.MINUTES), "a second thread comes while the first one is here");
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        append(factory);
        assertTrue(factory.m_threads.stream().allMatch(t -> t.matches("KNIME-Worker-\\d+")));
    }

    @Test
    void theRecordedFactsAboutFactoriesHold() {
        final String recorded = Recorded.text("rearranger-order.txt");
        final Lengths sequential = new Lengths(false, row -> { });
        final Lengths parallel = new Lengths(true, row -> { });
        assertTrue(recorded.contains("processConcurrently=false: isParallelProcessing "
            + sequential.isParallelProcessing() + ", max workers " + sequential.getMaxParallelWorkers() + ", max queue "
            + sequential.getMaxQueueSize()));
        assertTrue(recorded.contains("processConcurrently=true: isParallelProcessing " + parallel.isParallelProcessing()
            + ", max workers ceil(1.5 * processors), max queue 10 * workers"));
        assertEquals((int)Math.ceil(1.5 * Runtime.getRuntime().availableProcessors()),
            parallel.getMaxParallelWorkers());
        assertEquals(10 * parallel.getMaxParallelWorkers(), parallel.getMaxQueueSize());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void progressGoesUpToTheEndWithTheRecordedMessage(final boolean parallel) throws Exception {
        append(new Lengths(parallel, row -> { }));
        assertEquals(m_progress.stream().sorted().toList(), m_progress);
        assertEquals(1, m_progress.get(m_progress.size() - 1));
        assertEquals("Processed row 300/300 (\"Row299\")", m_messages.get(m_messages.size() - 1));
        assertTrue(Recorded.text("rearranger-order.txt").contains("Processed row 87/300 (\"Row86\")"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void cancelStopsTheWork(final boolean parallel) {
        final Lengths factory = new Lengths(parallel, row -> m_execution.cancel());
        assertThrows(CanceledExecutionException.class, () -> append(factory));
        assertTrue(factory.m_calls.size() < ROWS);
        assertEquals(1, factory.m_afterProcessing);
    }

    @Test
    void cancelIsNoticedAfterEveryRow() {
        final Lengths factory = new Lengths(false, row -> m_execution.cancel());
        assertThrows(CanceledExecutionException.class, () -> append(factory));
        assertEquals(List.of("Row0"), factory.m_calls);
    }

    @Test
    void afterAnErrorNoWorkerGoesOn() {
        final Set<String> late = ConcurrentHashMap.newKeySet();
        final Lengths[] factory = new Lengths[1];
        factory[0] = new Lengths(true, row -> {
            if (factory[0].m_afterProcessing > 0) {
                late.add(row.getKey().getString());
            }
            if (number(row.getKey().getString()) == 5) {
                throw new IllegalArgumentException();
            }
        });
        assertThrows(IllegalArgumentException.class, () -> append(factory[0]));
        assertEquals(Set.of(), late);
    }

    @Test
    void anInterruptCancels() {
        final Lengths factory = new Lengths(true, row -> { });
        Thread.currentThread().interrupt();
        try {
            assertThrows(CanceledExecutionException.class, () -> append(factory));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theErrorOfTheFirstBadRowArrives(final boolean parallel) {
        final Lengths factory = new Lengths(parallel, row -> {
            if (number(row.getKey().getString()) >= 100) {
                throw new IllegalArgumentException("bad " + row.getKey());
            }
        });
        assertEquals("bad Row100", assertThrows(IllegalArgumentException.class, () -> append(factory)).getMessage());
    }

    @Test
    void domainsDoNotDependOnTheThreads() throws Exception {
        for (final int distinct : new int[]{59, 60, 61}) {
            final List<String> specs = new ArrayList<>();
            for (final boolean parallel : new boolean[]{false, true}) {
                specs.add(Recorded.print(append(new SingleCellFactory(parallel, column("v", StringCell.TYPE)) {
                    @Override
                    public DataCell getCell(final DataRow row) {
                        return new StringCell("v" + number(row.getKey().getString()) % distinct);
                    }
                }).getDataTableSpec()));
            }
            assertEquals(specs.get(0), specs.get(1));
            assertEquals(distinct <= 60, specs.get(0).contains("values=" + distinct + ":"));
        }
    }

    @Test
    void oddCellsAmongDoublesComeBackAsTheyWere() throws Exception {
        final BufferedDataTable table = append(new SingleCellFactory(true, column("odd", DoubleCell.TYPE)) {
            @Override
            public DataCell getCell(final DataRow row) {
                final int number = number(row.getKey().getString());
                return number % 3 == 0 ? new MissingCell("no " + number)
                    : number % 3 == 1 ? new IntCell(number) : new DoubleCell(-0.0);
            }
        });
        int number = 0;
        for (final DataRow row : (Iterable<DataRow>)table::iterator) {
            final DataCell cell = row.getCell(2);
            assertEquals(number % 3 == 0, cell.isMissing());
            if (cell.isMissing()) {
                assertEquals("no " + number, ((MissingCell)cell).getError());
            } else {
                assertEquals(number % 3 == 1 ? new IntCell(number) : new DoubleCell(-0.0), cell);
            }
            number++;
        }
        assertEquals("-0.0", table.getDataTableSpec().getColumnSpec("odd").getDomain().getLowerBound().toString());
        assertEquals("298", table.getDataTableSpec().getColumnSpec("odd").getDomain().getUpperBound().toString());
    }

    @Test
    void aTableWithoutRowsMakesNoCells() throws Exception {
        final BufferedDataContainer empty = m_exec.createDataContainer(TableScript.STRING_DOUBLE);
        empty.close();
        final ColumnRearranger rearranger = new ColumnRearranger(empty.getTable().getDataTableSpec());
        final Lengths factory = new Lengths(true, row -> { });
        rearranger.append(factory);
        final BufferedDataTable table = m_exec.createColumnRearrangeTable(empty.getTable(), rearranger, m_exec);
        assertEquals(0, table.size());
        assertFalse(table.iterator().hasNext());
        assertTrue(factory.m_calls.isEmpty());
        assertEquals(DataType.getType(StringCell.class), table.getDataTableSpec().getColumnSpec("key").getType());
    }
}
