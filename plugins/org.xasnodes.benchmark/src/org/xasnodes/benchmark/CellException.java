package org.xasnodes.benchmark;

/** Why there are no scores for one combination of feature, reducer, model and split; the others go on. */
final class CellException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message for the user */
    CellException(final String message) {
        super(message, null, false, false);
    }
}
