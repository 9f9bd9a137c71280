package org.xasnodes.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.node.BufferedDataTable;
import org.xasnodes.core.prepare.GaussianBroadening;
import org.xasnodes.core.prepare.GaussianBroadening.Irregular;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.prepare.broadening.GaussianBroadeningNodeFactory;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/** Gaussian Broadening: the core's values, the grid kept, faults row by row. */
final class GaussianBroadeningTest {

    /** A standard deviation of 1.27 eV. */
    private static final double PAPER_FWHM_EV = 1.27 * 2 * Math.sqrt(2 * Math.log(2));

    private static final EnergyGrid UNEQUAL = EnergyGrid.of(8330, 8331, 8333, 8334, 8336, 8340);

    private static NodeRun node(final BufferedDataTable table) {
        return NodeRun.of(new GaussianBroadeningNodeFactory()).input(table);
    }

    private static Spectrum unequal() {
        return new Spectrum(UNEQUAL, new double[]{0, 1, 5, 2, 1, 1});
    }

    @Test
    void aNewNodeBroadensByThePapersWidth() throws Exception {
        final var spectra = Tables.simulated(3);
        final var result = node(Tables.spectra(spectra)).run();
        assertEquals(List.of("Id", "Spectrum"), Tables.names(result.ok().getDataTableSpec()));
        final var core = new GaussianBroadening(PAPER_FWHM_EV, Irregular.REFUSE);
        for (int i = 0; i < 3; i++) {
            final var broadened = Tables.spectraOf(result.table(), "Spectrum").get(i);
            assertEquals(Tables.GRID, broadened.grid());
            assertArrayEquals(core.apply(spectra[i]).intensities(), broadened.intensities(), 1e-14);
        }
    }

    @Test
    void aWidthOfOnesOwnAndUnequalStepsAreBroadenedAsInTheCore() throws Exception {
        final var table = node(Tables.spectra(unequal())).set("fwhmEv", 2.5).set("output", "APPEND").run().ok();
        assertEquals(List.of("Id", "Spectrum", "Broadened"), Tables.names(table.getDataTableSpec()));
        assertEquals(new GaussianBroadening(2.5, Irregular.RESAMPLE).apply(unequal()),
            Tables.spectraOf(table, "Broadened").get(0));
        assertEquals(unequal(), Tables.spectraOf(table, "Spectrum").get(0));
    }

    @Test
    void unequalStepsCanBeRefused() throws Exception {
        final var result = node(Tables.spectra(unequal(), Tables.ramp(1, 41, 41), null)).set("irregular", "REFUSE")
            .run();
        final var reason = "The energies of this spectrum have steps from 1.00 to 4.00 eV, but broadening needs "
            + "equal steps."
            + " Resample the spectrum first, or let it be resampled here.";
        assertEquals(reason, Tables.missing(Tables.cells(result.ok(), "Spectrum").get(0)));
        assertEquals(41, Tables.spectraOf(result.table(), "Spectrum").get(1).size());
        assertEquals("2 of 3 spectra were not broadened: " + reason.substring(0, reason.length() - 1)
            + " (first: 'Row0'); 1 of them for other reasons (first: 'Row2', the spectrum is missing)",
                result.warning());
    }

    @Test
    void aWidthBelowTheStepOrAboveTheRangeIsAFaultOfTheSpectrum() throws Exception {
        final var input = Tables.spectra(Tables.ramp(8330, 8370, 41));
        assertEquals("1 of 1 spectra were not broadened: The FWHM (0.50 eV) is below the energy step (1.00 eV) of this "
            + "spectrum. Choose a larger FWHM, or resample to a smaller step (first: 'Row0')",
            node(input).set("fwhmEv", 0.5).run().warning());
        assertEquals("Row 'Row0': The FWHM (50.00 eV) is larger than the whole range (40.00 eV) of this spectrum. "
            + "Choose a "
            + "smaller FWHM.", node(input).set("fwhmEv", 50).set("onProblem", "FAIL").run().error());
    }

    @Test
    void aWidthThatIsNoneIsRefusedBeforeTheNodeRuns() throws Exception {
        for (final var width : List.of("0.0", "-1.0", "NaN", "Infinity")) {
            assertEquals("The FWHM must be positive, but is " + width + " eV.",
                node(Tables.spectra(unequal())).set("fwhmEv", width).configure().error());
        }
    }

    @Test
    void theGridOfTheColumnIsKept() throws Exception {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE);
        column.setProperties(new DataColumnProperties(Map.of("xas.grid", "linear 8330.0 8370.0 41")));
        final var input = Tables.spectraIn(column.createSpec(), Tables.ramp(8330, 8370, 41));
        for (final var output : List.of("REPLACE", "APPEND")) {
            final var spec = node(input).set("output", output).run().ok().getDataTableSpec();
            assertEquals("linear 8330.0 8370.0 41",
                spec.getColumnSpec(spec.getNumColumns() - 1).getProperties().getProperty("xas.grid"));
        }
        assertNull(node(Tables.spectra(unequal())).configure().configured().getColumnSpec(1).getProperties()
            .getProperty("xas.grid"));
    }
}
