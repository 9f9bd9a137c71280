package org.xasnodes.runner.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import javax.swing.JComponent;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IContributor;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.eclipse.core.runtime.spi.RegistryStrategy;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DataValue;
import org.knime.core.data.ExtensibleUtilityFactory;
import org.knime.core.data.PlainCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.renderer.AbstractDataValueRendererFactory;
import org.knime.core.data.renderer.AbstractPainterDataValueRenderer;
import org.knime.core.data.renderer.DataValueRenderer;
import org.knime.core.data.renderer.DataValueRendererFactory;
import org.knime.core.data.renderer.DefaultDataValueRenderer;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObject;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;

/**
 * What plug-ins contribute is found in the extension registry. Inside Equinox the fragment's own
 * <code>fragment.xml</code> contributes; as plain JUnit it is put into a registry made here.
 */
class ContributionsTest {

    /** A contributed value. */
    public interface Value extends DataValue {
        UtilityFactory UTILITY = new ExtensibleUtilityFactory(Value.class) {
            @Override
            public String getName() {
                return "Contributed value";
            }
        };
    }

    /** A contributed cell. */
    public static final class Cell extends DataCell implements Value {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean equalsDataCell(final DataCell other) {
            return true;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "contributed";
        }
    }

    /** Its serializer. */
    public static final class CellSerializer implements DataCellSerializer<Cell> {
        @Override
        public void serialize(final Cell cell, final DataCellDataOutput output) throws IOException {
            output.writeByte(1);
        }

        @Override
        public Cell deserialize(final DataCellDataInput input) throws IOException {
            assertEquals(1, input.readByte());
            return new Cell();
        }
    }

    /** A cell whose serializer class is missing. */
    public abstract static class Orphan extends DataCell {
        private static final long serialVersionUID = 1;
    }

    /** A renderer that is not the default. */
    public static final class FirstRenderer extends AbstractDataValueRendererFactory {
        @Override
        public String getDescription() {
            return "First";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec column) {
            return new DefaultDataValueRenderer("First");
        }
    }

    /** A renderer that paints. */
    public static final class SuggestedRenderer extends AbstractDataValueRendererFactory {
        @Override
        public String getDescription() {
            return "Painted";
        }

        @Override
        public DataValueRenderer createRenderer(final DataColumnSpec column) {
            return new Painter();
        }
    }

    private static final class Painter extends AbstractPainterDataValueRenderer {
        private static final long serialVersionUID = 1;

        private transient Object m_value;

        @Override
        protected void setValue(final Object value) {
            m_value = value;
        }

        @Override
        protected void paintComponent(final java.awt.Graphics graphics) {
            graphics.setColor(m_value instanceof Cell ? java.awt.Color.RED : java.awt.Color.GRAY);
            graphics.fillRect(0, 0, getWidth(), getHeight());
        }

        @Override
        public Dimension getPreferredSize() {
            return new Dimension(2, 2);
        }
    }

    /** A contributed spec. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        @Override
        protected void save(final ModelContentWO model) {
            model.addInt("version", 1);
        }

        @Override
        protected void load(final ModelContentRO model) {
            assertEquals(1, model.getInt("version", 0));
        }
    }

    /** Its serializer. */
    public static final class SpecSerializer
        extends AbstractSimplePortObjectSpec.AbstractSimplePortObjectSpecSerializer<Spec> {
    }

    /** A contributed port object. */
    public static final class Model extends AbstractSimplePortObject {
        @Override
        public String getSummary() {
            return "contributed";
        }

        @Override
        public PortObjectSpec getSpec() {
            return new Spec();
        }

        @Override
        public JComponent[] getViews() {
            return new JComponent[0];
        }

        @Override
        protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
            model.addInt("version", 1);
        }

        @Override
        protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec) {
            assertEquals(new Spec(), spec);
        }
    }

    /** Its serializer. */
    public static final class ModelSerializer
        extends AbstractSimplePortObject.AbstractSimplePortObjectSerializer<Model> {
    }

    @BeforeAll
    static void needsTheContributions() throws Exception {
        if (RegistryFactory.getRegistry() == null) {
            final Object key = new Object();
            final IExtensionRegistry registry =
                RegistryFactory.createRegistry(new RegistryStrategy(null, null), key, key);
            final Path tests = Path.of(ContributionsTest.class.getResource("/traces/types.txt").toURI()).getParent()
                .getParent();
            final IContributor contributor = ContributorFactorySimple.createContributor("org.knime.core");
            for (final Path file : new Path[]{tests.resolveSibling("org.knime.core").resolve("plugin.xml"),
                tests.resolve("fragment.xml")}) {
                try (InputStream in = Files.newInputStream(file)) {
                    assertTrue(registry.addContribution(in, contributor, false, "org.knime.core", null, key));
                }
            }
            RegistryFactory.setDefaultRegistryProvider(() -> registry);
        }
        assertTrue(
            Contributions.elements("org.knime.core.PortType").stream()
                .anyMatch(e -> "Contributed Model".equals(e.getAttribute("name"))),
            "the registry running here has the contributions of this fragment");
    }

    @Test
    void aSerializerIsFoundByCellClass() {
        assertEquals(CellSerializer.class, DataType.getCellSerializer(Cell.class).getClass());
        assertEquals(new Cell(), CellCodec.copy(new Cell()));
        assertNull(DataType.getCellSerializer(DoubleCell.class));
    }

    @Test
    void aContributionThatCannotBeUsedIsNamed() {
        final String message =
            assertThrows(IllegalStateException.class, () -> DataType.getCellSerializer(Orphan.class)).getMessage();
        assertTrue(message.contains("serializerClass") && message.contains("ContributionsTest$Absent"), message);
    }

    @Test
    void theSuggestedRendererComesFirst() {
        final List<String> ids = DataType.getType(Cell.class).getRendererFactories().stream()
            .map(DataValueRendererFactory::getId).toList();
        assertEquals(List.of(SuggestedRenderer.class.getName(), FirstRenderer.class.getName()), ids);
    }

    @Test
    void aValueWithoutRendererIsShownAsText() {
        final DataValueRendererFactory factory =
            PlainCell.TYPE.getRendererFactories().iterator().next();
        final DefaultDataValueRenderer renderer = (DefaultDataValueRenderer)factory.createRenderer(null);
        assertEquals("plain[1.0]", ((javax.swing.JLabel)renderer.getRendererComponent(new PlainCell(1))).getText());
    }

    @Test
    void aPainterDrawsIntoAnImageWithoutADisplay() {
        final DataValueRenderer renderer =
            DataType.getType(Cell.class).getRendererFactories().iterator().next().createRenderer(null);
        final Component component = renderer.getRendererComponent(new Cell());
        component.setSize(renderer.getPreferredSize());
        final BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        component.paint(image.getGraphics());
        assertEquals(java.awt.Color.RED.getRGB(), image.getRGB(1, 1));
    }

    @Test
    void aPortTypeIsReadWithColourAndSerializers() throws Exception {
        final PortType type = PortTypeRegistry.getInstance().getPortType(Model.class);
        assertEquals("Contributed Model", type.getName());
        assertEquals(0x123456, type.getColor());
        assertTrue(type.isHidden());
        assertEquals(Spec.class, type.getPortObjectSpecClass());
        assertTrue(PortTypeRegistry.getInstance().availablePortTypes().contains(type));
        assertEquals(new Model(), PortKernel.copy(new Model()));
    }

    @Test
    void nodesAndCategoriesCanBeRead() {
        final List<IConfigurationElement> nodes = Contributions.elements("org.knime.workbench.repository.nodes");
        assertTrue(nodes.stream().anyMatch(n -> "org.example.NodeFactory".equals(n.getAttribute("factory-class"))));
        assertTrue(Contributions.elements("org.knime.workbench.repository.categories").stream()
            .anyMatch(c -> "tests".equals(c.getAttribute("level-id"))));
    }
}
