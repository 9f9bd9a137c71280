package org.xasnodes.runner.report;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.xasnodes.runner.execution.NodeMessage;
import org.xasnodes.runner.execution.NodeRun;
import org.xasnodes.runner.execution.NodeState;
import org.xasnodes.runner.execution.RunListener;

/** Tells the user how the run goes: progress while a node runs, if there is a terminal, and its result afterwards. */
public final class ConsoleReport implements RunListener {

    private static final int LINE_WIDTH = 78;

    private static final long NANOS_BETWEEN = 100_000_000;

    private final PrintStream m_out;

    private final boolean m_isTerminal;

    private long m_lastProgress;

    /**
     * @param out where to write
     * @param isTerminal whether a line can be written over
     */
    public ConsoleReport(final PrintStream out, final boolean isTerminal) {
        m_out = out;
        m_isTerminal = isTerminal;
    }

    @Override
    public void started(final NodeRun node) {
        overwrite(node.node() + " ...");
    }

    @Override
    public void progress(final NodeRun node, final double fraction, final String message) {
        final long now = System.nanoTime();
        if (m_isTerminal && now - m_lastProgress > NANOS_BETWEEN) {
            m_lastProgress = now;
            overwrite(String.format(Locale.ROOT, "%s  %3.0f %%  %s", node.node(), 100 * fraction, message));
        }
    }

    private synchronized void overwrite(final String text) {
        if (m_isTerminal) {
            final String line = text.replaceAll("\\s+", " ");
            m_out.printf("\r%-" + LINE_WIDTH + "s", line.substring(0, Math.min(LINE_WIDTH, line.length())));
            m_out.flush();
        }
    }

    @Override
    public synchronized void finished(final NodeRun node) {
        if (m_isTerminal) {
            m_out.print("\r" + " ".repeat(LINE_WIDTH) + "\r");
        }
        final String state = node.state() == NodeState.NEEDS_KNIME ? "needs KNIME" : node.state().toString();
        m_out.printf(Locale.ROOT, "%-40s %-11s%s%n", node.node(), state,
            node.state() == NodeState.EXECUTED ? String.format(Locale.ROOT, " %8.2f s", node.seconds()) : "");
        message(node.message());
        node.notes().forEach(note -> m_out.println("   note: " + note));
        final List<String> ports = node.outputNames();
        for (int i = 0; i < ports.size(); i++) {
            final String port = ports.get(i);
            node.output(i).ifPresent(object -> output(port, object));
        }
        m_out.flush();
    }

    private void message(final NodeMessage message) {
        if (message.type() != NodeMessage.Type.NONE) {
            m_out.println("   " + message.type().name().toLowerCase(Locale.ROOT) + ": " + message.text());
            message.advice().forEach(advice -> m_out.println("   advice: " + advice));
        }
    }

    private void output(final String port, final PortObject object) {
        if (object instanceof BufferedDataTable table) {
            TableHead.of(port, table).forEach(m_out::println);
        } else {
            m_out.println("   " + port + ": " + object.getSummary());
        }
    }
}
