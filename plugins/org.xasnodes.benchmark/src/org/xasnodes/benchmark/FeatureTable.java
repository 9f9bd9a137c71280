package org.xasnodes.benchmark;

import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * One kind of features of all spectra. A feature looks at one spectrum only, so nothing of a test row gets into a
 * training row here.
 *
 * @param rows for each spectrum its features, null if it has none
 * @param copies for each spectrum the features of its shifted copies, null if it has no features
 * @param problems for each spectrum why it has no features, null if it has
 */
record FeatureTable(double[][] rows, double[][][] copies, String[] problems) {

    /**
     * @param kind the features
     * @param data the spectra
     * @param options with the augmentation, seed and threads
     * @param progress is told the share of spectra done
     * @return the features
     * @throws IllegalArgumentException if the grid has too few points for these features
     */
    static FeatureTable of(final FeatureKind kind, final BenchmarkData data, final BenchmarkOptions options,
        final ProgressMonitor progress) {
        final var featurizer = kind.on(data.grid());
        final var spectra = data.intensities().length;
        final var table = new FeatureTable(new double[spectra][], new double[spectra][][], new String[spectra]);
        Parallel.run(spectra, options.threads(), progress, "Features: " + kind.label(), row -> {
            try {
                final var intensities = data.intensities()[row];
                final var features = featurizer.apply(intensities);
                final var copies = options.augmentation().copies(data.grid(), intensities, options.seed(), row);
                for (int c = 0; c < copies.length; c++) {
                    copies[c] = featurizer.apply(copies[c]);
                }
                table.rows[row] = features;
                table.copies[row] = copies;
            } catch (final SpectrumException e) {
                table.problems[row] = e.getMessage();
            }
        });
        return table;
    }
}
