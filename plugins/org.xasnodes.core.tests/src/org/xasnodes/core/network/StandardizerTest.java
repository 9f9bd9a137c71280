package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StandardizerTest {

    @Test
    void takesTheMeanOffAndDividesByTheStandardDeviationOfNRows() throws Exception {
        final var rows = new double[][]{{1, 10}, {2, 30}, {6, 20}};
        final var standardizer = Standardizer.of(rows);
        assertArrayEquals(new double[]{3, 20}, standardizer.mean(), 1e-15);
        assertArrayEquals(new double[]{Math.sqrt(14 / 3.0), Math.sqrt(200 / 3.0)}, standardizer.scale(), 1e-14);
        final var standard = standardizer.apply(rows);
        assertEquals((6 - 3) / Math.sqrt(14 / 3.0), standard[2][0], 1e-15);
        assertArrayEquals(rows[1], standardizer.invert(standard)[1], 1e-14);
        assertEquals(1, rows[0][0]);
    }

    @Test
    void aColumnThatIsConstantButForRoundingIsDividedByOne() throws Exception {
        final var rows = new double[1000][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[]{0.1, i % 2 == 0 ? 1 : Math.nextUp(1.0), 1e-20 * i};
        }
        final var scale = Standardizer.of(rows).scale();
        assertEquals(1, scale[0]);
        assertEquals(1, scale[1]);
        assertTrue(scale[2] < 1e-17); // tiny numbers of which each is another are not constant
        assertEquals(0, Standardizer.of(rows).apply(rows)[999][0]);
    }

    @Test
    void numbersTooLargeToBeSquaredAreRefusedWithTheirColumn() {
        final var message = assertThrows(TrainingException.class,
            () -> Standardizer.of(new double[][]{{1, 1e200}, {2, -1e200}})).getMessage();
        assertTrue(message.contains("column 2"), message);
    }

    @Test
    void refusesNoRowsAndPartsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Standardizer.of(new double[0][]));
        assertThrows(IllegalArgumentException.class, () -> new Standardizer(new double[2], new double[]{1}));
        assertThrows(IllegalArgumentException.class, () -> new Standardizer(new double[1], new double[]{0}));
        assertThrows(IllegalArgumentException.class, () -> new Standardizer(new double[]{Double.NaN}, new double[]{1}));
    }
}
