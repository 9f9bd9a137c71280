package org.knime.node.parameters.widget.choices;

/** Gives texts with types from which the user chooses. */
public non-sealed interface TypedStringChoicesProvider extends ChoicesStateProvider<TypedStringChoice> {
}
