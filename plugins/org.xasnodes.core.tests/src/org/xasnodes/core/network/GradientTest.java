package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xasnodes.core.util.SplitMix64;

/** Backpropagation against central differences of the loss. */
class GradientTest {

    private static final double STEP = 1e-5;

    private static final double TOLERANCE = 1e-8;

    static Stream<Arguments> everyActivationWithEveryOutput() {
        return Stream.of(Activation.values()).flatMap(a -> Stream.of(Output.values()).map(o -> Arguments.of(a, o)));
    }

    @ParameterizedTest
    @MethodSource("everyActivationWithEveryOutput")
    void theGradientIsThatOfTheLoss(final Activation activation, final Output output) {
        final var layout = new NetworkLayout(List.of(3, 5, 2, 4), List.of(activation, activation), output);
        final var random = new SplitMix64(11);
        final var parameters = Parameters.glorot(layout, random);
        final var rows = new double[7][3];
        final var targets = new double[7][4];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < 3; j++) {
                rows[i][j] = random.nextGaussian();
            }
            targets[i][random.nextInt(4)] = 1;
        }
        final var order = IntStream.range(0, rows.length).toArray();
        final var pass = new BackwardPass(layout, parameters);
        pass.run(rows, targets, order, 0, rows.length);
        final var gradient = pass.gradient().copy().m_layers;
        // squared errors: the loss told is their mean over the outputs, the loss made smaller half of their sum
        final var factor = output == Output.IDENTITY ? layout.outputs() / 2.0 : 1;
        for (int l = 0; l < gradient.length; l++) {
            for (int o = 0; o < gradient[l].length; o++) {
                final var unit = parameters.m_layers[l][o];
                for (int i = 0; i < unit.length; i++) {
                    final var weight = unit[i];
                    unit[i] = weight + STEP;
                    final var above = pass.loss(rows, targets, order, 0, rows.length);
                    unit[i] = weight - STEP;
                    final var below = pass.loss(rows, targets, order, 0, rows.length);
                    unit[i] = weight;
                    assertEquals(factor * (above - below) / (2 * STEP), gradient[l][o][i], TOLERANCE,
                        "layer " + l + ", unit " + o + ", input " + i);
                }
            }
        }
    }
}
