package org.xasnodes.core.reduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.simulate.XanesSimulator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.ProgressMonitor;

/** Ten times more features than energies: nine of ten eigenvalues of the covariance matrix are nothing but rounding. */
class PcaOfWaveletsTest {

    @ParameterizedTest
    @CsvSource({"40,9,0.01", "40,10,0", "60,2,0", "60,5,0.01", "60,6,1e-6"}) // some failed with a limit of 2^-52
    void eigenvaluesThatAreNothingButRoundingDoNotKeepItFromConverging(final int points, final long seed,
        final double noise) throws Exception {
        final var simulator = new XanesSimulator(EnergyGrid.linear(8330, 8370, points), seed, noise);
        final var wavelets = new WaveletFeatures();
        final var rows = new double[10 * points + 50 + (int)seed][];
        for (int i = 0; i < rows.length; i++) {
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
