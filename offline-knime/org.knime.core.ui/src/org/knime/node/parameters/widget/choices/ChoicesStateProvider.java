package org.knime.node.parameters.widget.choices;

/**
 * Gives the values from which the user chooses. Only a dialog asks for them.
 *
 * @param <S> the type of a choice
 */
public sealed interface ChoicesStateProvider<S> permits TypedStringChoicesProvider, StringChoicesProvider {
}
