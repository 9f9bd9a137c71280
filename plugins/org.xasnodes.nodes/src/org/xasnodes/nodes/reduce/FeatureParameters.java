package org.xasnodes.nodes.reduce;

import java.util.List;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.ColumnFilterWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;

/** Which numbers of a row a reducer takes. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
public final class FeatureParameters implements NodeParameters {

    /** Where the numbers stand. The names are settings: never rename them. */
    enum Source {
        @Label(value = "A feature", description = "All columns that one feature node has made, whatever their number and names.")
        FEATURE, //
        @Label(value = "Number columns", description = "Number columns that are chosen one by one or by a pattern.")
        NUMBER_COLUMNS, //
        @Label(value = "A vector column", description = "All numbers of one vector column.")
        VECTOR_COLUMN
    }

    interface SourceRef extends ParameterReference<Source> {
    }

    static final class IsFeature implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.FEATURE);
        }
    }

    static final class IsNumberColumns implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.NUMBER_COLUMNS);
        }
    }

    static final class IsVectorColumn implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(SourceRef.class).isOneOf(Source.VECTOR_COLUMN);
        }
    }

    static final class Features implements StringChoicesProvider {
        @Override
        public List<String> choices(final NodeParametersInput context) {
            return context.getInTableSpec(0).map(FeatureInput::features).orElse(List.of());
        }
    }

    static final class Numbers extends DoubleColumnsProvider {
    }

    static final class Vectors extends CompatibleColumnsProvider {
        Vectors() {
            super(DoubleVectorValue.class);
        }
    }

    @Widget(title = "Reduce", description = "Which numbers of a row are reduced.")
    @ValueReference(SourceRef.class)
    Source m_source = Source.FEATURE;

    @Widget(title = "Feature", description = "The feature whose columns, or whose vector column, are reduced.")
    @ChoicesProvider(Features.class)
    @Effect(predicate = IsFeature.class, type = Effect.EffectType.SHOW)
    String m_feature;

    @Widget(title = "Columns", description = "The number columns that are reduced.")
    @ColumnFilterWidget(choicesProvider = Numbers.class)
    @Effect(predicate = IsNumberColumns.class, type = Effect.EffectType.SHOW)
    ColumnFilter m_columns = new ColumnFilter();

    @Widget(title = "Vector column", description = "The vector column that is reduced.")
    @ChoicesProvider(Vectors.class)
    @Effect(predicate = IsVectorColumn.class, type = Effect.EffectType.SHOW)
    String m_vectorColumn;

    /** Made by KNIME. */
    public FeatureParameters() {
    }

    /**
     * @param input what a new node knows
     */
    public FeatureParameters(final NodeParametersInput input) {
        input.getInTableSpec(0).ifPresent(this::guess);
    }

    private void guess(final DataTableSpec spec) {
        m_feature = FeatureInput.guess(spec).orElse(null);
        final var numbers = columns(spec, DoubleValue.class);
        m_columns = new ColumnFilter(numbers);
        m_vectorColumn = columns(spec, DoubleVectorValue.class).stream().map(DataColumnSpec::getName)
            .reduce((first, last) -> last).orElse(null);
        if (m_feature == null) {
            m_source = numbers.isEmpty() && m_vectorColumn != null ? Source.VECTOR_COLUMN : Source.NUMBER_COLUMNS;
        }
    }

    private static List<DataColumnSpec> columns(final DataTableSpec spec,
        final Class<? extends DataValue> type) {
        return spec.stream().filter(c -> c.getType().isCompatible(type)).toList();
    }
}
