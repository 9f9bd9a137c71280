package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.vector.doublevector.DoubleVectorCellFactory;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.feature.intensity.IntensityFeaturesNodeFactory;
import org.xasnodes.nodes.feature.peaks.GaussianPeakFeaturesNodeFactory;
import org.xasnodes.nodes.feature.wavelet.WaveletFeaturesNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** What all feature nodes have in common, whatever they compute. */
final class FeatureNodesTest {

    private static final String GRID = "linear 8330.0 8370.0 100";

    /** @return factory, id, number of features of 100 points */
    static Stream<Arguments> nodes() {
        return Stream.of(Arguments.of(new IntensityFeaturesNodeFactory(), "intensity", 100),
            Arguments.of(new CdfFeaturesNodeFactory(), "cdf", 100),
            Arguments.of(new GaussianPeakFeaturesNodeFactory(), "peak", 60),
            Arguments.of(new WaveletFeaturesNodeFactory(), "cwt", 1000));
    }

    private static NodeRun node(final DefaultNodeFactory factory, final BufferedDataTable table) {
        return NodeRun.of(factory).input(table);
    }

    private static DataColumnSpec columnOn(final String grid) {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", grid)));
        return column.createSpec();
    }

    private static String property(final DataColumnSpec column, final String key) {
        return column.getProperties().getProperty(key);
    }

    private static double[] vector(final BufferedDataTable table, final String column, final int row) {
        final var vector = (DoubleVectorValue)Tables.cells(table, column).get(row);
        return IntStream.range(0, vector.getLength()).mapToDouble(vector::getValue).toArray();
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNewNodeAppendsNumberColumnsThatSayWhatTheyAre(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var table = node(factory, Tables.spectra(Tables.simulated(2))).run().ok();
        final var spec = table.getDataTableSpec();
        assertEquals(2 + features, spec.getNumColumns());
        for (int i = 2; i < spec.getNumColumns(); i++) {
            final var column = spec.getColumnSpec(i);
            assertTrue(column.getName().startsWith(id + " "), column.getName());
            assertEquals(id, property(column, "xas.feature"));
            assertEquals(GRID, property(column, "xas.grid"));
            final var energy = property(column, "xas.energy");
            assertEquals("peak".equals(id), energy == null, column.getName());
            if (energy != null) {
                assertEquals(Double.toString(Tables.GRID.energyEv((i - 2) % 100)), energy);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aVectorColumnHoldsTheSameNumbersInTheSameOrder(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var input = Tables.spectra(Tables.simulated(4));
        final var columns = node(factory, input).run().ok();
        final var result = node(factory, input).set("output", "VECTOR").run();
        assertEquals(List.of("Id", "Spectrum", id), Tables.names(result.ok().getDataTableSpec()));
        assertEquals(List.of("Id", "Spectrum", id), Tables.names(result.configured()));
        final var column = result.table().getDataTableSpec().getColumnSpec(id);
        assertEquals(DoubleVectorCellFactory.TYPE, column.getType());
        assertEquals(List.of(id, GRID), List.of(property(column, "xas.feature"), property(column, "xas.grid")));
        for (int row = 0; row < 4; row++) {
            assertEquals(features, vector(result.table(), id, row).length);
            assertArrayEquals(Tables.numbers(columns, row, 2), vector(result.table(), id, row));
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void theColumnsAreKnownBeforeTheNodeRunsIfTheSpectraSayTheirGrid(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var result = node(factory, Tables.spectraIn(columnOn(GRID), Tables.simulated(2))).run();
        assertEquals(2 + features, result.configured().getNumColumns());
        assertTrue(result.configured().equalStructure(result.ok().getDataTableSpec()));
        assertEquals(2 + features,
            node(factory, Tables.spectraIn(columnOn(GRID))).run().ok().getDataTableSpec().getNumColumns());
        assertEquals(null, node(factory, Tables.spectra(Tables.simulated(2))).configure().configured());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void runTwiceTheSecondColumnsGetNamesOfTheirOwn(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var once = node(factory, Tables.spectra(Tables.simulated(1))).run().ok();
        final var twice = Tables.names(node(factory, once).run().ok().getDataTableSpec());
        assertEquals(2 + 2 * features, twice.stream().distinct().count());
        assertTrue(twice.get(2 + features).endsWith(" (#1)"), twice.get(2 + features));
        final var vector = node(factory, once).set("output", "VECTOR").run().ok();
        assertTrue(Tables.names(node(factory, vector).set("output", "VECTOR").run().ok().getDataTableSpec())
            .containsAll(List.of(id, id + " (#1)")));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aMissingSpectrumGivesMissingCellsAndOneWarningOrFails(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var input = Tables.spectra(Tables.simulated(1)[0], null, Tables.simulated(2)[1], null);
        final var result = node(factory, input).run();
        assertEquals("2 of 4 spectra have no features: the spectrum is missing (first: 'Row1')", result.warning());
        for (int i = 2; i < 2 + features; i++) {
            assertEquals("the spectrum is missing", Tables.missing(Tables.rows(result.ok()).get(3).getCell(i)));
        }
        assertEquals(features, Tables.numbers(result.table(), 2, 2).length);
        assertEquals("Row 'Row1': the spectrum is missing",
            node(factory, input).set("onProblem", "FAIL").run().error());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void mixedGridsAreRefusedInBothFormsWhateverIsChosenForSingleSpectra(final DefaultNodeFactory factory,
        final String id, final int features) throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8370, 25), Tables.ramp(8331, 8371, 25));
        for (final var output : List.of("COLUMNS", "VECTOR")) {
            for (final var onProblem : List.of("MISSING", "FAIL")) {
                assertEquals("The spectra have different energy grids, for example 8330.00 to 8370.00 eV, 25 points "
                    + "and "
                    + "8331.00 to 8371.00 eV, 25 points. Bring them to one grid with Energy Resampler before this "
                    + "node.",
                    node(factory, input).set("output", output).set("onProblem", onProblem).run().error());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aColumnThatSaysAnotherGridThanItsSpectraHaveIsFoundOut(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        final var input = Tables.spectraIn(columnOn("linear 8330.0 8371.0 100"), Tables.simulated(1));
        assertTrue(node(factory, input).run().error().startsWith("The spectra have different energy grids"));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void withoutAnySpectrumTheColumnsAreUnknownButVectorsAreNot(final DefaultNodeFactory factory, final String id,
        final int features) throws Exception {
        for (final var input : List.of(Tables.spectra(), Tables.spectra((Spectrum)null))) {
            assertEquals("There is no spectrum in the input table, so it is not known which columns to make.",
                node(factory, input).run().error());
            assertEquals(List.of("Id", "Spectrum", id),
                Tables.names(node(factory, input).set("output", "VECTOR").run().ok().getDataTableSpec()));
        }
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void keysOrderAndOtherColumnsAreKept(final DefaultNodeFactory factory, final String id, final int features)
        throws Exception {
        final var input = Tables.spectra(Tables.simulated(60));
        final var output = node(factory, input).set("output", "VECTOR").run().ok();
        assertEquals(Tables.keys(input), Tables.keys(output));
        assertEquals(Tables.cells(input, "Id"), Tables.cells(output, "Id"));
        assertEquals(Tables.cells(input, "Spectrum"), Tables.cells(output, "Spectrum"));
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void aNodeThatWasSavedUnconnectedFindsItsColumnAndOneThatIsGoneIsNamed(final DefaultNodeFactory factory,
        final String id, final int features) throws Exception {
        final var input = Tables.spectra(Tables.simulated(1));
        assertEquals(2 + features,
            node(factory, input).savedUnconnected().run().ok().getDataTableSpec().getNumColumns());
        assertEquals("The spectrum column 'Raw' is no longer in the input table. Choose another one in the dialog, for "
            + "example 'Spectrum'.", node(factory, input).set("spectrumColumn", "Raw").configure().error());
    }

    @ParameterizedTest
    @MethodSource("nodes")
    void cancellingEndsTheNode(final DefaultNodeFactory factory, final String id, final int features) throws Exception {
        final var node = node(factory, Tables.spectra(Tables.simulated(60))).set("output", "VECTOR");
        assertTrue(node.onProgress(p -> node.cancel()).run().canceled());
    }

    @Test
    void intensitiesAreTheFeaturesOfTheGoldenSpectra() throws Exception {
        final var spectra = Golden.spectra(Golden.synthetic());
        final var table = node(new IntensityFeaturesNodeFactory(), Tables.spectra(spectra)).run().ok();
        assertEquals("intensity 8330.00 eV", table.getDataTableSpec().getColumnSpec(2).getName());
        assertEquals(7, table.size());
        for (int i = 0; i < 7; i++) {
            assertArrayEquals(spectra[i].intensities(), Tables.numbers(table, i, 2));
        }
    }
}
