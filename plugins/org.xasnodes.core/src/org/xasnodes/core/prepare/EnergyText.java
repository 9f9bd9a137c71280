package org.xasnodes.core.prepare;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Energies in messages: short, but never so rounded that a message contradicts itself. */
final class EnergyText {

    private static final int MAX_DECIMALS = 6;

    private EnergyText() {
    }

    /**
     * @param energyEv a finite energy
     * @return it with 2 to 6 decimals, without trailing zeros after the second
     */
    static String of(final double energyEv) {
        final var rounded = new BigDecimal(energyEv).setScale(MAX_DECIMALS, RoundingMode.HALF_EVEN);
        final var stripped = rounded.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }
}
