package org.xasnodes.nodes.reduce.isomap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.xasnodes.nodes.reduce.FeatureParameters;
import org.xasnodes.nodes.reduce.ReducedOutputParameters;

/** Settings of Isomap Reducer. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class IsomapReducerParameters implements NodeParameters {

    @Section(title = "Features")
    interface FeatureSection {
    }

    @Section(title = "Isomap")
    @After(FeatureSection.class)
    interface IsomapSection {
    }

    @Section(title = "Output")
    @After(IsomapSection.class)
    interface OutputSection {
    }

    @Layout(FeatureSection.class)
    FeatureParameters m_features = new FeatureParameters();

    @Widget(title = "Dimensions", description = "The number of values that a row becomes.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(IsomapSection.class)
    int m_dimensions = 3;

    @Widget(title = "Neighbours",
        description = "To how many of the rows most like it each row is connected. Few follow a bent surface closely but may "
            + "leave the graph in pieces; many make Isomap more like PCA.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(IsomapSection.class)
    int m_neighbours = 5;

    @Widget(title = "Landmarks above this number of rows",
        description = "Up to this number of training rows Isomap is exact: all paths between all rows are known, which takes "
            + "time and memory that grow with the square of the number. Above it, only the paths to some landmarks are.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(IsomapSection.class)
    int m_exactUpTo = 3000;

    @Widget(title = "Number of landmarks",
        description = "How many rows, spread over all others, serve as landmarks where Isomap is not exact.")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Advanced
    @Layout(IsomapSection.class)
    int m_landmarks = 500;

    @Widget(title = "Seed", description = "Decides with which row the choice of landmarks starts.")
    @Advanced
    @Layout(IsomapSection.class)
    long m_seed = 1;

    @Layout(OutputSection.class)
    ReducedOutputParameters m_output = new ReducedOutputParameters();

    IsomapReducerParameters() {
    }

    IsomapReducerParameters(final NodeParametersInput input) {
        m_features = new FeatureParameters(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        require(m_dimensions >= 1, "The number of dimensions is " + m_dimensions + ". Enter at least 1.");
        require(m_neighbours >= 1, "The number of neighbours is " + m_neighbours + ". Enter at least 1.");
        require(m_landmarks > m_dimensions, "The number of landmarks is " + m_landmarks + ". Enter more than the "
            + m_dimensions + " dimensions.");
    }

    private static void require(final boolean isTrue, final String message) throws InvalidSettingsException {
        if (!isTrue) {
            throw new InvalidSettingsException(message);
        }
    }
}
