package org.xasnodes.core.io;

/**
 * Says why a file cannot be read: the message names the file, the line (or row and column) and what to do. It is shown
 * to the user as it is.
 */
public final class SpectrumFileException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong, where, and what to do
     */
    public SpectrumFileException(final String message) {
        super(message);
    }

    /**
     * @param message what is wrong, where, and what to do
     * @param cause what made it show
     */
    public SpectrumFileException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
