package org.xasnodes.runner.execution;

/** Follows a run. */
public interface RunListener {

    /** @param node starts now */
    void started(NodeRun node);

    /**
     * @param node runs
     * @param fraction of its work, from 0 to 1
     * @param message what it is at, may be empty
     */
    void progress(NodeRun node, double fraction, String message);

    /** @param node has ended, or was found unable to start */
    void finished(NodeRun node);
}
