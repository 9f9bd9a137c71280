package org.xasnodes.runner.ui;

import java.util.Optional;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Parameters that may be absent from older settings; those of the nested class may not. */
@LoadDefaultsForAbsentFields
final class LenientParameters implements NodeParameters {

    static final class Nested implements NodeParameters {

        int m_deep = 5;

        String m_deepText = "deep";
    }

    boolean m_flag = true;

    int m_count = 3;

    String m_text = "hello";

    AllParameters.Shape m_shape = AllParameters.Shape.LINE;

    Optional<Double> m_opt = Optional.of(2.5);

    ColumnFilter m_columns = new ColumnFilter(new String[]{"k"});

    Nested m_nested = new Nested();
}
