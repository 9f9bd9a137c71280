package org.knime.node.parameters.widget.choices;

/**
 * A text from which the user chooses.
 *
 * @param id the text that is stored
 * @param text the text that is shown
 */
public record StringChoice(String id, String text) {

    /**
     * @param id the text that is stored and shown
     * @return the choice
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
