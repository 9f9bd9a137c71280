package org.xasnodes.core.feature.peaks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.testing.GoldenJson;
import org.xasnodes.core.testing.SharedFiles;

/** The spectra that the peaks are judged by, all on the paper's grid. */
final class PeakSpectra {

    /** The paper's grid. */
    static final EnergyGrid GRID = EnergyGrid.linear(8330, 8370, 100);

    private PeakSpectra() {
    }

    /**
     * A spectrum with the peaks that SciPy's <code>curve_fit</code> finds.
     *
     * @param id its name
     * @param intensities the spectrum
     * @param rss SciPy's sum of squared residuals
     * @param start where SciPy's fit starts: center, height and FWHM of each peak in turn
     * @param lower SciPy's lower bounds
     * @param upper SciPy's upper bounds
     */
    record Golden(String id, double[] intensities, double rss, double[] start, double[] lower, double[] upper) {

        @Override
        public String toString() {
            return id;
        }
    }

    /** @return 7 simulated spectra */
    static Stream<Golden> synthetic7() throws IOException {
        return golden(SharedFiles.golden("features_synthetic7.json")).stream();
    }

    /** @return 16 measured spectra and a computed one; skips the test if they are not there */
    static Stream<Golden> measured17() throws IOException {
        return golden(SharedFiles.shared("golden/features_measured17.json")).stream();
    }

    /** @return all 24; skips the test if they are not there */
    static List<Golden> all24() throws IOException {
        return Stream.concat(measured17(), synthetic7()).toList();
    }

    private static List<Golden> golden(final Path file) throws IOException {
        final var list = new ArrayList<Golden>();
        for (final var node : GoldenJson.read(file).get("spectra")) {
            list.add(new Golden(node.get("id").textValue(), GoldenJson.doubles(node.get("intensity")),
                node.get("peaks_rss").doubleValue(), GoldenJson.doubles(node.get("peaks_start")),
                GoldenJson.doubles(node.get("peaks_lower")), GoldenJson.doubles(node.get("peaks_upper"))));
        }
        return list;
    }

    /** @return the sum of squared residuals of a fit on the paper's grid */
    static double rss(final PeakFit fit) {
        return fit.rmsResidual() * fit.rmsResidual() * GRID.size();
    }
}
