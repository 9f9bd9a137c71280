package org.knime.core.node;

/** The user canceled the node. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1;

    public CanceledExecutionException() {
        super("Execution canceled");
    }

    public CanceledExecutionException(final String message) {
        super(message);
    }
}
