package org.knime.core.node;

/** Settings or an input specification do not allow the node to run. */
public class InvalidSettingsException extends Exception {

    private static final long serialVersionUID = 1;

    public InvalidSettingsException(final String message) {
        super(message);
    }

    public InvalidSettingsException(final Throwable cause) {
        super(cause);
    }

    public InvalidSettingsException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
