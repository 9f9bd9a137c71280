package org.xasnodes.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xasnodes.runner.api.ProjectFiles;
import org.xasnodes.runner.execution.NodeFactories;

/** The example workflows with KNIME's own learners: our part runs without KNIME, the rest is named. */
final class LearnerWorkflowsTest {

    @TempDir
    Path m_temp;

    private final ByteArrayOutputStream m_out = new ByteArrayOutputStream();

    /** @return what the run said */
    private String run(final int status, final String workflow, final String... arguments) throws Exception {
        final PrintStream out = new PrintStream(m_out, true, StandardCharsets.UTF_8);
        final String[] all = new String[arguments.length + 3];
        all[0] = ProjectFiles.workflow(workflow).toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--out";
        all[all.length - 1] = "result";
        final int ended = new RunApplication(out, out).run(all, m_temp, false, NodeFactories.contributed());
        final String said = m_out.toString(StandardCharsets.UTF_8);
        assertEquals(status, ended, said);
        return said;
    }

    private static void assertStates(final String said, final String state, final String... nodes) {
        for (final String node : nodes) {
            assertTrue(said.matches("(?s).*" + node.replace("(", "\\(").replace(")", "\\)") + " +" + state + ".*"),
                node + " is not " + state + " in:\n" + said);
        }
    }

    private List<String> table(final String name) throws IOException {
        return Files.readAllLines(m_temp.resolve("result").resolve(name));
    }

    /** @return the names of the columns of a feature */
    private List<String> columns(final String name) throws IOException {
        return List.of(table(name).get(0).split(",")).stream().filter(c -> c.startsWith("cdf ")).toList();
    }

    @Test
    void classifyWithKnimeLearnersMakesTheFeatures() throws Exception {
        final String said = run(0, "06-classify-with-knime-learners");
        assertStates(said, "EXECUTED", "#1 XANES Simulator", "#2 CDF Features");
        assertStates(said, "needs KNIME", "#3 Table Partitioner", "#6 Random Forest Learner",
            "#8 Gradient Boosted Trees Learner", "#10 Logistic Regression Learner", "#14 RProp MLP Learner",
            "#19 Scorer");
        assertTrue(said.contains("Not executed, because #3 Table Partitioner needs KNIME."), said);
        assertEquals(601, table("02 CDF Features - Features.csv").size());
        assertEquals(100, columns("02 CDF Features - Features.csv").size());
    }

    @Test
    void filesThatAreTheUsersAreAskedFor() throws Exception {
        for (final String workflow : List.of("07-computed-to-measured", "08-battery-oxidation-states")) {
            assertStates(run(1, workflow), "IDLE", "#1 Spectrum Reader", "#3 CDF Features");
        }
        assertEquals(4, m_out.toString(StandardCharsets.UTF_8).split("Choose a file or folder", -1).length - 1);
    }

    @Test
    void measuredReferencesMeetTheColumnsOfTheTrainingSpectra() throws Exception {
        final Path computed = ProjectFiles.shared("labelled/cu-k-feff-omnixas/cu_k_oxstate_wide.csv");
        final Path measured = ProjectFiles.shared("labelled/cu-k-measured-refs/cu-ref-mix.res");
        final String said = run(0, "07-computed-to-measured", "--set", "#1/source/path=" + computed, "--set",
            "#6/source/path=" + measured, "--set", "Energy Aligner/references=MEAN"); // much faster than the best match
        assertStates(said, "EXECUTED", "#3 CDF Features", "#7 Energy Aligner", "#10 CDF Features", "#15 CDF Features");
        assertStates(said, "needs KNIME", "#5 Random Forest Learner", "#8 Table Creator", "#12 Joiner", "#18 Scorer");
        assertEquals(2688, table("03 CDF Features - Features.csv").size());
        final List<String> training = columns("03 CDF Features - Features.csv");
        assertEquals(133, training.size());
        for (final String name : List.of("10 CDF Features - Features.csv", "15 CDF Features - Features.csv")) {
            assertEquals(20, table(name).size(), name);
            assertEquals(training, columns(name), name);
        }
    }

    /** Simulated spectra in the layout of the authors' computed set: three structures of two sites. */
    @Test
    void sitesBecomeCompoundsAndMeasuredCathodesMeetTheirColumns() throws Exception {
        final Path measured = ProjectFiles.shared("data/nmc_exp_xas.json");
        final Path computed = Files.writeString(m_temp.resolve("computed.json"), computedSet());
        final String said = run(0, "08-battery-oxidation-states", "--set", "#1/source/path=" + computed, "--set",
            "#5/source/path=" + measured);
        assertStates(said, "EXECUTED", "#2 Spectrum Averager", "#3 CDF Features", "#7 CDF Features");
        assertStates(said, "needs KNIME", "#4 Random Forest Learner (Regression)", "#9 GroupBy",
            "#11 Line Plot (legacy)");
        assertEquals(4, table("02 Spectrum Averager - Averaged.csv").size(), said);
        assertEquals(17, table("07 CDF Features - Features.csv").size());
        assertEquals(columns("03 CDF Features - Features.csv"), columns("07 CDF Features - Features.csv"));
    }

    private static String computedSet() {
        final String energies = IntStream.rangeClosed(8320, 8380).mapToObj(Integer::toString)
            .collect(Collectors.joining(",", "[", "]"));
        return "{" + column("Energy", i -> energies) + "," + column("Intensity", i -> edge(8340 + i)) + ","
            + column("absorbing_atom_idx", i -> "" + i % 2) + ","
            + column("structure", i -> "{\"sites\":[{\"abc\":[0,0," + i / 2 + "]}]}") + ","
            + column("composition", i -> "\"NMC622\"") + ","
            + column("oxidation_state", i -> Double.toString(2 + i / 2 * 0.5)) + "}";
    }

    private static String column(final String name, final IntFunction<String> value) {
        return IntStream.range(0, 6).mapToObj(i -> "\"" + i + "\":" + value.apply(i))
            .collect(Collectors.joining(",", "\"" + name + "\":{", "}"));
    }

    private static String edge(final double edgeEv) {
        return IntStream.rangeClosed(8320, 8380).mapToObj(e -> Double.toString(0.5 + Math.atan(e - edgeEv) / Math.PI))
            .collect(Collectors.joining(",", "[", "]"));
    }
}
