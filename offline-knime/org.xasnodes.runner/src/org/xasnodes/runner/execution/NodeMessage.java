package org.xasnodes.runner.execution;

import java.util.List;

/**
 * What a node tells the user.
 *
 * @param type how bad it is
 * @param text one sentence, empty if there is nothing to say
 * @param advice what could be done about it
 */
public record NodeMessage(Type type, String text, List<String> advice) {

    /** No message. */
    public static final NodeMessage NONE = new NodeMessage(Type.NONE, "", List.of());

    /** How bad it is. */
    public enum Type {
            /** There is nothing to say. */
            NONE,
            /** It ran, or waits for something to be put right. */
            WARNING,
            /** It did not run. */
            ERROR
    }

    static NodeMessage warning(final String text) {
        return text == null ? NONE : new NodeMessage(Type.WARNING, text, List.of());
    }

    static NodeMessage error(final String text) {
        return new NodeMessage(Type.ERROR, text, List.of());
    }
}
