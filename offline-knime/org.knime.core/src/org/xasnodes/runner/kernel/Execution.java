package org.xasnodes.runner.kernel;

import java.util.Objects;
import java.util.function.Supplier;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.runner.kernel.table.StoredTable;

/**
 * One execution of a node as the runner sees it: it gives the context the node works with, hears of progress, and can
 * cancel.
 */
public final class Execution {

    /** Hears of progress and messages, on the thread that reports them and under a lock: it must be quick. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param progress from 0 to 1, or NaN before the first one
         * @param message makes the message text, which may be null
         */
        void progress(double progress, Supplier<String> message);
    }

    /** Implemented in the package of the execution context. */
    public abstract static class Access {
        protected abstract ExecutionContext context(Execution execution);

        protected abstract StoredTable stored(BufferedDataTable table);

        protected abstract BufferedDataTable table(StoredTable stored);
    }

    private static Access access;

    private final Listener m_listener;

    private volatile boolean m_canceled;

    private boolean m_started;

    public Execution(final Listener listener) {
        m_listener = Objects.requireNonNull(listener);
    }

    public static void install(final Access implementation) {
        access = implementation;
    }

    private static Access access() {
        if (access == null) {
            try {
                Class.forName("org.knime.core.node.ExecutionMonitor");
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return access;
    }

    /** @return a context that reports to this execution */
    public ExecutionContext context() {
        return access().context(this);
    }

    /** Makes <code>checkCanceled</code> throw. KNIME interrupts the node's thread as well; the caller does that. */
    public void cancel() {
        m_canceled = true;
    }

    public boolean isCanceled() {
        return m_canceled;
    }

    /** Called by monitors. */
    public void started() {
        m_started = true;
    }

    public boolean hasStarted() {
        return m_started;
    }

    public void report(final double progress, final Supplier<String> message) {
        m_listener.progress(m_started ? progress : Double.NaN, message);
    }

    public static StoredTable stored(final BufferedDataTable table) {
        return access().stored(table);
    }

    public static BufferedDataTable table(final StoredTable stored) {
        return access().table(stored);
    }
}
