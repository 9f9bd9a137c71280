package org.xasnodes.nodes.reduce.apply;

import java.util.List;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.DefaultView.ViewInput;
import org.xasnodes.core.reduce.Isomap;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.port.ReducerPortObjectSpec;
import org.xasnodes.nodes.reduce.FeatureInput;
import org.xasnodes.nodes.reduce.ReducedTable;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.ReducedPlane;

/** The node Reducer Apply. */
public final class ReducerApplyNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Reducer Apply") //
        .icon("apply.png") //
        .shortDescription("Reduces new data with a fitted reducer: PCA, Isomap or an autoencoder, made by its own node.") //
        .fullDescription("""
                <p>Reduces the features of new rows with a reducer that <i>PCA Reducer</i>, <i>Isomap Reducer</i> or
                <i>Autoencoder Reducer</i> has fitted on training data, so that a model trained on the reduced training data
                can be applied to them. A row becomes the same numbers whatever the other rows are.</p>
                <p>The table must have the features the reducer was fitted on: the same columns, standing for the same
                energies. Others are refused by name. The order of columns does not matter.</p>
                <p>The reconstruction error of a row tells how far it lies from what the reducer can express. A measured
                spectrum whose error is much larger than those of the training data is unlike all of them, and a prediction
                for it is a guess.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputPort("Reducer", "A fitted reducer.", ReducerPortObject.TYPE) //
            .addInputTable("Features", "A table with the features the reducer was fitted on.") //
            .addOutputTable("Reduced", "The table with the reduced values appended.")) //
        .model(m -> m //
            .parametersClass(ReducerApplyParameters.class) //
            .configure(ReducerApplyNodeFactory::configure) //
            .execute(ReducerApplyNodeFactory::execute)) //
        .addView(v -> PictureView.of(v, "The new rows in the first two dimensions.", ReducerApplyNodeFactory::pictures)) //
        .nodeType(NodeType.Predictor) //
        .keywords("XANES", "XAS", "dimensionality reduction", "transform", "project", "PCA", "Isomap", "autoencoder");

    /** Called by KNIME. */
    public ReducerApplyNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ReducerApplyParameters parameters = input.getParameters();
        final ReducerPortObjectSpec port = input.getInPortSpec(0);
        if (port == null) {
            return; // a reducer that is not known before it was fitted
        }
        final var table = input.getInTableSpec(1);
        final var reducer = port.spec();
        final var features = FeatureInput.find(table, reducer.space());
        if (parameters.m_reconstructionError && Isomap.ID.equals(reducer.id())) {
            throw noErrors();
        }
        if (reducer.dimensions() > 0) {
            output.setOutSpec(0, reducedTable(features, parameters).spec(table, reducer.id(), reducer.dimensions()));
        }
    }

    private static InvalidSettingsException noErrors() {
        return new InvalidSettingsException("Isomap has no way back from reduced values to features, so it has no "
            + "reconstruction error. Switch that option off, or use PCA Reducer or Autoencoder Reducer.");
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final ReducerApplyParameters parameters = input.getParameters();
        final ReducerPortObject port = input.getInPortObject(0);
        final var table = input.getInTable(1);
        final var problems = new RowProblems("rows were not reduced");
        try {
            if (parameters.m_reconstructionError && !port.reducer().reconstructs()) {
                throw noErrors();
            }
            final var features = FeatureInput.find(table.getDataTableSpec(), port.getSpec().spec().space());
            final var reduced = reducedTable(features, parameters).make(table, port.reducer(), problems,
                input.getExecutionContext());
            output.setOutData(reduced);
            output.setInternalData(reduced);
            problems.warning(table.size()).ifPresent(output::setWarningMessage);
        } catch (final InvalidSettingsException | RowFailure e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static ReducedTable reducedTable(final FeatureInput features, final ReducerApplyParameters parameters) {
        return new ReducedTable(features, parameters.m_output.options(parameters.m_reconstructionError));
    }

    /** The plane of the reducer applied here, whose columns stand last; a table may hold those of others. */
    private static Pictures pictures(final ViewInput input) {
        final var table = input.getInternalTables()[0];
        final var methods = FeatureInput.features(table.getDataTableSpec());
        return new Pictures(methods.isEmpty() ? List.of()
            : ReducedPlane.of(table, methods.get(methods.size() - 1)).stream().toList());
    }
}
