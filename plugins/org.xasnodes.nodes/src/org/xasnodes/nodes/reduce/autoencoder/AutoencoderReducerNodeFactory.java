package org.xasnodes.nodes.reduce.autoencoder;

import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.reduce.Autoencoder;
import org.xasnodes.core.reduce.AutoencoderOptions;
import org.xasnodes.core.reduce.ReducerSpec;
import org.xasnodes.core.reduce.ReductionException;
import org.xasnodes.nodes.port.ReducerPortObject;
import org.xasnodes.nodes.reduce.FeatureInput;
import org.xasnodes.nodes.reduce.FeatureTable;
import org.xasnodes.nodes.reduce.ReducerNode;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;

/** The node Autoencoder Reducer. */
public final class AutoencoderReducerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Autoencoder Reducer") //
        .icon("autoencoder.png") //
        .shortDescription("Reduces features with a neural network that learns to give them back from few values.") //
        .fullDescription("""
                <p>Trains a neural network to give back the features of each row through a narrow layer in the middle; the
                outputs of that layer are the reduced values. Unlike PCA the way there and back is bent, so that few values
                can say more; unlike principal components they have no order, and another seed gives others.</p>
                <p>The features are standardised inside the network: each minus its mean and divided by its standard deviation
                in the training rows. The loss is the mean squared error of the standardised features. If it still falls at
                the last epoch, more epochs help; if the loss on validation rows rises while that of training falls, the
                network learns the training rows by heart: stop early, or take fewer units.</p>
                <p>The same seed gives the same bits on any computer and any number of processors. Connect the reducer to
                <i>Reducer Apply</i> to reduce new rows; it can also tell how unlike the training data each of them is.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Features", "A table with features, in number columns or in a vector column.") //
            .addOutputTable("Reduced", "The table with the values 'ae 1', 'ae 2' and so on appended.") //
            .addOutputPort("Reducer", "The fitted reducer, for Reducer Apply.", ReducerPortObject.TYPE) //
            .addOutputTable("Loss", "The loss after each epoch, on training and on validation rows.")) //
        .model(m -> m //
            .parametersClass(AutoencoderReducerParameters.class) //
            .configure(AutoencoderReducerNodeFactory::configure) //
            .execute(AutoencoderReducerNodeFactory::execute)) //
        .addView(v -> PictureView.of(v, "The rows in the first two dimensions, and how the loss fell.",
            AutoencoderPictures::of)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "neural network", "deep learning", "dimensionality reduction", "anomaly") //
        .addExternalResource("https://doi.org/10.1126/science.1127647",
            "Hinton, Salakhutdinov, Reducing the dimensionality of data with neural networks");

    /** Called by KNIME. */
    public AutoencoderReducerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final AutoencoderReducerParameters parameters = input.getParameters();
        node(parameters).configure(input, output);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final AutoencoderReducerParameters parameters = input.getParameters();
        try {
            node(parameters).execute(input, output);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }

    private static ReducerNode node(final AutoencoderReducerParameters parameters) throws InvalidSettingsException {
        return new ReducerNode(parameters.m_features, parameters.m_output.options(false), new Method(parameters.coreOptions()));
    }

    private record Method(AutoencoderOptions options) implements ReducerNode.Method {

        @Override
        public ReducerSpec spec(final FeatureInput input) {
            return new ReducerSpec(Autoencoder.ID, options.dimensions(), options.training().seed(), input.space());
        }

        @Override
        public List<DataTableSpec> tableSpecs(final FeatureInput input) {
            return List.of(LossTable.SPEC);
        }

        @Override
        public ReducerNode.Fitted fit(final FeatureTable rows, final RowProblems problems, final ExecutionContext exec)
            throws ReductionException, CanceledExecutionException {
            final var features = rows.toArrays(exec.createSubProgress(0.1), problems);
            final var autoencoder = Autoencoder.fit(features, options, Runtime.getRuntime().availableProcessors(),
                new NodeProgress(exec.createSubProgress(0.9)));
            return new ReducerNode.Fitted(autoencoder, Optional.empty(),
                List.of(LossTable.make(autoencoder.history(), exec)));
        }
    }
}
