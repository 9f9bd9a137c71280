package org.knime.core.node;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.xasnodes.runner.kernel.Execution;

/** Progress, messages and cancel. */
class ExecutionMonitorTest {

    private double m_progress = -1;

    private String m_message = "none yet";

    private final Execution m_execution = new Execution((progress, message) -> {
        m_progress = progress;
        m_message = message.get();
    });

    private final ExecutionContext m_exec = m_execution.context();

    @Test
    void aMessageAloneIsNoProgress() {
        m_exec.setMessage("starting");
        assertTrue(Double.isNaN(m_progress));
        assertEquals("starting", m_message);
    }

    @Test
    void progressOutsideZeroToOneIsIgnored() {
        m_exec.setProgress(0.5, "half");
        for (final double odd : new double[]{-0.1, 1.1, Double.NaN}) {
            m_exec.setProgress(odd);
            assertEquals(0.5, m_progress);
        }
        assertEquals("half", m_message);
    }

    @Test
    void subMonitorsShareTheProgress() {
        final ExecutionMonitor first = m_exec.createSubProgress(0.25);
        final ExecutionContext second = m_exec.createSubExecutionContext(0.75);
        first.setProgress(1);
        assertEquals(0.25, m_progress);
        second.createSubProgress(0.5).setProgress(0.5);
        assertEquals(0.25 + 0.75 * 0.25, m_progress, 1e-12);
        second.setProgress(5);
        assertEquals(1, m_progress, 1e-12);
    }

    @Test
    void manySmallStepsDoNotAddUpToTooMuch() {
        final ExecutionMonitor sub = m_exec.createSubProgress(0.5);
        final int steps = 1_000_000;
        for (int i = 1; i <= steps; i++) {
            sub.setProgress(i / (double)steps);
        }
        assertEquals(0.5, m_progress, 1e-3);
    }

    @Test
    void messagesOfSubMonitorsAreAppended() {
        m_exec.setMessage("outer");
        final ExecutionMonitor sub = m_exec.createSubProgress(0.5);
        sub.setProgress(0.5, "inner");
        assertEquals("outer - inner", m_message);
        sub.createSubProgress(1).setMessage("innermost");
        assertEquals("outer - inner - innermost", m_message);
        sub.setMessage("again");
        assertEquals("outer - again", m_message);
        m_exec.createSilentSubProgress(0.5).setProgress(1, "unheard");
        assertEquals("outer - again", m_message);
        assertEquals(0.75, m_progress, 1e-12);
        m_exec.setMessage("done");
        assertEquals("done", m_message);
    }

    @Test
    void cancelReachesAllButTheNonCancelable() {
        final ExecutionMonitor sub = m_exec.createSubProgress(0.5);
        final ExecutionMonitor brave = m_exec.createNonCancelableSubProgress();
        assertDoesNotThrow(sub::checkCanceled);
        m_execution.cancel();
        assertThrows(CanceledExecutionException.class, sub::checkCanceled);
        assertThrows(CanceledExecutionException.class, m_exec::checkCanceled);
        assertDoesNotThrow(() -> brave.createSubProgress(1).checkCanceled());
    }

    @Test
    void aShareIsBetweenZeroAndOne() {
        assertEquals("Invalid sub progress size: 1.5",
            assertThrows(IllegalArgumentException.class, () -> m_exec.createSubProgress(1.5)).getMessage());
    }
}
