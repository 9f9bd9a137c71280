package org.xasnodes.nodes.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.util.Arrays;

import javax.swing.JComponent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataType;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.MissingCell;
import org.knime.core.data.def.StringCell;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.runner.kernel.Contributions;

/** The curve in table cells, drawn without a display as KNIME's table view does. */
final class SpectrumRendererTest {

    private static final SpectrumCell CELL = new SpectrumCell(
        new Spectrum(EnergyGrid.linear(8330, 8370, 5), new double[]{0, 0.1, 1, 0.7, 0.8}));

    private static JComponent render(final DataCell cell) {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE).createSpec();
        return (JComponent)new SpectrumRendererFactory().createRenderer(column).getRendererComponent(cell);
    }

    private static BufferedImage paint(final JComponent component, final int width, final int height) {
        final var image = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_ARGB);
        component.setSize(width, height);
        final var graphics = image.createGraphics();
        component.paint(graphics);
        graphics.dispose();
        return image;
    }

    private static long colours(final BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0,
            image.getWidth())).distinct()
            .count();
    }

    @Test
    void aSpectrumGivesAPictureThatIsNotBlank() {
        final var component = render(CELL);
        final var size = component.getPreferredSize();
        assertTrue(colours(paint(component, size.width, size.height)) > 2);
        assertEquals("Spectrum (8330.00 to 8370.00 eV, 5 points)", component.getToolTipText());
    }

    @Test
    void otherSpectraGiveOtherPictures() {
        final var other = new SpectrumCell(
            new Spectrum(EnergyGrid.linear(8330, 8370, 5), new double[]{1, 0.1, 0.2, 0.7, 0.1}));
        final var first = paint(render(CELL), 160, 60);
        final var second = paint(render(other), 160, 60);
        assertTrue(!Arrays.equals(first.getRGB(0, 0, 160, 60, null, 0, 160), second.getRGB(0, 0, 160, 60, null, 0,
            160)));
    }

    @Test
    void aMissingCellIsBlankAlsoAfterASpectrum() {
        final var column = new DataColumnSpecCreator("Spectrum", SpectrumCell.TYPE).createSpec();
        final var renderer = new SpectrumRendererFactory().createRenderer(column);
        renderer.getRendererComponent(CELL);
        final var component = (JComponent)renderer.getRendererComponent(DataType.getMissingCell());
        assertEquals(1, colours(paint(component, 160, 60)));
        assertNull(component.getToolTipText());
        assertEquals(1, colours(paint(render(new MissingCell("why")), 160, 60)));
        assertEquals(1, colours(paint(render(new StringCell("no spectrum")), 160, 60)));
        assertEquals(1, colours(paint(render(null), 160, 60)));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "1, 60", "160, 1", "3, 3", "3000, 2000"})
    void anySizeCanBePainted(final int width, final int height) {
        assertNotNull(paint(render(CELL), width, height));
    }

    @Test
    void flatAndExtremeSpectraCanBePainted() {
        for (final var intensities : new double[][]{{0, 0}, {-0.0, 0}, {Double.MAX_VALUE, -Double.MAX_VALUE},
            {Double.MIN_VALUE, 0}}) {
            final var cell = new SpectrumCell(new Spectrum(EnergyGrid.of(1, 2), intensities));
            assertTrue(colours(paint(render(cell), 160, 60)) > 1, Arrays.toString(intensities));
        }
    }

    @Test
    void theRegistryMakesItTheDefault() {
        assumeFalse(Contributions.elements("org.knime.core.DataValueRenderer").isEmpty(),
            "no plug-in registry: tests do not run in Equinox");
        final var renderer = ((ExtensibleUtilityFactory)SpectrumValue.UTILITY).getDefaultRenderer();
        assertInstanceOf(SpectrumRendererFactory.class, renderer);
        assertEquals("Spectrum curve", renderer.getDescription());
    }
}
