package org.knime.core.node;

import java.util.function.Supplier;

import org.xasnodes.runner.kernel.Execution;

/**
 * Takes progress, from 0 to 1, and messages, and tells whether the user canceled. A sub monitor fills a share of its
 * parent's progress; its message is appended to the parent's.
 */
public class ExecutionMonitor {

    private static final double NOTICEABLE = 0.001;

    static {
        Execution.install(new ExecutionAccess());
    }

    private final Execution m_execution;

    private final ExecutionMonitor m_parent;

    /** What the whole of this monitor is of its parent; silent ones take no messages. */
    private final double m_share;

    private final boolean m_silent;

    private final boolean m_cancelable;

    private double m_progress;

    private Supplier<String> m_message = () -> null;

    private ExecutionMonitor m_speaking;

    /** A monitor that nobody looks at. */
    public ExecutionMonitor() {
        this(new Execution((progress, message) -> { }));
    }

    ExecutionMonitor(final Execution execution) {
        m_execution = execution;
        m_parent = null;
        m_share = 1;
        m_silent = false;
        m_cancelable = true;
    }

    ExecutionMonitor(final ExecutionMonitor parent, final double share, final boolean silent,
        final boolean cancelable) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Invalid sub progress size: " + share);
        }
        m_execution = parent.m_execution;
        m_parent = parent;
        m_share = share;
        m_silent = silent;
        m_cancelable = cancelable && parent.m_cancelable;
    }

    public ExecutionMonitor createSubProgress(final double share) {
        return new ExecutionMonitor(this, share, false, true);
    }

    public ExecutionMonitor createSilentSubProgress(final double share) {
        return new ExecutionMonitor(this, share, true, true);
    }

    public ExecutionMonitor createNonCancelableSubProgress() {
        return new ExecutionMonitor(this, 1, false, false);
    }

    /**
     * @throws CanceledExecutionException if the user canceled, or this thread was interrupted
     */
    public void checkCanceled() throws CanceledExecutionException {
        if (m_cancelable && (m_execution.isCanceled() || Thread.currentThread().isInterrupted())) {
            throw new CanceledExecutionException();
        }
    }

    public void setProgress(final double progress) {
        synchronized (m_execution) {
            advance(progress);
            report();
        }
    }

    public void setProgress(final double progress, final String message) {
        setProgress(progress, () -> message);
    }

    public void setProgress(final double progress, final Supplier<String> message) {
        synchronized (m_execution) {
            advance(progress);
            say(message);
            report();
        }
    }

    public void setMessage(final Supplier<String> message) {
        synchronized (m_execution) {
            say(message);
            report();
        }
    }

    public void setMessage(final String message) {
        setMessage(() -> message);
    }

    public void setProgress(final String message) {
        setMessage(message);
    }

    /** At the top any value from 0 to 1 is taken; below, only a gain that can be noticed, or errors would add up. */
    private void advance(final double progress) {
        if (m_parent == null) {
            if (progress >= 0 && progress <= 1) {
                m_progress = progress;
                m_execution.started();
            }
            return;
        }
        final double bounded = Math.max(0, Math.min(1, progress));
        final double gain = bounded - m_progress;
        if (gain >= NOTICEABLE || gain >= 0 && !m_execution.hasStarted()) {
            m_progress = bounded;
            m_parent.advance(m_parent.m_progress + gain * m_share);
        }
    }

    private void say(final Supplier<String> message) {
        if (m_silent) {
            return;
        }
        m_message = message;
        m_speaking = null;
        ExecutionMonitor listener = this;
        while (listener.m_parent != null && !listener.m_silent) {
            listener.m_parent.m_speaking = listener;
            listener = listener.m_parent;
        }
    }

    private String text() {
        final String own = m_message.get();
        final String inner = m_speaking == null ? null : m_speaking.text();
        if (own == null || own.isEmpty()) {
            return inner;
        }
        return inner == null ? own : own + " - " + inner;
    }

    private void report() {
        ExecutionMonitor top = this;
        while (top.m_parent != null) {
            top = top.m_parent;
        }
        m_execution.report(top.m_progress, top::text);
    }
}
