package org.xasnodes.core.util;

import java.util.concurrent.CancellationException;

/**
 * What a long computation tells its caller, and the place where the caller can stop it. Implementations must be safe to
 * call from several threads.
 */
@FunctionalInterface
public interface ProgressMonitor {

    /** Shows nothing and never cancels. */
    ProgressMonitor NONE = (fraction, message) -> { };

    /**
     * Reports progress and checks for cancellation; cheap enough to call once per spectrum.
     *
     * @param fraction the part done, in [0, 1]
     * @param message what is being done, in the user's words
     * @throws CancellationException if the user has cancelled
     */
    void update(double fraction, String message);
}
