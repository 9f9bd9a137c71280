package org.xasnodes.runner.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** Classes by name, as signatures: read from a list or taken from bytecode. */
record SignatureList(SortedMap<String, ApiClass> classes) {

    /** Reads a list: a line for each class, followed by an indented line for each member. */
    static SignatureList read(final Path file) throws IOException {
        final SortedMap<String, ApiClass> classes = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            ApiClass current = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("  ")) {
                    current.add(line);
                } else if (!line.startsWith("#")) {
                    current = ApiClass.of(line);
                    classes.put(current.name(), current);
                }
            }
        }
        return new SignatureList(classes);
    }

    Optional<ApiClass> find(final String className) {
        return Optional.ofNullable(classes.get(className));
    }

    /** @return the class and all its super types, its own first, as far as they are listed; others by name only */
    Set<String> lineage(final String className) {
        final Set<String> types = new LinkedHashSet<>();
        collect(className, types);
        return types;
    }

    private void collect(final String className, final Set<String> types) {
        if (types.add(className)) {
            find(className).ifPresent(c -> c.superTypes().forEach(type -> collect(type, types)));
        }
    }

    /** @return the lines of some classes in the form this class reads */
    String lines(final Set<String> classNames) {
        final StringBuilder text = new StringBuilder();
        classes.forEach((name, c) -> {
            if (classNames.contains(name)) {
                text.append(c.head()).append('\n');
                c.members().values().stream().sorted().forEach(line -> text.append("  ").append(line).append('\n'));
            }
        });
        return text.toString();
    }
}
