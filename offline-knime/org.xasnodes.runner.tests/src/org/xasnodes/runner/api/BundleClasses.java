package org.xasnodes.runner.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The class files of a bundle: from the running framework, or from the class path where there is none. */
final class BundleClasses {

    private BundleClasses() {
    }

    /**
     * @param symbolicName a bundle
     * @param marker a class in it, by which it is found on a plain class path
     * @return its class files, without those of its fragments
     * @throws IllegalStateException if it is not there
     */
    static List<byte[]> of(final String symbolicName, final String marker) throws IOException {
        final Bundle self = FrameworkUtil.getBundle(BundleClasses.class);
        final List<byte[]> files = self == null ? onClassPath(marker)
            : inBundle(Arrays.stream(self.getBundleContext().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(symbolicName)).findFirst()
                .orElseThrow(() -> new IllegalStateException("Bundle " + symbolicName + " is not installed.")), "/");
        if (files.isEmpty()) {
            throw new IllegalStateException("No class files found in " + symbolicName + ".");
        }
        return files;
    }

    private static List<byte[]> inBundle(final Bundle bundle, final String folder) throws IOException {
        final List<byte[]> files = new ArrayList<>();
        final var paths = bundle.getEntryPaths(folder);
        for (final String path : paths == null ? List.<String>of() : Collections.list(paths)) {
            if (path.endsWith("/")) {
                files.addAll(inBundle(bundle, path));
            } else if (isClass(path)) {
                try (InputStream in = bundle.getEntry(path).openStream()) {
                    files.add(in.readAllBytes());
                }
            }
        }
        return files;
    }

    private static boolean isClass(final String path) {
        return path.endsWith(".class") && !path.endsWith("-info.class");
    }

    private static List<byte[]> onClassPath(final String marker) throws IOException {
        try {
            final URL location = Class.forName(marker, false, BundleClasses.class.getClassLoader())
                .getProtectionDomain().getCodeSource().getLocation();
            final Path path = Path.of(location.toURI());
            if (Files.isDirectory(path)) {
                return below(path);
            }
            try (FileSystem jar = FileSystems.newFileSystem(path)) {
                return below(jar.getPath("/"));
            }
        } catch (final ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(marker + " is not on the class path.", e);
        }
    }

    private static List<byte[]> below(final Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> isClass(file.toString())).map(BundleClasses::bytes).toList();
        }
    }

    private static byte[] bytes(final Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
