package org.knime.node.parameters.widget.choices;

/**
 * A text from which the user chooses.
 *
 * @param id what is stored
 * @param text what the user sees
 */
public record StringChoice(String id, String text) {

    /**
     * @param id what is stored
     * @return a choice that shows what it stores
     */
    public static StringChoice fromId(final String id) {
        return new StringChoice(id, id);
    }
}
