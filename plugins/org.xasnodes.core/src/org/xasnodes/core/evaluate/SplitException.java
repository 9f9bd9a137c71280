package org.xasnodes.core.evaluate;

/** Rows cannot be divided as asked for. The message says why and what to do. */
public final class SplitException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message what is wrong with which rows, and what to do */
    public SplitException(final String message) {
        super(message);
    }
}
