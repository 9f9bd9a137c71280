package org.xasnodes.runner.workflow;

import java.nio.file.Path;

/** A workflow, or what was asked of it, cannot be used; the message tells the user where and why. */
public final class WorkflowException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param message for the user: what, where, what to do */
    public WorkflowException(final String message) {
        super(message);
    }

    /**
     * @param message for the user: what, where, what to do
     * @param cause what was behind it
     */
    public WorkflowException(final String message, final Throwable cause) {
        super(message, cause);
    }

    static WorkflowException at(final Path file, final int line, final String problem) {
        return new WorkflowException(file + ", line " + line + ": " + problem);
    }

    static WorkflowException at(final Path file, final int line, final String problem, final Throwable cause) {
        return new WorkflowException(file + ", line " + line + ": " + problem, cause);
    }
}
