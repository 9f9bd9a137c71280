package org.knime.node;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.FluentNodeAPI;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.node.parameters.NodeParameters;

/** What a node does: its parameters, what it promises before it runs, and what it computes. */
public abstract sealed class DefaultModel implements FluentNodeAPI {

    private DefaultModel() {
    }

    static RequireModelParameters create() {
        return parameters -> configure -> execute -> new Functions(parameters, configure, execute);
    }

    abstract Functions functions();

    /** A model made of its two functions. */
    static final class Functions extends DefaultModel {

        final Class<? extends NodeParameters> m_parametersClass;

        final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> m_configure;

        final ExecuteConsumer m_execute;

        private Functions(final Class<? extends NodeParameters> parametersClass,
            final ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure,
            final ExecuteConsumer execute) {
            m_parametersClass = parametersClass;
            m_configure = configure;
            m_execute = execute;
        }

        @Override
        Functions functions() {
            return this;
        }
    }

    /** Step: the parameters. */
    public interface RequireModelParameters {

        /**
         * @param parametersClass the class of the parameters
         * @return the next step
         */
        RequireConfigureOrRearrangeColumns parametersClass(Class<? extends NodeParameters> parametersClass);

        /** @return the next step, for a node that has none */
        default RequireConfigureOrRearrangeColumns withoutParameters() {
            return parametersClass(null);
        }
    }

    /** Step: what the node promises before it runs. */
    public interface RequireConfigureOrRearrangeColumns {

        /**
         * @param configure checks parameters and input specs, and gives the output specs
         * @return the next step
         */
        RequireExecute configure(ConfigureOrRearrangerConsumer<ConfigureInput, ConfigureOutput> configure);
    }

    /** Step: what the node computes. */
    public interface RequireExecute {

        /**
         * @param execute gives the output data
         * @return the model
         */
        DefaultModel execute(ExecuteConsumer execute);
    }

    /**
     * A function that is called before the node runs.
     *
     * @param <I> what it reads
     * @param <O> what it writes to
     */
    public interface ConfigureOrRearrangerConsumer<I, O> {

        /**
         * @param input what it reads
         * @param output what it writes to
         * @throws InvalidSettingsException if the node cannot run as it is; its message is shown to the user
         */
        void accept(I input, O output) throws InvalidSettingsException;
    }

    /** The function that computes the output. */
    public interface ExecuteConsumer {

        /**
         * @param input what it reads
         * @param output what it writes to
         * @throws CanceledExecutionException if the user cancelled
         * @throws KNIMEException if the node fails; its summary is shown to the user
         */
        void accept(ExecuteInput input, ExecuteOutput output) throws CanceledExecutionException, KNIMEException;
    }

    /** What is known before the node runs. Ports count from 0. */
    @SuppressWarnings("javadoc")
    public interface ConfigureInput {

        <S extends NodeParameters> S getParameters();

        PortObjectSpec[] getInPortSpecs();

        <S extends PortObjectSpec> S getInPortSpec(int index);

        DataTableSpec[] getInTableSpecs();

        DataTableSpec getInTableSpec(int portIndex);

        PortType[] getOutPortTypes();

        /** @throws IllegalStateException for a node without ports */
        PortsConfiguration getPortsConfiguration();
    }

    /** Takes what the node promises. A spec that is not set is not known before the node ran. */
    @SuppressWarnings("javadoc")
    public interface ConfigureOutput {

        <S extends PortObjectSpec> void setOutSpec(int index, S spec);

        @SuppressWarnings("unchecked")
        <S extends PortObjectSpec> void setOutSpecs(S... specs);

        void setWarningMessage(String message);
    }

    /** What the node computes from. Ports count from 0. */
    @SuppressWarnings("javadoc")
    public interface ExecuteInput {

        <S extends NodeParameters> S getParameters();

        ExecutionContext getExecutionContext();

        PortObject[] getInPortObjects();

        <D extends PortObject> D getInPortObject(int portIndex);

        BufferedDataTable[] getInTables();

        BufferedDataTable getInTable(int portIndex);

        PortType[] getOutPortTypes();

        /** @throws IllegalStateException for a node without ports */
        PortsConfiguration getPortsConfiguration();
    }

    /** Takes what the node computed. */
    @SuppressWarnings("javadoc")
    public interface ExecuteOutput {

        <D extends PortObject> void setOutData(int index, D data);

        @SuppressWarnings("unchecked")
        <D extends PortObject> void setOutData(D... data);

        /** Keeps data for the view of the node. */
        @SuppressWarnings("unchecked")
        <D extends PortObject> void setInternalData(D... data);

        void setWarningMessage(String message);
    }
}
