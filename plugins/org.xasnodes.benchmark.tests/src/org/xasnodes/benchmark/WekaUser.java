package org.xasnodes.benchmark;

import java.net.Authenticator;
import java.net.Socket;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * A program of its own, started by {@link QuietWekaTest}: trains every model, with a network that says when it is used.
 */
public final class WekaUser {

    private WekaUser() {
    }

    /**
     * Prints only what should not be.
     *
     * @param arguments none
     * @throws Exception if a model cannot be trained
     */
    @SuppressWarnings("deprecation") // nothing else sees every socket
    public static void main(final String[] arguments) throws Exception {
        Socket.setSocketImplFactory(() -> {
            new IllegalStateException("The network is used.").printStackTrace();
            throw new IllegalStateException("no network");
        });
        final var libraryPath = System.getProperty("java.library.path");
        for (final var classes : new boolean[]{true, false}) {
            final var training = SampleRows.of(60, classes);
            for (final var kind : ModelKind.values()) {
                kind.fit(training, 1, ProgressMonitor.NONE).predict(training.rows());
            }
        }
        if (Authenticator.getDefault() != null || !libraryPath.equals(System.getProperty("java.library.path"))) {
            System.out.println("Weka has changed the program's authenticator or library path.");
        }
    }
}
