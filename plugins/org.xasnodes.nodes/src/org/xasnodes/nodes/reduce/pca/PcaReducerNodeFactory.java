package org.xasnodes.nodes.reduce.pca;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.reduce.PcaAccumulator;
import org.xasnodes.core.reduce.PcaOptions;
import org.xasnodes.core.reduce.PrincipalComponents;
import org.xasnodes.core.reduce.ReducerSpec;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.reduce.FeatureInput;
import org.xasnodes.nodes.reduce.FeatureTable;
import org.xasnodes.nodes.reduce.ReducerNode;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;

/** The node PCA Reducer. */
public final class PcaReducerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("PCA Reducer") //
        .icon("pca.png") //
        .shortDescription("Reduces features to their principal components, and shows the loadings as spectra.") //
        .fullDescription("""
                <p>Reduces the features of each row to a few values by principal component analysis (PCA): the directions in
                which the rows differ most. The first component explains the largest share of their variance, the second the
                largest share of the rest, and so on.</p>
                <p>Where features stand for energies, each component is itself a curve over energy, its loading: it shows
                which part of the spectrum makes the value of a component large. The sign of a component has no meaning; it
                is chosen so that the largest entry of the loading is positive.</p>
                <p>The rows are read once and not kept, so that tables of millions of rows can be reduced. Connect the
                reducer to <i>Reducer Apply</i> to reduce new rows in the same way: fit on training data only.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Features", "A table with features, in number columns or in a vector column.") //
            .addOutputTable("Reduced", "The table with the components 'pca 1', 'pca 2' and so on appended.") //
            .addOutputPort("Reducer", "The fitted reducer, for Reducer Apply.", ReducerPortObject.TYPE) //
            .addOutputTable("Variance", "How much of the variance each component explains, also those not kept.") //
            .addOutputTable("Loadings", "The loading of each component kept: spectra where the features stand for energies, "
                + "else a vector with one number for each feature.")) //
        .model(m -> m //
            .parametersClass(PcaReducerParameters.class) //
            .configure(PcaReducerNodeFactory::configure) //
            .execute(PcaReducerNodeFactory::execute)) //
        .addView(v -> PictureView.of(v, "The rows in the first two components, the loadings over energy, and the share of the variance explained.",
            PcaPictures::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "principal component analysis", "dimensionality reduction", "loadings",
            "explained variance");

    /** Called by KNIME. */
    public PcaReducerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final PcaReducerParameters parameters = input.getParameters();
        parameters.validate();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final PcaReducerParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static ReducerNode node(final PcaReducerParameters parameters) {
        return new ReducerNode(parameters.m_features, parameters.m_output.options(false), new Pca(parameters));
    }

    private record Pca(PcaReducerParameters parameters) implements ReducerNode.Method {

        private boolean isNumber() {
            return parameters.m_choice == PcaReducerParameters.Choice.NUMBER;
        }

        @Override
        public ReducerSpec spec(final FeatureInput input) {
            return new ReducerSpec(PrincipalComponents.ID, isNumber() ? parameters.m_components : 0, 0, input.space());
        }

        @Override
        public List<DataTableSpec> tableSpecs(final FeatureInput input) {
            return Arrays.asList(VarianceTable.SPEC, new LoadingsTable(input.space()).spec());
        }

        @Override
        public ReducerNode.Fitted fit(final FeatureTable rows, final RowProblems problems, final ExecutionContext exec)
            throws ReductionException, CanceledExecutionException {
            final var options = new PcaOptions(
                isNumber() ? OptionalInt.of(parameters.m_components) : OptionalInt.empty(),
                isNumber() ? OptionalDouble.empty() : OptionalDouble.of(parameters.m_variancePercent / 100),
                parameters.m_standardise);
            final var space = rows.input().space();
            final var fit = new PcaAccumulator(options, space.size(), Runtime.getRuntime().availableProcessors());
            rows.forEach(exec.createSubProgress(0.8), problems, fit::add);
            final var pca = fit.finish(new NodeProgress(exec.createSubProgress(0.2)));
            return new ReducerNode.Fitted(pca, Optional.empty(),
                List.of(VarianceTable.make(pca, exec), new LoadingsTable(space).make(pca, exec)));
        }
    }
}
