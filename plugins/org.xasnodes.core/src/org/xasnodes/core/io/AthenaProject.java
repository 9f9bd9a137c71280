package org.xasnodes.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/**
 * A project of Athena: many spectra with their settings, as a Perl program of assigned lists or as JSON. The groups'
 * arrays x and y are energies as measured, in eV, and mu(E).
 */
final class AthenaProject implements SpectrumFormat {

    /** JSON comes in any order, so all groups are held in memory until the end. */
    private static final long MOST_POINTS = 10_000_000;

    private static final String HEADER = "# Athena project file";

    @Override
    public String name() {
        return "Athena project";
    }

    @Override
    public boolean recognises(final FileHead head) {
        if (JsonInput.beginsWith(head, JsonToken.START_OBJECT, JsonToken.FIELD_NAME)) {
            final var text = head.text();
            return text.contains(HEADER) || text.contains("\"_____order\"")
                || text.contains("\"args\"") && text.contains("\"bkg_eshift\"");
        }
        final var start = head.start();
        return start.startsWith(HEADER) || start.contains("$old_group = ") && start.contains("@args = (");
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var spectra = new AthenaSpectra(content, sink);
        if (JsonInput.beginsWith(content.head(), JsonToken.START_OBJECT)) {
            readJson(content, spectra);
        } else {
            readPerl(content, spectra);
        }
        spectra.finish();
    }

    private static void readPerl(final FileContent content, final AthenaSpectra spectra)
        throws SpectrumFileException, IOException {
        final var perl = new PerlText(content.stream());
        final Map<String, List<String>> variables = new HashMap<>();
        try {
            for (String name = perl.next(); name != null; name = perl.next()) {
                switch (name) {
                    case "$old_group" -> {
                        variables.clear();
                        variables.put(name, perl.values());
                    }
                    case "@args", "@x", "@y" -> variables.put(name, perl.values());
                    case PerlText.RECORD -> {
                        spectra.add(group(variables));
                        variables.clear();
                    }
                    default -> { // journal, other arrays, settings of plots
                    }
                }
            }
        } catch (final EOFException e) {
            throw content.refused("The project ends in the middle of a list, line " + perl.line()
                + ": the file is cut off. Copy or download it again.", e);
        }
        if (variables.containsKey("$old_group")) {
            throw content.refused("The project ends in the middle of a group, line " + perl.line()
                + ": the file is cut off. Copy or download it again.");
        }
    }

    private static AthenaGroup group(final Map<String, List<String>> variables) {
        final var pairs = variables.getOrDefault("@args", List.of());
        final Map<String, String> settings = new HashMap<>();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            settings.put(pairs.get(i), pairs.get(i + 1));
        }
        return new AthenaGroup(settings, numbers(variables.get("@x")), numbers(variables.get("@y")));
    }

    private static double[] numbers(final List<String> values) {
        return values == null ? null
            : values.stream().mapToDouble(v -> v == null ? Double.NaN : NumberParser.parse(v.strip())).toArray();
    }

    private static void readJson(final FileContent content, final AthenaSpectra spectra)
        throws SpectrumFileException, IOException {
        final Map<String, AthenaGroup> groups = new LinkedHashMap<>();
        final var order = new ArrayList<String>();
        JsonInput.read(content, parser -> {
            parser.nextToken();
            long points = 0;
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                final var name = parser.currentName();
                if (parser.nextToken() == JsonToken.START_OBJECT) {
                    final var group = group(parser, content);
                    groups.put(name, group);
                    points += group.points();
                } else if (name.equals("_____order") && parser.currentToken() == JsonToken.START_ARRAY) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        order.add(parser.getValueAsString());
                        parser.skipChildren();
                    }
                } else {
                    parser.skipChildren();
                }
                if (points > MOST_POINTS) {
                    throw content.refused("It holds more than " + MOST_POINTS + " points, which are too many at once. "
                        + "Save the project in parts.");
                }
            }
        });
        for (final var name : order) {
            final var group = groups.remove(name);
            if (group != null) {
                spectra.add(group);
            }
        }
        for (final var group : groups.values()) {
            spectra.add(group);
        }
    }

    private static AthenaGroup group(final JsonParser parser, final FileContent content)
        throws IOException, SpectrumFileException {
        final Map<String, String> settings = new HashMap<>();
        double[] x = null;
        double[] y = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            final var name = parser.currentName();
            parser.nextToken();
            if (name.equals("args") && parser.currentToken() == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    final var key = parser.currentName();
                    parser.nextToken();
                    settings.put(key, parser.getValueAsString());
                    parser.skipChildren();
                }
            } else if (name.equals("x")) {
                x = JsonInput.numbers(parser, content);
            } else if (name.equals("y")) {
                y = JsonInput.numbers(parser, content);
            } else {
                parser.skipChildren();
            }
        }
        return new AthenaGroup(settings, x, y);
    }
}
