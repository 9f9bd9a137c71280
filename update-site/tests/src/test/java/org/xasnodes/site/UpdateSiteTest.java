package org.xasnodes.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/** What a user installs: read from the built site itself. */
class UpdateSiteTest {

    private static final Path TARGET = Path.of("..", "target");

    private static final Path SITE = TARGET.resolve("repository");

    /** Packages that KNIME provides: its own and those of libraries it ships. Everything else must be in the site. */
    private static final List<String> FROM_KNIME =
        List.of("com.fasterxml.jackson.", "org.apache.commons.math3.", "org.knime.", "org.osgi.framework");

    private static Set<String> names(final String folder) throws IOException {
        try (var files = Files.list(SITE.resolve(folder))) {
            return files.map(f -> f.getFileName().toString().replaceFirst("_[0-9][^_]*\\.jar$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> bundles() throws IOException {
        try (var files = Files.list(SITE.resolve("plugins"))) {
            return files.sorted().toList();
        }
    }

    private static String header(final Path bundle, final String name) throws IOException {
        try (var jar = new JarFile(bundle.toFile())) {
            final var value = jar.getManifest().getMainAttributes().getValue(name);
            return value == null ? "" : value;
        }
    }

    /** The names in a manifest header, without their attributes and directives. */
    private static List<String> clauses(final String header) {
        return Arrays.stream(header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")).map(c -> c.split(";")[0].strip())
            .filter(c -> !c.isEmpty()).toList();
    }

    private static String entry(final Path zip, final String name) throws IOException {
        try (var file = new ZipFile(zip.toFile()); var in = file.getInputStream(file.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void holdsOurFeatureOurBundlesWithSourcesAndTheLibrariesKnimeLacks() throws IOException {
        assertEquals(Set.of("org.xasnodes.feature"), names("features"));
        assertEquals(
            new TreeSet<>(List.of("com.ning.compress-lzf", "edankert.com.bounce", "io.jhdf", "lz4-java",
                "org.apache.commons.lang3", "org.xasnodes.benchmark", "org.xasnodes.benchmark.source", "org.xasnodes.core",
                "org.xasnodes.core.source", "org.xasnodes.nodes", "org.xasnodes.nodes.source",
                "wrapped.ch.randelshofer.fastdoubleparser", "wrapped.nz.ac.waikato.cms.weka.weka-stable",
                "wrapped.org.jfree.jfreechart", "wrapped.org.jfree.org.jfree.svg")),
            names("plugins"));
    }

    @Test
    void holdsNothingOfKnime() throws IOException {
        for (final var folder : List.of("features", "plugins")) {
            assertTrue(names(folder).stream().noneMatch(n -> n.startsWith("org.knime")), names(folder).toString());
        }
        final var units = Pattern.compile("<unit id='([^']+)'").matcher(entry(SITE.resolve("content.jar"), "content.xml"));
        final var ids = new TreeSet<String>();
        while (units.find()) {
            ids.add(units.group(1));
        }
        assertTrue(ids.contains("org.xasnodes.feature.feature.group"), ids.toString());
        assertTrue(ids.stream().noneMatch(id -> id.startsWith("org.knime")), ids.toString());
        for (final var bundle : bundles()) {
            try (var jar = new JarFile(bundle.toFile())) {
                assertFalse(jar.stream().anyMatch(e -> e.getName().startsWith("org/knime/")), bundle.toString());
            }
        }
    }

    @Test
    void everyPackageThatOurBundlesImportIsInTheSiteOrInKnime() throws IOException {
        final var exported = new TreeSet<String>();
        for (final var bundle : bundles()) {
            exported.addAll(clauses(header(bundle, "Export-Package")));
        }
        for (final var bundle : bundles()) {
            if (bundle.getFileName().toString().startsWith("org.xasnodes")) {
                for (final var imported : clauses(header(bundle, "Import-Package"))) {
                    assertTrue(exported.contains(imported) || FROM_KNIME.stream().anyMatch((imported + ".")::startsWith),
                        bundle.getFileName() + " imports " + imported + ", which neither the site nor KNIME provides");
                }
            }
        }
    }

    @Test
    void requiresKnime59AndNothingElseThatIsNotInTheSite() throws IOException {
        for (final var bundle : bundles()) {
            for (final var required : clauses(header(bundle, "Require-Bundle"))) {
                assertTrue(names("plugins").contains(required) || required.startsWith("org.knime."),
                    bundle.getFileName() + " requires " + required);
            }
        }
        final var nodes = bundles().stream().filter(b -> b.getFileName().toString().startsWith("org.xasnodes.nodes_"))
            .findFirst().orElseThrow();
        assertTrue(header(nodes, "Require-Bundle").contains("org.knime.core;bundle-version=\"[5.9.0,6.0.0)\""));
        assertEquals("JavaSE-17", header(nodes, "Bundle-RequiredExecutionEnvironment"));
    }

    @Test
    void sourceBundlesHoldSources() throws IOException {
        for (final var bundle : bundles()) {
            if (bundle.getFileName().toString().contains(".source_")) {
                try (var jar = new JarFile(bundle.toFile())) {
                    assertTrue(jar.stream().anyMatch(e -> e.getName().endsWith(".java")), bundle.toString());
                }
            }
        }
    }

    @Test
    void nodeBundleHoldsItsPluginXmlAndIcons() throws IOException {
        final var nodes = bundles().stream().filter(b -> b.getFileName().toString().startsWith("org.xasnodes.nodes_"))
            .findFirst().orElseThrow();
        try (var jar = new JarFile(nodes.toFile())) {
            assertTrue(jar.stream().anyMatch(e -> e.getName().equals("plugin.xml")));
            assertTrue(jar.stream().anyMatch(e -> e.getName().equals("icons/xas.png")));
        }
    }

    @Test
    void isZippedToo() throws IOException {
        final var zips = Files.list(TARGET).filter(f -> f.toString().endsWith(".zip")).toList();
        assertEquals(1, zips.size(), zips.toString());
        try (var zip = new ZipFile(zips.get(0).toFile())) {
            final var inZip = zip.stream().filter(e -> !e.isDirectory()).map(e -> e.getName()).collect(Collectors.toSet());
            for (final var bundle : bundles()) {
                assertTrue(inZip.contains("plugins/" + bundle.getFileName()), bundle.toString());
            }
            assertTrue(inZip.contains("content.jar"));
        }
    }
}
