package org.xasnodes.runner.report;

/** File names from names of nodes, ports and columns. */
final class FileNames {

    private static final int MAX_LENGTH = 120;

    private FileNames() {
    }

    /** @return a name that every file system takes */
    static String safe(final String name) {
        final String safe = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        return safe.substring(0, Math.min(MAX_LENGTH, safe.length()));
    }
}
