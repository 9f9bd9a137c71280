package org.xasnodes.nodes.util;

import java.util.concurrent.CancellationException;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.xasnodes.core.util.ProgressMonitor;

/** Shows the progress of a core computation in KNIME and passes on the user's cancelling. */
public final class NodeProgress implements ProgressMonitor {

    /** Finer steps than this are not visible on a progress bar. */
    private static final double STEP = 0.002;

    private final ExecutionMonitor m_monitor;

    private volatile double m_shown = -1;

    /**
     * @param monitor where to show progress
     */
    public NodeProgress(final ExecutionMonitor monitor) {
        m_monitor = monitor;
    }

    @Override
    public void update(final double fraction, final String message) {
        try {
            m_monitor.checkCanceled();
        } catch (final CanceledExecutionException e) {
            throw (CancellationException)new CancellationException(e.getMessage()).initCause(e);
        }
        if (fraction >= 1 || Math.abs(fraction - m_shown) >= STEP) {
            m_shown = fraction;
            m_monitor.setProgress(Math.max(0, Math.min(1, fraction)), message);
        }
    }

    /**
     * @param e what core threw when the user cancelled
     * @return the same for KNIME
     */
    public static CanceledExecutionException canceled(final CancellationException e) {
        return e.getCause() instanceof CanceledExecutionException c ? c : new CanceledExecutionException();
    }
}
