package org.knime.core.data.container;

import java.util.Arrays;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.RowKey;
import org.knime.core.node.ExecutionMonitor;

/** A cell factory with fixed columns, which may work on several rows at a time. */
public abstract class AbstractCellFactory implements CellFactory {

    private static final double WORKERS_PER_PROCESSOR = 1.5;

    private static final int QUEUED_PER_WORKER = 10;

    private final DataColumnSpec[] m_columns;

    private int m_workers = -1;

    private int m_queue = -1;

    public AbstractCellFactory(final DataColumnSpec... columns) {
        if (columns == null || Arrays.asList(columns).contains(null)) {
            throw new NullPointerException("Argument must not be null or contain null elements");
        }
        m_columns = columns;
    }

    public AbstractCellFactory(final boolean concurrent, final DataColumnSpec... columns) {
        this(columns);
        setParallelProcessing(concurrent);
    }

    public AbstractCellFactory(final boolean concurrent, final int workers, final int queue,
        final DataColumnSpec... columns) {
        this(columns);
        setParallelProcessing(concurrent, workers, queue);
    }

    public final void setParallelProcessing(final boolean concurrent) {
        final int workers = (int)Math.ceil(WORKERS_PER_PROCESSOR * Runtime.getRuntime().availableProcessors());
        setParallelProcessing(concurrent, workers, QUEUED_PER_WORKER * workers);
    }

    public final void setParallelProcessing(final boolean concurrent, final int workers, final int queue) {
        if (concurrent && (workers <= 0 || queue < workers)) {
            throw new IllegalArgumentException("There must be at least 1 worker, not " + workers
                + ", and a queue at least as long, not " + queue + ".");
        }
        m_workers = concurrent ? workers : -1;
        m_queue = concurrent ? queue : -1;
    }

    public final boolean isParallelProcessing() {
        return m_workers > 0;
    }

    public final int getMaxParallelWorkers() {
        return m_workers;
    }

    public final int getMaxQueueSize() {
        return m_queue;
    }

    @Override
    public DataColumnSpec[] getColumnSpecs() {
        return m_columns;
    }

    @Override
    public void setProgress(final int row, final int rows, final RowKey lastKey, final ExecutionMonitor exec) {
        setProgress((long)row, (long)rows, lastKey, exec);
    }

    @Override
    public void setProgress(final long row, final long rows, final RowKey lastKey, final ExecutionMonitor exec) {
        exec.setProgress(row / (double)rows, () -> "Processed row " + row + "/" + rows + " (\"" + lastKey + "\")");
    }

    /** Called once after the last row. */
    public void afterProcessing() {
        // for subclasses
    }
}
