package org.xasnodes.runner.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.xasnodes.runner.report.Tables.column;
import static org.xasnodes.runner.report.Tables.feature;
import static org.xasnodes.runner.report.Tables.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Spectra and features of a table become pictures. */
final class TablePicturesTest {

    private static final DataColumnSpec SPECTRUM = column("Spectrum", SpectrumCell.TYPE);

    @TempDir
    Path m_folder;

    private List<String> names(final BufferedDataTable table) throws IOException {
        return TablePictures.write(table, "01 Node - Out", m_folder).stream()
            .map(file -> file.getFileName().toString()).toList();
    }

    private String svg(final String name) throws IOException {
        return Files.readString(m_folder.resolve(name));
    }

    @Test
    void aColumnOfSpectraIsDrawnWithItsFirstNumericColumnAsColour() throws IOException {
        final BufferedDataTable table = Tables.table(
            new DataColumnSpec[]{SPECTRUM, column("E0 eV", DoubleCell.TYPE), column("Ni charge", DoubleCell.TYPE)},
            row(Tables.spectrum(0, 1, 0.5), new DoubleCell(8333), new DoubleCell(2.1)),
            row(Tables.spectrum(0.1, 0.8, 0.6), new DoubleCell(8334), new DoubleCell(3.2)));
        assertEquals(List.of("01 Node - Out - Spectrum.svg"), names(table));
        final String svg = svg("01 Node - Out - Spectrum.svg");
        assertTrue(svg.contains("Ni charge") && !svg.contains("E0 eV"));
    }

    @Test
    void aFeatureIsDrawnOverTheEnergiesOfItsColumns() throws IOException {
        final BufferedDataTable table = Tables.table(
            new DataColumnSpec[]{feature("cdf 8330.00 eV", DoubleCell.TYPE, 8330),
                column("between", StringCell.TYPE), feature("cdf 8340.00 eV", DoubleCell.TYPE, 8340)},
            row(new DoubleCell(0), new StringCell("x"), new DoubleCell(1)));
        assertEquals(List.of("01 Node - Out - cdf.svg"), names(table));
        assertFalse(svg("01 Node - Out - cdf.svg").contains("nothing to draw"));
    }

    @Test
    void aTableWithNeitherHasNoPicture() throws IOException {
        assertEquals(List.of(), names(
            Tables.table(new DataColumnSpec[]{column("x", DoubleCell.TYPE)}, row(new DoubleCell(1)))));
        assertEquals(List.of(), names(Tables.table(new DataColumnSpec[]{SPECTRUM})));
    }

    @Test
    void missingSpectraAreLeftOut() throws IOException {
        assertEquals(List.of("01 Node - Out - Spectrum.svg"), names(Tables.table(new DataColumnSpec[]{SPECTRUM},
            row(new MissingCell("bad")), row(Tables.spectrum(1, 2)))));
    }

    @Test
    void ofManyRowsSomeAreDrawnAndTheTitleSaysSo() throws IOException {
        final DataCell[][] rows =
            IntStream.range(0, 5000).mapToObj(i -> row(Tables.spectrum(i, i + 1.0))).toArray(DataCell[][]::new);
        names(Tables.table(new DataColumnSpec[]{SPECTRUM}, rows));
        assertTrue(svg("01 Node - Out - Spectrum.svg").contains("200 of 5,000 rows"));
    }

    @Test
    void aNameThatIsNoFileNameBecomesOne() throws IOException {
        final BufferedDataTable table = Tables.table(
            new DataColumnSpec[]{column("a/b: \"c\"", SpectrumCell.TYPE)}, row(Tables.spectrum(1, 2)));
        assertEquals(List.of("01 Node - Out - a_b_ _c_.svg"), names(table));
    }

    @Test
    void reducedDimensionsAreDrawnInThePlaneOfTheFirstTwo() throws IOException {
        final BufferedDataTable table = Tables.table(
            new DataColumnSpec[]{column("charge", DoubleCell.TYPE), reduced("pca 1", "pca"), reduced("pca 2", "pca"),
                reduced("pca 3", "pca"), reduced("ae 1", "ae")},
            row(new DoubleCell(2), new DoubleCell(0), new DoubleCell(1), new DoubleCell(2), new DoubleCell(5)),
            row(new DoubleCell(3), new DoubleCell(1), new DoubleCell(0), new DoubleCell(2), new DoubleCell(5)));
        assertEquals(List.of("01 Node - Out - pca 1 and pca 2.svg"), names(table));
        final String svg = svg("01 Node - Out - pca 1 and pca 2.svg");
        assertTrue(svg.contains("pca 1 and pca 2: 2 rows") && svg.contains("charge: 3"), svg);
        assertFalse(svg.contains("pca 3"));
    }

    @Test
    void peaksAreNoDimensions() throws IOException {
        assertEquals(List.of(), names(Tables.table(
            new DataColumnSpec[]{reduced("peak 01 height", "peaks"), reduced("peak 02 height", "peaks")},
            row(new DoubleCell(2), new DoubleCell(0)), row(new DoubleCell(3), new DoubleCell(1)))));
    }

    @Test
    void withoutANumericLabelATextThatRepeatsIsTheColour() throws IOException {
        final DataColumnSpec[] columns = {SPECTRUM, column("Name", StringCell.TYPE),
            column("Compound", StringCell.TYPE), column("Element", StringCell.TYPE)};
        final BufferedDataTable table = Tables.table(columns,
            IntStream.range(0, 9).mapToObj(i -> row(Tables.spectrum(i, 1, 2), new StringCell("scan " + i),
                new StringCell(i % 2 == 0 ? "NiO" : "LiNiO2"), new StringCell("Ni"))).toArray(DataCell[][]::new));
        names(table);
        final String svg = svg("01 Node - Out - Spectrum.svg");
        assertTrue(svg.contains("Compound: NiO") && svg.contains("Compound: LiNiO2"), svg);
    }

    @Test
    void aNumericLabelGoesBeforeAText() throws IOException {
        final DataColumnSpec[] columns =
            {SPECTRUM, column("Compound", StringCell.TYPE), column("charge", DoubleCell.TYPE)};
        names(Tables.table(columns, IntStream.range(0, 9).mapToObj(i -> row(Tables.spectrum(i, 1, 2),
            new StringCell("c" + i % 2), new DoubleCell(i % 3))).toArray(DataCell[][]::new)));
        final String svg = svg("01 Node - Out - Spectrum.svg");
        assertTrue(svg.contains("charge: 2") && !svg.contains("Compound"), svg);
    }

    private static DataColumnSpec reduced(final String name, final String feature) {
        final DataColumnSpecCreator column = new DataColumnSpecCreator(name, DoubleCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.feature", feature)));
        return column.createSpec();
    }
}
