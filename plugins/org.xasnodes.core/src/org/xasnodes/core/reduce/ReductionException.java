package org.xasnodes.core.reduce;

/**
 * Says why a reducer cannot be fitted to the rows given and what the user can do about it. The message is shown as it
 * is. Carries no stack trace: it reports data, not a bug.
 */
public final class ReductionException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong, where, and what to do
     */
    public ReductionException(final String message) {
        super(message, null, false, false);
    }
}
