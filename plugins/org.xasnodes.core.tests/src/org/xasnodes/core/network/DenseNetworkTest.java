package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.util.ProgressMonitor;
import org.xasnodes.core.util.SplitMix64;

class DenseNetworkTest {

    private static final NetworkLayout LAYOUT =
        new NetworkLayout(List.of(2, 2, 1), List.of(Activation.TANH), Output.IDENTITY);

    @Test
    void appliesWeightsBiasesAndActivationsLayerByLayer() {
        // each unit: weights of the inputs, then the bias
        final var network = DenseNetwork.of(LAYOUT, new double[]{1, 2, 0.5, -1, 0.25, 0, 3, -2, 0.125});
        final var hidden = new double[]{StrictMath.tanh(1 * 0.3 + 2 * 0.1 + 0.5),
            StrictMath.tanh(-1 * 0.3 + 0.25 * 0.1)};
        final var row = new double[][]{{0.3, 0.1}};
        assertArrayEquals(hidden, network.outputs(1, row, 1, ProgressMonitor.NONE)[0], 1e-15);
        assertEquals(3 * hidden[0] - 2 * hidden[1] + 0.125, network.predict(row, 1, ProgressMonitor.NONE)[0][0], 1e-15);
    }

    @Test
    void reluLogisticAndSoftmaxAreWhatTheirNamesSay() {
        final var x = new double[][]{{-1.5}, {0.75}};
        assertArrayEquals(new double[]{0, 0.75}, single(Activation.RELU, x), 0);
        assertArrayEquals(new double[]{1 / (1 + StrictMath.exp(1.5)), 1 / (1 + StrictMath.exp(-0.75))},
            single(Activation.LOGISTIC, x), 1e-15);
        final var softmax = new NetworkLayout(List.of(1, 2), List.of(), Output.SOFTMAX);
        final var p = DenseNetwork.of(softmax, new double[]{1000, 0, 0, 0}).predict(x, 1, ProgressMonitor.NONE);
        assertArrayEquals(new double[]{0, 1}, p[0], 1e-300); // no overflow
        assertArrayEquals(new double[]{1, 0}, p[1], 1e-300);
    }

    private static double[] single(final Activation activation, final double[][] x) {
        final var layout = new NetworkLayout(List.of(1, 1, 1), List.of(activation), Output.IDENTITY);
        final var y = DenseNetwork.of(layout, new double[]{1, 0, 1, 0}).predict(x, 1, ProgressMonitor.NONE);
        return Arrays.stream(y).mapToDouble(row -> row[0]).toArray();
    }

    @Test
    void aRowsOutputDependsNeitherOnOtherRowsNorOnThreads() {
        final var layout = new NetworkLayout(List.of(5, 7, 3), List.of(Activation.TANH), Output.SOFTMAX);
        final var random = new SplitMix64(4);
        final var network = new DenseNetwork(layout, Parameters.glorot(layout, random));
        final var rows = new double[353][5];
        for (final var row : rows) {
            Arrays.setAll(row, j -> random.nextGaussian());
        }
        final var all = network.predict(rows, 1, ProgressMonitor.NONE);
        assertTrue(Arrays.deepEquals(all, network.predict(rows, 3, ProgressMonitor.NONE)));
        for (int i = 0; i < rows.length; i++) {
            assertArrayEquals(all[i], network.predict(new double[][]{rows[i]}, 1, ProgressMonitor.NONE)[0]);
        }
    }

    @Test
    void parametersMakeTheSameNetworkAgain() {
        final var parameters = new double[]{1, 2, 3, 4, 5, 6, 7, 8, 9};
        assertArrayEquals(parameters, DenseNetwork.of(LAYOUT, parameters).parameters());
        assertEquals(parameters.length, LAYOUT.parameters());
    }

    @Test
    void noRowsGiveNoOutputs() {
        final var network = DenseNetwork.of(LAYOUT, new double[9]);
        assertEquals(0, network.predict(new double[0][], 2, ProgressMonitor.NONE).length);
    }

    @Test
    void refusesRowsParametersLayersAndLayoutsThatDoNotFit() {
        final var network = DenseNetwork.of(LAYOUT, new double[9]);
        final var row = refused(() -> network.predict(new double[][]{{1, 2}, {1, 2, 3}}, 1, ProgressMonitor.NONE));
        assertEquals("Row 2 has 3 numbers instead of 2.", row);
        refused(() -> network.outputs(3, new double[0][], 1, ProgressMonitor.NONE));
        refused(() -> network.outputs(0, new double[0][], 1, ProgressMonitor.NONE));
        assertTrue(refused(() -> DenseNetwork.of(LAYOUT, new double[8])).contains("9 weights and biases, not 8"));
        refused(() -> new NetworkLayout(List.of(2), List.of(), Output.IDENTITY));
        refused(() -> new NetworkLayout(List.of(2, 1), List.of(Activation.RELU), Output.IDENTITY));
        refused(() -> new NetworkLayout(List.of(2, 0, 1), List.of(Activation.RELU), Output.IDENTITY));
    }

    @Test
    void predictingCanBeCancelled() {
        final var network = DenseNetwork.of(LAYOUT, new double[9]);
        assertThrows(CancellationException.class, () -> network.predict(new double[500][2], 2, (part, message) -> {
            throw new CancellationException();
        }));
    }

    private static String refused(final Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }
}
