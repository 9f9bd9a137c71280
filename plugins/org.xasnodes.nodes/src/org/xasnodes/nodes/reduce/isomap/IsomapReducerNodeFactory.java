package org.xasnodes.nodes.reduce.isomap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
import org.xasnodes.core.reduce.Isomap;
import org.xasnodes.core.reduce.IsomapOptions;
import org.xasnodes.core.reduce.ReducerSpec;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.reduce.FeatureInput;
import org.xasnodes.nodes.reduce.FeatureTable;
import org.xasnodes.nodes.reduce.ReducerNode;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;

/** The node Isomap Reducer. */
public final class IsomapReducerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Isomap Reducer") //
        .icon("isomap.png") //
        .shortDescription("Reduces features to few dimensions that keep the distances along the data, by Isomap.") //
        .fullDescription("""
                <p>Reduces the features of each row to a few values whose distances are those <i>along</i> the data: each row
                is connected to the rows most like it, and the distance between two rows is the length of the shortest path
                from neighbour to neighbour. Where spectra change along a bent line, for example with the oxidation state,
                Isomap straightens it; PCA cannot.</p>
                <p>If the graph of neighbours falls into pieces, the pieces are joined by the shortest edges between them, and
                a warning says how many there were: more neighbours, or a look at the rows that stand apart, may help.</p>
                <p>Up to 3,000 rows (a setting) Isomap is exact. Above, it knows the paths to some hundreds of landmarks only,
                which makes tables of 100,000 rows possible on one machine. The reducer keeps the training rows; connect it to
                <i>Reducer Apply</i> to place new rows among them.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Features", "A table with features, in number columns or in a vector column.") //
            .addOutputTable("Reduced", "The table with the values 'isomap 1', 'isomap 2' and so on appended.") //
            .addOutputPort("Reducer", "The fitted reducer, for Reducer Apply.", ReducerPortObject.TYPE) //
            .addOutputTable("Dimensions", "For 1, 2 and so on dimensions, the eigenvalue of the last and the reconstruction "
                + "error: how much of the distances is not explained by them. Where the error no longer falls, more "
                + "dimensions tell nothing new.")) //
        .model(m -> m //
            .parametersClass(IsomapReducerParameters.class) //
            .configure(IsomapReducerNodeFactory::configure) //
            .execute(IsomapReducerNodeFactory::execute)) //
        .addView(v -> PictureView.of(v, "The rows in the first two dimensions, and the reconstruction error against the number of dimensions.",
            IsomapPictures::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "manifold learning", "dimensionality reduction", "geodesic", "landmark Isomap") //
        .addExternalResource("https://doi.org/10.1126/science.290.5500.2319",
            "Tenenbaum, de Silva, Langford, A global geometric framework for nonlinear dimensionality reduction");

    /** Called by KNIME. */
    public IsomapReducerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final IsomapReducerParameters parameters = input.getParameters();
        parameters.validate();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final IsomapReducerParameters parameters = input.getParameters();
        node(parameters).execute(input, output);
    }

    private static ReducerNode node(final IsomapReducerParameters parameters) {
        return new ReducerNode(parameters.m_features, parameters.m_output.options(false), new Method(parameters));
    }

    private record Method(IsomapReducerParameters parameters) implements ReducerNode.Method {

        @Override
        public ReducerSpec spec(final FeatureInput input) {
            return new ReducerSpec(Isomap.ID, parameters.m_dimensions, parameters.m_seed, input.space());
        }

        @Override
        public List<DataTableSpec> tableSpecs(final FeatureInput input) {
            return List.of(DimensionsTable.SPEC);
        }

        @Override
        public ReducerNode.Fitted fit(final FeatureTable rows, final RowProblems problems, final ExecutionContext exec)
            throws ReductionException, CanceledExecutionException {
            final var options = new IsomapOptions(parameters.m_neighbours, parameters.m_dimensions, parameters.m_exactUpTo,
                parameters.m_landmarks, parameters.m_seed);
            final var features = rows.toArrays(exec.createSubProgress(0.1), problems);
            final var isomap = Isomap.fit(features, options, Runtime.getRuntime().availableProcessors(),
                new NodeProgress(exec.createSubProgress(0.9)));
            return new ReducerNode.Fitted(isomap, joined(isomap), List.of(DimensionsTable.make(isomap, exec)));
        }

        private static Optional<String> joined(final Isomap isomap) {
            return isomap.components() == 1 ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "The graph of neighbours was in %,d pieces, which were joined by the "
                    + "shortest edges between them. Distances between the pieces mean little; more neighbours may help.",
                    isomap.components()));
        }
    }
}
