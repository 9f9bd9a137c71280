package org.xasnodes.runner.execution;

import org.knime.core.node.ExecutionContext;
import org.xasnodes.runner.kernel.Execution;

/** Lets another thread end what the run is at: the running node is told and its thread interrupted, as KNIME does. */
final class Cancellation {

    /** Hears how far a node has come. */
    @FunctionalInterface
    interface Progress {
        void report(double fraction, String message);
    }

    private boolean m_isCanceled;

    private Execution m_current;

    private Thread m_thread;

    synchronized void cancel() {
        m_isCanceled = true;
        if (m_current != null) {
            m_current.cancel();
            m_thread.interrupt();
        }
    }

    synchronized boolean isCanceled() {
        return m_isCanceled;
    }

    /**
     * The current thread starts a node.
     *
     * @param progress takes the fraction done and what it is at, which may be empty
     * @return what the node reports to
     */
    synchronized ExecutionContext start(final Progress progress) {
        m_current = new Execution((fraction, message) -> {
            if (!Double.isNaN(fraction)) {
                final String text = message == null ? null : message.get();
                progress.report(fraction, text == null ? "" : text);
            }
        });
        m_thread = Thread.currentThread();
        if (m_isCanceled) {
            m_current.cancel();
        }
        return m_current.context();
    }

    synchronized void end() {
        m_current = null;
        m_thread = null;
        Thread.interrupted(); // meant for the node that has ended
    }
}
