package org.xasnodes.runner.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xasnodes.runner.WorkflowFiles;
import org.xasnodes.runner.workflow.WorkflowReader;

/** A node gets the states and messages it was seen to get on KNIME 5.9: source, node under test, successor. */
final class StatesAndMessagesTest {

    /** What is not replayed, and why. */
    private static final Map<String, String> NOT_REPLAYED = Map.of(
        "throw InvalidSettingsException(null message)", "the exception goes to the caller of KNIME, not to the node",
        "wrong spec class (SimpleSpec for a table port)", "needs a port type of its own; no node of ours does it",
        "wrong port object class", "needs a port type of its own: PortObjectsTest",
        "throw NullPointerException by code", "the message is that of the Java machine",
        "container not closed, getTable called", "the message is that of the Java machine");

    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"");

    @TempDir
    Path m_folder;

    /**
     * A line of the record.
     *
     * @param configure what configure did
     * @param execute what execute did
     * @param configured state after connecting
     * @param executed state after executing everything
     * @param successor its states
     */
    record Outcome(String configure, String execute, String configured, String executed, String successor) {
    }

    static Stream<Outcome> outcomes() throws IOException {
        return all().filter(outcome -> !NOT_REPLAYED.containsKey(outcome.configure)
            && !NOT_REPLAYED.containsKey(outcome.execute));
    }

    /** The lines that were recorded after a reset are left out: the runner never resets. */
    private static Stream<Outcome> all() throws IOException {
        try (InputStream in = StatesAndMessagesTest.class.getResourceAsStream("states-and-messages.csv")) {
            final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(StatesAndMessagesTest::outcome)
                .filter(outcome -> !outcome.execute.contains("(after resetAndConfigureAll)")).toList().stream();
        }
    }

    private static Outcome outcome(final String line) {
        final List<String> fields = new ArrayList<>();
        final Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.add(matcher.group(1).replace("\"\"", "\""));
        }
        return new Outcome(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(5));
    }

    @Test
    void everyRecordedOutcomeIsReplayedOrLeftOutForAReason() throws IOException {
        final Set<String> unknown = new TreeSet<>();
        outcomes().forEach(outcome -> {
            if (!RecordedOutcomes.CONFIGURE.containsKey(outcome.configure)) {
                unknown.add(outcome.configure);
            }
            if (!RecordedOutcomes.EXECUTE.containsKey(outcome.execute)) {
                unknown.add(outcome.execute);
            }
        });
        assertEquals(Set.of(), unknown);
        assertTrue(outcomes().count() > 25);
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void statesAndMessagesAreThoseOfKnime(final Outcome outcome) throws Exception {
        final TestNodes nodes = new TestNodes().source("source")
            .oneToOne("tested", RecordedOutcomes.CONFIGURE.get(outcome.configure),
                RecordedOutcomes.EXECUTE.get(outcome.execute))
            .oneToOne("after", TestNodes.SAME_SPEC, TestNodes.SAME_TABLE);
        final Path folder = new WorkflowFiles(m_folder).node(1, "Source", "source").node(2, "Tested", "tested")
            .node(3, "After", "after").connect(1, 1, 2, 1).connect(2, 1, 3, 1).write();
        final FirstStart configured = new FirstStart();
        final WorkflowRun run = new WorkflowRun(WorkflowReader.read(folder), nodes, configured);
        configured.m_run = run;
        run.run();
        final NodeRun tested = run.nodes().get(1);
        final NodeRun after = run.nodes().get(2);
        assertEquals(withoutDetails(outcome.configured), configured.m_states.get(2));
        assertEquals(withoutDetails(outcome.executed), text(tested));
        assertEquals(outcome.successor, "configured: " + configured.m_states.get(3) + " || executed: " + text(after));
    }

    /** The runner shows the summary of a message. */
    private static String withoutDetails(final String recorded) {
        return recorded.replaceFirst(" \\| issue: .*", "");
    }

    private static String text(final NodeRun run) {
        final NodeMessage message = run.message();
        return run.state() + " | message type "
            + (message.type() == NodeMessage.Type.NONE ? "RESET" : message.type()) + " | message: " + message.text();
    }

    /** Notes all states when the first node starts: then all are configured. */
    private static final class FirstStart implements RunListener {

        private final Map<Integer, String> m_states = new HashMap<>();

        private WorkflowRun m_run;

        @Override
        public void started(final NodeRun node) {
            if (m_states.isEmpty()) {
                m_run.nodes().forEach(run -> m_states.put(run.node().id(), text(run)));
            }
        }

        @Override
        public void progress(final NodeRun node, final double fraction, final String message) {
            // not of interest
        }

        @Override
        public void finished(final NodeRun node) {
            // not of interest
        }
    }
}
