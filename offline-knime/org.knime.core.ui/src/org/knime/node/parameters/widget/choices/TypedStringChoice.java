package org.knime.node.parameters.widget.choices;

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
    public record PossibleTypeValue(String id, String text) {
    }
}
