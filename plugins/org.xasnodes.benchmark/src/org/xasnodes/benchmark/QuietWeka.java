package org.xasnodes.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

import weka.core.Environment;
import weka.core.WekaPackageManager;

/**
 * Starts Weka without the traces that its package manager leaves. The first use of any classifier initialises the class
 * {@link WekaPackageManager}, which cannot be prevented (weka.core.Capabilities reads its properties through it) and
 * which
 * <ul>
 * <li>makes folders in the user's home, or where the variable WEKA_HOME says: here a temporary folder that is deleted
 * at once. Weka never makes it again, and finds nothing to read in it;</li>
 * <li>loads the packages that the user installed for Weka itself and looks for newer ones in the network, unless two
 * variables say no;</li>
 * <li>changes the Java property java.library.path and the program's {@link Authenticator}, which are put back;</li>
 * <li>prints a warning that a library for native code is missing, which we do without.</li>
 * </ul>
 * The variables are Weka's own; they are no properties of the Java process, so other plug-ins do not see them.
 */
final class QuietWeka {

    private static final String LIBRARY_PATH = "java.library.path";

    private static boolean started;

    private QuietWeka() {
    }

    /**
     * To be called before the first use of a class of Weka; cheap when it has been called before.
     *
     * @throws UncheckedIOException if the folder for temporary files cannot be written to
     */
    static synchronized void start() {
        if (started) {
            return;
        }
        final var libraryPath = System.getProperty(LIBRARY_PATH);
        final var authenticator = Authenticator.getDefault();
        final var out = System.out;
        Path home = null;
        try {
            home = Files.createTempDirectory("xas-weka");
            final var variables = Environment.getSystemWide();
            variables.addVariable("WEKA_HOME", home.toString());
            variables.addVariable("weka.packageManager.offline", "true");
            variables.addVariable("weka.packageManager.loadPackages", "false");
            System.setOut(silentFor(Thread.currentThread(), out));
            WekaPackageManager.getPackageHome(); // initialises the class
            started = true;
        } catch (final IOException e) {
            throw new UncheckedIOException("Weka needs the folder for temporary files for a moment: " + e.getMessage(),
                e);
        } finally {
            System.setOut(out);
            if (libraryPath != null) {
                System.setProperty(LIBRARY_PATH, libraryPath);
            }
            Authenticator.setDefault(authenticator);
            delete(home);
        }
    }

    private static PrintStream silentFor(final Thread silent, final PrintStream out) {
        return new PrintStream(out, true) {
            @Override
            public void println(final String line) {
                if (Thread.currentThread() != silent) {
                    super.println(line);
                }
            }
        };
    }

    private static void delete(final Path folder) {
        if (folder == null) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (final var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (final IOException e) {
            folder.toFile().deleteOnExit(); // an empty folder for temporary files; no reason to fail
        }
    }
}
