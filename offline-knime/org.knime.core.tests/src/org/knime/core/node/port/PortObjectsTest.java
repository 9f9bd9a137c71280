package org.knime.core.node.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.xasnodes.runner.kernel.Execution;
import org.xasnodes.runner.kernel.PortKernel;

/** Port objects go through their serializers; types are found by class. */
class PortObjectsTest {

    /** A spec with a name. */
    public static final class Spec extends AbstractSimplePortObjectSpec {
        private String m_name;

        public Spec() {
        }

        Spec(final String name) {
            m_name = name;
        }

        @Override
        protected void save(final ModelContentWO model) {
            model.addString("name", m_name);
        }

        @Override
        protected void load(final ModelContentRO model) throws InvalidSettingsException {
            m_name = model.getString("name");
        }

        /** Its serializer. */
        public static final class Serializer extends AbstractSimplePortObjectSpecSerializer<Spec> {
        }
    }

    /** A model with numbers. */
    public static final class Model extends AbstractSimplePortObject {
        private double[] m_values;

        private Spec m_spec;

        private String m_savedKey = "values";

        public Model() {
        }

        Model(final Spec spec, final double... values) {
            m_spec = spec;
            m_values = values;
        }

        @Override
        public String getSummary() {
            return m_values.length + " numbers";
        }

        @Override
        public PortObjectSpec getSpec() {
            return m_spec;
        }

        @Override
        protected void save(final ModelContentWO model, final ExecutionMonitor exec) {
            model.addDoubleArray(m_savedKey, m_values);
        }

        @Override
        protected void load(final ModelContentRO model, final PortObjectSpec spec, final ExecutionMonitor exec)
            throws InvalidSettingsException {
            m_values = model.getDoubleArray("values");
            m_spec = (Spec)spec;
        }

        /** Its serializer. */
        public static final class Serializer extends AbstractSimplePortObjectSerializer<Model> {
        }
    }

    @BeforeAll
    static void register() {
        PortKernel.register(Model.class, Spec.class, "Test Model", new Model.Serializer(), new Spec.Serializer());
    }

    @Test
    void aCopyIsEqualButNotTheSame() throws Exception {
        final Model model = new Model(new Spec("n"), 1.5, Double.NaN, -0.0);
        final Model copy = (Model)PortKernel.copy(model);
        assertNotSame(model, copy);
        assertEquals(model, copy);
        assertEquals(model.hashCode(), copy.hashCode());
        assertEquals(model.getSpec(), copy.getSpec());
        assertNotSame(model.getSpec(), copy.getSpec());
        assertNotEquals(new Model(new Spec("n"), 1.5), copy);
        assertNotEquals(new Spec("m"), copy.getSpec());
    }

    @Test
    void contentThatCannotBeReadIsNamed() {
        final Model model = new Model(new Spec("n"), 1);
        model.m_savedKey = "other";
        assertEquals("Unable to load model content into \"Model\": ConfigBase for key \"values\" not found.",
            assertThrows(IOException.class, () -> PortKernel.copy(model)).getMessage());
    }

    @Test
    void tablesAreNotCopied() throws Exception {
        final BufferedDataContainer container =
            new Execution((p, m) -> { }).context().createDataContainer(new DataTableSpec());
        container.close();
        final BufferedDataTable table = container.getTable();
        assertSame(table, PortKernel.copy(table));
    }

    @Test
    void typesAreFoundByClass() {
        final PortTypeRegistry registry = PortTypeRegistry.getInstance();
        final PortType model = registry.getPortType(Model.class);
        assertEquals("Test Model", model.getName());
        assertEquals(Spec.class, model.getPortObjectSpecClass());
        assertTrue(PortObject.TYPE.isSuperTypeOf(model));
        assertFalse(BufferedDataTable.TYPE.isSuperTypeOf(model));
        assertEquals("Table", BufferedDataTable.TYPE.getName());
        assertTrue(BufferedDataTable.TYPE.acceptsPortObjectSpec(new DataTableSpec()));
        assertTrue(registry.getPortType(Model.class, true).isOptional());
        assertNotEquals(model, registry.getPortType(Model.class, true));
        assertEquals(Model.class, registry.getObjectClass(Model.class.getName()).orElseThrow());
        assertEquals(PortObject.TYPE, registry.getPortType(AbstractSimplePortObject.class));
    }
}
