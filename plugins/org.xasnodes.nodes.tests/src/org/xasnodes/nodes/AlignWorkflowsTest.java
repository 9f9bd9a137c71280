package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DoubleValue;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.NodeSettings;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.nodes.analyze.tolerance.ShiftToleranceNodeFactory;
import org.xasnodes.nodes.feature.cdf.CdfFeaturesNodeFactory;
import org.xasnodes.nodes.io.reader.SpectrumReaderNodeFactory;
import org.xasnodes.nodes.prepare.aligner.EnergyAlignerNodeFactory;
import org.xasnodes.nodes.prepare.resampler.EnergyResamplerNodeFactory;

/** The example workflows on shift tolerance and alignment, node by node with their stored settings and data. */
final class AlignWorkflowsTest {

    private static final Path TOLERANCE = ProjectFiles.workflow("03-shift-tolerance");

    private static final Path ALIGN = ProjectFiles.workflow("04-align-to-reference");

    private static NodeRun node(final Path workflow, final String folder, final DefaultNodeFactory factory,
        final BufferedDataTable... inputs) throws Exception {
        try (var settings = Files.newInputStream(workflow.resolve(folder).resolve("settings.xml"))) {
            return NodeRun.of(factory).inWorkflow(workflow).input(inputs)
                .load(NodeSettings.loadFromXML(settings).getNodeSettings("model"));
        }
    }

    private static NodeRun aligner() throws Exception {
        final var spectra = node(ALIGN, "Spectrum Reader (#1)", new SpectrumReaderNodeFactory()).run().ok();
        final var references = node(ALIGN, "Spectrum Reader (#2)", new SpectrumReaderNodeFactory()).run().ok();
        return node(ALIGN, "Energy Aligner (#3)", new EnergyAlignerNodeFactory(), spectra, references);
    }

    /** The root mean square of what was found less what was to be found, in eV. */
    private static double error(final BufferedDataTable aligned) {
        final var found = Tables.cells(aligned, "shift eV");
        final var wanted = Tables.cells(aligned, "shift_to_find_eV");
        var squares = 0.0;
        for (int i = 0; i < found.size(); i++) {
            final var difference =
                ((DoubleValue)found.get(i)).getDoubleValue() - ((DoubleValue)wanted.get(i)).getDoubleValue();
            squares += difference * difference / found.size();
        }
        return Math.sqrt(squares);
    }

    @Test
    void theCdfBearsShiftsBestAndWaveletsWorst() throws Exception {
        final var read = node(TOLERANCE, "Spectrum Reader (#1)", new SpectrumReaderNodeFactory()).run();
        assertNull(read.warning());
        final var resampled =
            node(TOLERANCE, "Energy Resampler (#2)", new EnergyResamplerNodeFactory(), read.ok()).run().ok();
        final var table =
            node(TOLERANCE, "Shift Tolerance (#3)", new ShiftToleranceNodeFactory(), resampled).run().ok();
        assertEquals(21, table.size());
        for (final var row : new int[]{0, 20}) {
            final var r = Tables.numbers(table, row, 0);
            assertTrue(r[3] > 0.97 && r[3] > r[1] && r[3] > r[7], "cdf, intensity, peak heights");
            assertTrue(r[5] < r[1] && r[5] < r[7], "cwt");
        }
    }

    /** Measured: 0.78 eV with the best match, of which most is 5 spectra; 1.61 eV with the mean. */
    @Test
    void theBestMatchKeepsTheChemicalShiftWhichTheMeanTakesAway() throws Exception {
        final var aligned = aligner().run().ok();
        assertEquals(24, aligned.size());
        assertEquals(0.78, error(aligned), 0.01);
        assertEquals(1.61, error(aligner().set("references", "MEAN").run().ok()), 0.01);
        final var resampled = node(ALIGN, "Energy Resampler (#4)", new EnergyResamplerNodeFactory(), aligned).run();
        assertNull(resampled.warning());
        final var features = node(ALIGN, "CDF Features (#5)", new CdfFeaturesNodeFactory(), resampled.ok()).run();
        assertNull(features.warning());
        assertEquals(100, features.ok().getDataTableSpec().getNumColumns()
            - resampled.ok().getDataTableSpec().getNumColumns());
    }
}
