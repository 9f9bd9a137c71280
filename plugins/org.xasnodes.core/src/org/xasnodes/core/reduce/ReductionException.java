package org.xasnodes.core.reduce;

/** No reducer can be fitted on these rows. The message says why and what to do, for the user. */
public final class ReductionException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message why, and what to do
     */
    public ReductionException(final String message) {
        super(message);
    }
}
