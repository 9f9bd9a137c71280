package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.ProgressMonitor;

/** Ten times more features than energies: nine of ten eigenvalues of the covariance matrix are nothing but rounding. */
class PcaOfWaveletsTest {

    private static final int ROWS = 1100;

    @Test
    void eigenvaluesThatAreNothingButRoundingDoNotKeepItFromConverging() throws Exception {
        final var simulator = new XanesSimulator(EnergyGrid.linear(8330, 8370, 100), 1, 0);
        final var wavelets = new WaveletFeatures();
        final var rows = new double[ROWS][];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = wavelets.apply(simulator.simulate(i).spectrum().intensities());
        }
        final var pca = PrincipalComponents.fit(rows, PcaOptions.ofComponents(3), 2, ProgressMonitor.NONE);
        final var variances = pca.variances();
        assertTrue(variances[0] > variances[1] && variances[1] > variances[2] && variances[2] > 0);
        for (final var component : pca.components()) {
            var sum = 0.0;
            for (final var entry : component) {
                sum += entry * entry;
            }
            assertEquals(1, sum, 1e-12);
        }
    }
}
