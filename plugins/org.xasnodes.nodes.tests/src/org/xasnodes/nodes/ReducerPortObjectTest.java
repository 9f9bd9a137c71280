package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.swing.JLabel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.node.ExecutionMonitor;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.port.ReducerPortObjectSpec;
import org.xasnodes.nodes.reduce.pca.PcaReducerNodeFactory;
import org.xasnodes.runner.kernel.PortKernel;

/**
 * Reducers travel in saved workflows: a stored one of each method, made by the first release, keeps loading and reducing
 * to the same bits. The samples are never replaced, only added to.
 */
final class ReducerPortObjectTest {

    static {
        NodeRun.of(new PcaReducerNodeFactory()); // registers the serializers where there is no plug-in registry
    }

    private static byte[] sample(final String name) throws IOException {
        return Files.readAllBytes(ProjectFiles.sample(name));
    }

    private static ReducerPortObjectSpec spec(final String method) throws IOException {
        return (ReducerPortObjectSpec)PortKernel.loadSpec(ReducerPortObjectSpec.class,
            new ByteArrayInputStream(sample("reducer-" + method + "-spec.zip")));
    }

    private static ReducerPortObject load(final byte[] file, final ReducerPortObjectSpec spec) throws Exception {
        return (ReducerPortObject)PortKernel.load(ReducerPortObject.class, new ByteArrayInputStream(file), spec,
            new ExecutionMonitor());
    }

    /** Six features of rows that the sample was not fitted on. */
    private static double[][] newRows() {
        final var rows = new double[4][6];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = 1 + 0.25 * r - 0.125 * c * (r + 1);
            }
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "isomap", "ae"})
    void aStoredReducerKeepsReducingToTheSameBits(final String method) throws Exception {
        final var port = load(sample("reducer-" + method + ".zip"), spec(method));
        final var expected = Files.readAllLines(ProjectFiles.sample("reducer-" + method + ".csv")).stream()
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray()).toArray(double[][]::new);
        assertArrayEquals(expected, port.reducer().apply(newRows(), 1, ProgressMonitor.NONE));
        assertEquals(method, port.getSpec().spec().id());
        assertEquals(List.of("a", "b", "c", "d", "e", "f"), port.getSpec().spec().space().columns());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "isomap", "ae"})
    void savedAgainItIsTheSameFile(final String method) throws Exception {
        final var port = load(sample("reducer-" + method + ".zip"), spec(method));
        final var again = load(PortKernel.save(port, new ExecutionMonitor()), port.getSpec());
        assertArrayEquals(port.reducer().apply(newRows(), 1, ProgressMonitor.NONE),
            again.reducer().apply(newRows(), 1, ProgressMonitor.NONE));
        assertEquals(port.getSpec(), PortKernel.copy(port.getSpec()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "isomap", "ae"})
    void theSummaryAndTheViewSayWhatItIsInPlainWords(final String method) throws Exception {
        final var port = load(sample("reducer-" + method + ".zip"), spec(method));
        assertTrue(port.getSummary().endsWith(": 6 numbers to 2"), port.getSummary());
        final var text = ((JLabel)port.getViews()[0]).getText();
        assertTrue(text.contains("Input: 6 number columns, 'a' to 'f'"), text);
        assertTrue(text.length() > ((JLabel)port.getSpec().getViews()[0]).getText().length(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pca", "isomap", "ae"})
    void aFileCutAnywhereIsRefused(final String method) throws Exception {
        final var file = sample("reducer-" + method + ".zip");
        final var spec = spec(method);
        for (int length = 0; length < file.length - 300; length += 13) { // the zip's own directory is not read
            final var cut = Arrays.copyOf(file, length);
            assertThrows(IOException.class, () -> load(cut, spec), () -> cut.length + " bytes");
        }
    }

    @Test
    void anotherReducerThanTheSpecSaysIsRefused() throws Exception {
        final var message =
            assertThrows(IOException.class, () -> load(sample("reducer-pca.zip"), spec("ae"))).getMessage();
        assertTrue(message.contains("its description speaks of Autoencoder"), message);
    }

    @Test
    void aFileOfAnotherPlugInIsRefused() throws Exception {
        final var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
        }
        assertEquals("This is no reducer of XAS Nodes: it has a part 'content.xml' in place of 'reducer.json'.",
            assertThrows(IOException.class, () -> load(bytes.toByteArray(), spec("pca"))).getMessage());
        assertEquals("This is no reducer of XAS Nodes: it has a part 'content.xml' in place of 'spec.json'.",
            assertThrows(IOException.class, () -> PortKernel.loadSpec(ReducerPortObjectSpec.class,
                new ByteArrayInputStream(bytes.toByteArray()))).getMessage());
    }
}
