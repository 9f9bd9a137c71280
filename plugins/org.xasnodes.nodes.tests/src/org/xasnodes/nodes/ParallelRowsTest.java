package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.feature.peaks.GaussianPeakFeaturesNodeFactory;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.io.columnstospectrum.ColumnsToSpectrumNodeFactory;
import org.xasnodes.nodes.io.spectrumtocolumns.SpectrumToColumnsNodeFactory;
import org.xasnodes.nodes.prepare.broadening.GaussianBroadeningNodeFactory;
import org.xasnodes.nodes.prepare.normalizer.SpectrumNormalizerNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;
import org.xasnodes.nodes.prepare.shift.EnergyShiftNodeFactory;

/** Rows are made by several threads at once: no row may see another, whatever the order. */
final class ParallelRowsTest {

    private static final int ROWS = 600;

    private record Case(DefaultNodeFactory factory, BufferedDataTable all, List<BufferedDataTable> alone) {
    }

    /** Spectra of different shape, some missing and some without a sum. */
    private static Spectrum spectrum(final int row, final boolean oneGrid) {
        if (row % 7 == 3) {
            return null;
        }
        final var grid = oneGrid ? Tables.GRID : EnergyGrid.linear(8325 + row % 11, 8375 + row % 5, 80 + row % 13);
        return row % 31 == 5 ? new Spectrum(grid, new double[grid.size()]) : Tables.simulated(grid, row);
    }

    private static BufferedDataTable table(final boolean oneGrid, final int... rows) {
        final var spectra = new Spectrum[rows.length];
        for (int i = 0; i < rows.length; i++) {
            spectra[i] = spectrum(rows[i], oneGrid);
        }
        return Tables.spectra(spectra);
    }

    private static int[] range() {
        return IntStream.range(0, ROWS).toArray();
    }

    static Stream<DefaultNodeFactory> nodes() {
        return Stream.of(new CdfFeaturesNodeFactory(), new SpectrumToColumnsNodeFactory(),
            new EnergyResamplerNodeFactory(), new ColumnsToSpectrumNodeFactory(), new IntensityFeaturesNodeFactory(),
            new WaveletFeaturesNodeFactory(), new GaussianPeakFeaturesNodeFactory(), new EnergyShiftNodeFactory(),
            new GaussianBroadeningNodeFactory(), new SpectrumNormalizerNodeFactory());
    }

    private static Case of(final DefaultNodeFactory factory) throws Exception {
        final var oneGrid = !factory.getClass().getName().contains(".prepare.");
        final List<BufferedDataTable> alone = new ArrayList<>();
        for (int row = 0; row < ROWS; row += 37) {
            // With a first row that always works, so that columns are known.
            alone.add(prepared(factory, table(oneGrid, 0, row)));
        }
        return new Case(factory, prepared(factory, table(oneGrid, range())), alone);
    }

    private static BufferedDataTable prepared(final DefaultNodeFactory factory, final BufferedDataTable table)
        throws Exception {
        return factory instanceof ColumnsToSpectrumNodeFactory
            ? NodeRun.of(new SpectrumToColumnsNodeFactory()).input(table).run().ok() : table;
    }

    private static NodeRun.Result run(final DefaultNodeFactory factory, final BufferedDataTable table)
        throws Exception {
        final var node = NodeRun.of(factory).input(table);
        if (factory instanceof EnergyResamplerNodeFactory) {
            node.set("firstEnergyEv", 8334).set("lastEnergyEv", 8370).set("points", 91);
        } else if (factory instanceof GaussianPeakFeaturesNodeFactory) {
            node.set("peaks", 5).set("appendFit", true);
        } else if (factory instanceof WaveletFeaturesNodeFactory) {
            node.set("output", "VECTOR");
        } else if (factory instanceof SpectrumNormalizerNodeFactory) {
            node.set("method", "EDGE_STEP").set("e0Ev", 8345).set("e0Ev_is_present", true);
        }
        return node.run();
    }

    private static List<DataCell> row(final BufferedDataTable table, final int row) {
        final List<DataCell> cells = new ArrayList<>();
        Tables.rows(table).get(row).forEach(cells::add);
        return cells.subList(1, cells.size());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void everyRowIsAsIfItWereAlone(final DefaultNodeFactory factory) throws Exception {
        final var data = of(factory);
        final var all = run(factory, data.all()).ok();
        for (int i = 0; i < data.alone().size(); i++) {
            assertEquals(row(run(factory, data.alone().get(i)).ok(), 1), row(all, 37 * i), "row " + 37 * i);
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theWarningIsTheSameEveryTime(final DefaultNodeFactory factory) throws Exception {
        final var all = of(factory).all();
        final var expected = run(factory, all).warning();
        assertNotNull(expected);
        for (int i = 0; i < 5; i++) {
            assertEquals(expected, run(factory, all).warning());
        }
    }
}
