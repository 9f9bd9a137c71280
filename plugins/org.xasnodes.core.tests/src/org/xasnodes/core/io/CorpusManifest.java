package org.xasnodes.core.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What the list of the collected files says of each: a row a file. */
final class CorpusManifest {

    private static final Pattern REPEATED = Pattern.compile("(\\d+) repeated x values");

    /**
     * @param file path below the folder of the list
     * @param format what the list calls the format
     * @param spectra -1 if not stated
     * @param points of the first spectrum, -1 if not stated
     * @param firstEv lowest energy as it stands in the file, in eV; NaN if not stated
     * @param lastEv highest energy
     * @param toleranceEv half of the last digit of the list, in eV
     * @param repeated how many energies stand in the file again; these points are averaged
     * @param remarks what is peculiar
     */
    record Row(String file, String format, int spectra, int points, double firstEv, double lastEv, double toleranceEv,
        int repeated, String remarks) {
    }

    private CorpusManifest() {
    }

    static List<Row> read(final Path manifest) throws IOException {
        final var rows = new ArrayList<Row>();
        final var lines = Files.readAllLines(manifest);
        final var names = fields(lines.get(0));
        for (final var line : lines.subList(1, lines.size())) {
            final var values = fields(line);
            final Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), values.get(i));
            }
            rows.add(row(row));
        }
        return rows;
    }

    private static Row row(final Map<String, String> row) {
        final var repeated = REPEATED.matcher(row.get("quirks"));
        final double unit = row.get("unit").equals("keV") ? 1000 : 1;
        return new Row(row.get("file"), row.get("format"), count(row.get("n_spectra")), count(row.get("npts")),
            unit * number(row.get("emin")), unit * number(row.get("emax")), 0.6e-5 * unit,
            repeated.find() ? Integer.parseInt(repeated.group(1)) : 0, row.get("quirks"));
    }

    private static int count(final String text) {
        return text.isEmpty() ? -1 : Integer.parseInt(text);
    }

    private static double number(final String text) {
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }

    private static List<String> fields(final String line) {
        final var fields = new ArrayList<String>();
        final var field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            final char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(line.charAt(++i));
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
