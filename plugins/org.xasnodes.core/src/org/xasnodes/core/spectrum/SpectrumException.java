package org.xasnodes.core.spectrum;

/**
 * Says why one spectrum cannot be processed and what the user can do about it. The message is shown as it is, in a
 * missing cell or a warning. Carries no stack trace: it reports data, not a bug, and may be thrown once per spectrum.
 */
public final class SpectrumException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong, where, and what to do
     */
    public SpectrumException(final String message) {
        super(message, null, false, false);
    }
}
