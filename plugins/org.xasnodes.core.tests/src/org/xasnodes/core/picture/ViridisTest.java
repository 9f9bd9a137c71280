package org.xasnodes.core.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;

import org.junit.jupiter.api.Test;

class ViridisTest {

    @Test
    void getsLighterAllTheWayButNeverAsPaleAsPaper() {
        var previous = -1.0;
        for (int i = 0; i <= 50; i++) {
            final var lightness = luma(Viridis.at(i / 50.0));
            assertTrue(lightness > previous, "at " + i);
            previous = lightness;
        }
        assertTrue(previous < 205, "" + previous);
    }

    @Test
    void valuesOutsideAreCut() {
        assertEquals(Viridis.at(0), Viridis.at(-3));
        assertEquals(Viridis.at(1), Viridis.at(7));
        assertEquals(new Color(0x440154), Viridis.at(0));
    }

    private static double luma(final Color c) {
        return 0.2126 * c.getRed() + 0.7152 * c.getGreen() + 0.0722 * c.getBlue();
    }
}
