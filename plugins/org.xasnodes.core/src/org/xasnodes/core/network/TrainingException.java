package org.xasnodes.core.network;

/**
 * Says why a network cannot be trained and what the user can do about it. The message is shown as it is. Carries no
 * stack trace: it reports data or settings, not a bug.
 */
public final class TrainingException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong, where, and what to do
     */
    public TrainingException(final String message) {
        super(message, null, false, false);
    }
}
