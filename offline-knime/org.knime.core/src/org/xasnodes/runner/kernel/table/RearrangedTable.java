package org.xasnodes.runner.kernel.table;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.xasnodes.runner.kernel.table.ContainerAccess.Source;

/**
 * Makes a table out of another one by a rearranger: columns that are kept are shared, cells of new columns are made
 * chunk by chunk, by several threads if all factories allow it. Chunks are taken over in row order, so that domains and
 * the first error do not depend on the threads.
 */
public final class RearrangedTable {

    private static final int CHUNKS_PER_WORKER = 8;

    private final StoredTable m_input;

    private final DataTableSpec m_spec;

    private final List<Source> m_sources;

    private final List<Source> m_newColumns = new ArrayList<>();

    private final List<CellFactory> m_factories;

    /** By new column, which factory makes it, and as which of its columns. */
    private final int[] m_factoryOf;

    private final int[] m_columnOf;

    private final int m_workers;

    private final CellBlock m_block;

    private final CellChecks m_checks;

    private final DomainCollector[] m_domains;

    private RearrangedTable(final StoredTable input, final List<Source> sources) {
        m_input = input;
        m_sources = sources;
        m_spec = new DataTableSpec(sources.stream().map(Source::column).toArray(DataColumnSpec[]::new));
        sources.stream().filter(s -> s.factory() != null).forEach(m_newColumns::add);
        m_factories = new ArrayList<>(
            new LinkedHashSet<>(m_newColumns.stream().map(Source::factory).toList()));
        m_factoryOf = m_newColumns.stream().mapToInt(s -> m_factories.indexOf(s.factory())).toArray();
        m_columnOf = m_newColumns.stream().mapToInt(Source::index).toArray();
        m_workers = workers();
        final DataTableSpec newColumns =
            new DataTableSpec(m_newColumns.stream().map(Source::column).toArray(DataColumnSpec[]::new));
        final long share = input.size() / (Math.max(1L, m_workers) * CHUNKS_PER_WORKER);
        m_block = new CellBlock(newColumns, (int)Math.max(1, Math.min(Integer.MAX_VALUE, share)));
        m_checks = new CellChecks(newColumns, m_block);
        m_domains = TableWriter.collectors(newColumns, true);
    }

    /** @return number of threads, 0 for the calling one */
    private int workers() {
        int result = Integer.MAX_VALUE;
        for (final CellFactory factory : m_factories) {
            final boolean parallel =
                factory instanceof AbstractCellFactory && ((AbstractCellFactory)factory).isParallelProcessing();
            result = Math.min(result, parallel ? ((AbstractCellFactory)factory).getMaxParallelWorkers() : 0);
        }
        return m_factories.isEmpty() ? 0 : result;
    }

    /**
     * @param input the table
     * @param sources the columns of the new one
     * @param exec for progress and cancel
     * @return the new table
     * @throws CanceledExecutionException if the user canceled
     * @throws RuntimeException what a factory throws, or if it makes wrong cells
     */
    public static StoredTable create(final StoredTable input, final List<Source> sources, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final RearrangedTable result = new RearrangedTable(input, sources);
        try {
            if (!result.m_factories.isEmpty()) {
                result.fill(exec);
            }
        } finally {
            for (final CellFactory factory : result.m_factories) {
                if (factory instanceof AbstractCellFactory) {
                    ((AbstractCellFactory)factory).afterProcessing();
                }
            }
        }
        return result.table();
    }

    private void fill(final ExecutionMonitor exec) throws CanceledExecutionException {
        final long rows = m_input.size();
        final int step = m_block.rowsPerChunk();
        m_block.reserve(rows);
        if (m_workers == 0) {
            for (long from = 0; from < rows; from += step) {
                final long to = Math.min(rows, from + step);
                take(makeRows(from, to, exec), to, exec);
            }
        } else {
            fillInParallel(rows, step, exec);
        }
    }

    private void fillInParallel(final long rows, final int step, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final AtomicInteger number = new AtomicInteger();
        final ExecutorService pool = Executors.newFixedThreadPool(m_workers, task -> {
            final Thread thread = new Thread(task, "KNIME-Worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            final Deque<Future<DomainCollector[]>> pending = new ArrayDeque<>();
            long submitted = 0;
            for (long taken = 0; taken < rows; taken = Math.min(rows, taken + step)) {
                while (submitted < rows && pending.size() < 2 * m_workers) {
                    final long from = submitted;
                    submitted = Math.min(rows, from + step);
                    final long to = submitted;
                    pending.add(pool.submit(() -> makeRows(from, to, exec)));
                }
                take(result(pending.remove()), Math.min(rows, taken + step), exec);
            }
        } finally {
            stop(pool);
        }
    }

    /** After an error or cancel the workers end at their next row, so that a factory is not called after its end. */
    private static void stop(final ExecutorService pool) {
        pool.shutdownNow();
        try {
            pool.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static DomainCollector[] result(final Future<DomainCollector[]> chunk) throws CanceledExecutionException {
        try {
            return chunk.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CanceledExecutionException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CanceledExecutionException) {
                throw (CanceledExecutionException)e.getCause();
            }
            if (e.getCause() instanceof Error) {
                throw (Error)e.getCause();
            }
            throw (RuntimeException)e.getCause();
        }
    }

    private void take(final DomainCollector[] chunk, final long to, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        for (int i = 0; i < chunk.length; i++) {
            m_domains[i].merge(chunk[i]);
        }
        m_factories.get(0).setProgress(to, m_input.size(), m_input.keys().get(to - 1), exec);
        exec.checkCanceled();
    }

    /** Makes and stores the new cells of some rows. */
    private DomainCollector[] makeRows(final long from, final long to, final ExecutionMonitor exec)
        throws CanceledExecutionException {
        final DomainCollector[] domains = new DomainCollector[m_domains.length];
        for (int i = 0; i < domains.length; i++) {
            domains[i] = m_domains[i].part();
        }
        final DataCell[][] made = new DataCell[m_factories.size()][];
        for (long row = from; row < to; row++) {
            exec.checkCanceled();
            final DataRow input = m_input.row(row);
            final RowKey key = input.getKey();
            for (int i = 0; i < made.length; i++) {
                made[i] = cells(m_factories.get(i), input, row);
            }
            for (int i = 0; i < m_factoryOf.length; i++) {
                final DataCell cell = made[m_factoryOf[i]][m_columnOf[i]];
                if (cell == null) {
                    throw new NullPointerException("Cell at index " + i + " is null!");
                }
                m_checks.write(row, key, i, cell, domains);
            }
        }
        return domains;
    }

    private static DataCell[] cells(final CellFactory factory, final DataRow row, final long index) {
        final DataCell[] result = factory.getCells(row, index);
        final int expected = factory.getColumnSpecs().length;
        if (result.length != expected) {
            throw new IndexOutOfBoundsException("New cells array length conflict: expected " + expected + ", actual "
                + result.length + " (" + factory.getClass() + ")");
        }
        return result;
    }

    private StoredTable table() {
        final DataColumnSpec[] specs = new DataColumnSpec[m_sources.size()];
        final StoredTable.Column[] columns = new StoredTable.Column[specs.length];
        int next = 0;
        for (int i = 0; i < specs.length; i++) {
            final Source source = m_sources.get(i);
            if (source.factory() == null) {
                specs[i] = source.column();
                columns[i] = m_input.column(source.index());
            } else {
                specs[i] = TableWriter.withDomain(source.column(), m_domains[next]);
                columns[i] = new StoredTable.Column(m_block, next++);
            }
        }
        return new StoredTable(new DataTableSpec(m_spec.getName(), specs), m_input.keys(), columns);
    }
}
