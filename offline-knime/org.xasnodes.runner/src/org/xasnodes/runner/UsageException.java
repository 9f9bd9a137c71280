package org.xasnodes.runner;

/** The command line cannot be understood. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1;

    UsageException(final String message) {
        super(message);
    }
}
