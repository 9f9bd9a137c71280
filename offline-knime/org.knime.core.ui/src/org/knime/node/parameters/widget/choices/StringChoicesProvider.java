package org.knime.node.parameters.widget.choices;

import java.util.List;

import org.knime.node.parameters.NodeParametersInput;

/** Gives texts from which the user chooses. */
public non-sealed interface StringChoicesProvider extends ChoicesStateProvider<StringChoice> {

    /**
     * @param context what is known of the node's inputs
     * @return the texts
     */
    default List<String> choices(final NodeParametersInput context) {
        throw new IllegalStateException("The choices of " + getClass().getName() + " are not implemented.");
    }
}
