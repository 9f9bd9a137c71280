package org.knime.node.parameters.widget.choices;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataType;

/**
 * A text with a type, such as a column, from which the user chooses.
 *
 * @param id the text that is stored
 * @param text the text that is shown
 * @param type its type
 */
public record TypedStringChoice(String id, String text, PossibleTypeValue type) {

    /**
     * A type as the user sees it.
     *
     * @param id the name of the class that stands for the type
     * @param text the name that is shown
     */
    public static record PossibleTypeValue(String id, String text) {
    }

    /**
     * @param colSpec a column
     * @return the choice of that column
     */
    public static TypedStringChoice fromColSpec(final DataColumnSpec colSpec) {
        final DataType type = colSpec.getType();
        return new TypedStringChoice(colSpec.getName(), colSpec.getName(),
            new PossibleTypeValue(type.getPreferredValueClass().getName(), type.getName()));
    }
}
