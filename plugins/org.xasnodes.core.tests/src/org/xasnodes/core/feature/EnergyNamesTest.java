package org.xasnodes.core.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.spectrum.EnergyGrid;

class EnergyNamesTest {

    @Test
    void twoDecimalsAreTheLeast() {
        assertArrayEquals(new String[]{"cdf 8330.00 eV", "cdf 8331.50 eV"},
            EnergyNames.of("cdf", EnergyGrid.of(8330, 8331.5)));
    }

    @Test
    void thePapersGridNeedsTwoDecimals() {
        final var names = EnergyNames.of("cwt a01", EnergyGrid.linear(8330, 8370, 100));
        assertEquals("cwt a01 8330.00 eV", names[0]);
        assertEquals("cwt a01 8330.40 eV", names[1]);
        assertEquals("cwt a01 8370.00 eV", names[99]);
    }

    @Test
    void asManyDecimalsAsKeepAllNamesDistinctAndNoMore() {
        assertArrayEquals(new String[]{"cdf 10.000 eV", "cdf 10.004 eV", "cdf 12.000 eV"},
            EnergyNames.of("cdf", EnergyGrid.of(10, 10.004, 12)));
        assertArrayEquals(new String[]{"cdf 0.0009 eV", "cdf 0.0010 eV", "cdf 0.0011 eV"},
            EnergyNames.of("cdf", EnergyGrid.of(0.0009, 0.001, 0.0011)));
    }

    @Test
    void neighbouringDoublesStillGetDistinctNames() {
        final var grid = EnergyGrid.of(-Double.MIN_VALUE, 0, Double.MIN_VALUE, 8330, Math.nextUp(8330.0));
        assertEquals(5, Set.of(EnergyNames.of("cdf", grid)).size());
    }

    @Test
    void zeroHasNoSign() {
        assertEquals("cdf 0.00 eV", EnergyNames.of("cdf", EnergyGrid.of(-0.001, 5))[0]);
    }

    @Test
    void thePrefixIsReadBackFromEachName() {
        for (final var name : EnergyNames.of("cwt a01", EnergyGrid.of(-0.5, 10, 10.004))) {
            assertEquals("cwt a01", EnergyNames.prefix(name));
        }
        assertEquals("cdf", EnergyNames.prefix("cdf 8330.00 eV (#1)"));
        assertEquals("peak 01 height", EnergyNames.prefix("peak 01 height"));
    }

    @Test
    void theUsersLocaleDoesNotMatter() {
        final var before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("cdf 8330.25 eV", EnergyNames.of("cdf", EnergyGrid.of(8330.25, 8331))[0]);
        } finally {
            Locale.setDefault(before);
        }
    }
}
