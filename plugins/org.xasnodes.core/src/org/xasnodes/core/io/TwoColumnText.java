package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.SpectrumException;

/**
 * One spectrum as text: a column of energies and one of intensities, perhaps below comments and a line of labels.
 * Separators, decimal comma and line ends are found by looking at the file ({@link TextTable}).
 */
final class TwoColumnText implements SpectrumFormat {

    /** More points than any scan has; keeps memory bounded. */
    private static final int MOST_POINTS = 1_000_000;

    /** No X-ray absorption spectrum in keV reaches this far, hardly one in eV stays below. */
    private static final double LARGEST_KEV = 200;

    /** Fewer whole numbers in a row may be energies by chance. */
    private static final int FEWEST_COUNTED = 10;

    private static final Pattern KEV = Pattern.compile("(?i)(?<![a-z])kev(?![a-z])");

    /** In any line above the table; nothing but a few words may stand between, so that no machine's energy is meant. */
    private static final Pattern ENERGY_IN_KEV =
        Pattern.compile("(?i)(?<![a-z])energy(?:[ _]*units?)?[ :=(\\[/,_]*(?:in )?kev(?![a-z])");

    private static final Pattern ENERGY = Pattern.compile("(?i)(e|ev|kev|.*energ.*|e *[(\\[/]? *k?ev *[)\\]]?)");

    private static final Pattern NO_ENERGY = Pattern.compile("(?i)(k|r|.*angle.*|.*theta.*|.*degree.*|time.*)");

    @Override
    public String name() {
        return "two-column text";
    }

    @Override
    public boolean recognises(final FileHead head) {
        if (head.contains(0)) {
            return false;
        }
        final var table = TextTable.find(head);
        return table != null && table.columns() > 1 && table.rows() > 1;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var table = TextTable.find(content.head());
        if (table.columns() != 2) {
            throw content.refused("The table from line " + (table.firstLine() + 1) + " on has " + table.columns()
                + " columns of numbers. Only tables of two columns, energy and intensity, can be read, because which "
                + "of more columns are meant cannot be known. Keep two columns.");
        }
        final var labels = Labels.of(table);
        if (labels.first() != null && NO_ENERGY.matcher(labels.first()).matches() && !labels.swapped()) {
            throw content.refused("The first column is labelled '" + labels.first()
                + "', which is not an energy. Convert it to energies in eV first.");
        }
        final var points = new Points();
        points.read(content, table);
        points.tell(content, table, sink);
        final var x = labels.swapped() ? points.second() : points.first();
        final var y = labels.swapped() ? points.first() : points.second();
        if (isCounting(x)) {
            throw content.refused("The first column only counts the points (" + (int)x[0] + ", " + (int)x[1]
                + ", ...), it holds no energies. Put energies in eV there.");
        }
        final var energiesEv = inEv(x, labels, sink);
        if (labels.swapped()) {
            sink.note("Energies were taken from the second column, which is labelled '" + labels.second() + "'.");
        }
        deliver(content, energiesEv, y, sink);
    }

    private static void deliver(final FileContent content, final double[] energiesEv, final double[] intensities,
        final SpectrumSink sink) throws SpectrumFileException, IOException {
        try {
            final var arrangement = Arrangement.of(energiesEv);
            final var notes = new OrderNotes();
            notes.add(arrangement, null);
            notes.tell(sink);
            sink.spectrum(new SpectrumRecord(null, null, null, Double.NaN, arrangement.spectrum(intensities), null,
                Map.of()));
        } catch (final SpectrumException e) {
            throw content.refused(e.getMessage(), e);
        }
    }

    private static boolean isCounting(final double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] != x[0] + i) {
                return false;
            }
        }
        return x.length >= FEWEST_COUNTED && (x[0] == 0 || x[0] == 1);
    }

    private static double[] inEv(final double[] energies, final Labels labels, final SpectrumSink sink) {
        final double largest = Arrays.stream(energies).max().orElse(0);
        final double smallest = Arrays.stream(energies).min().orElse(0);
        if (labels.kev() && largest < LARGEST_KEV) {
            sink.note("The energy unit keV was taken from the label '" + labels.line() + "' and converted to eV.");
            return Arrays.stream(energies).map(e -> e * 1000).toArray();
        }
        if (labels.kev()) {
            sink.note("The label '" + labels.line() + "' says keV, but energies up to " + largest
                + " cannot be keV: they were taken as eV.");
        } else if (smallest < 0) {
            sink.note("The energies begin at " + smallest + " eV, so they are probably relative to the edge. Shift "
                + "them before they meet spectra on absolute energies.");
        } else if (smallest > 1 && largest < LARGEST_KEV) {
            sink.note("The energies, " + smallest + " to " + largest + ", were taken as eV, as no label says "
                + "otherwise. If they are keV, say so in a label above the table.");
        }
        return energies;
    }

    /** What is said above the table of the two columns; labels are <code>null</code> if it is not two labels. */
    private record Labels(String line, String first, String second, boolean kev) {

        static Labels of(final TextTable table) {
            final var header = table.header();
            final var line = header.isEmpty() ? "" : header.get(header.size() - 1);
            final var parts = line.split(line.indexOf('\t') >= 0 ? "\\s*\t\\s*"
                : line.indexOf(';') >= 0 ? "\\s*;\\s*" : line.indexOf(',') >= 0 ? "\\s*,\\s*" : " +(?![(\\[])");
            final boolean two = parts.length == 2;
            final var kev = KEV.matcher(line).find() ? line
                : header.stream().filter(text -> ENERGY_IN_KEV.matcher(text).find()).findFirst().orElse(null);
            return new Labels(kev == null ? line : kev, two ? unquoted(parts[0]) : null,
                two ? unquoted(parts[1]) : null, kev != null);
        }

        private static String unquoted(final String text) {
            return text.replace("\"", "").strip();
        }

        boolean swapped() {
            return first != null && !ENERGY.matcher(first).matches() && ENERGY.matcher(second).matches();
        }
    }

    /** The rows of the table, and what had to be left out. */
    private static final class Points {

        private double[] m_first = new double[1024];

        private double[] m_second = new double[1024];

        private int m_count;

        private int m_badRows;

        private String m_firstBad;

        void read(final FileContent content, final TextTable table) throws IOException, SpectrumFileException {
            final var lines = new LineReader(content.stream());
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (lines.number() > table.firstLine() && !TextTable.isComment(line)) {
                    row(line, lines.number(), table.layout());
                }
                if (m_count > MOST_POINTS) {
                    throw content.refused("It has more than " + MOST_POINTS + " rows, so it is not one spectrum.");
                }
            }
        }

        private void row(final String line, final int number, final TextTable.Layout layout) {
            final var parts = layout.split(line);
            final double x = layout.number(parts[0]);
            final double y = parts.length < 2 ? Double.NaN : layout.number(parts[1]);
            if (parts.length != 2 || !Double.isFinite(x) || !Double.isFinite(y)) {
                m_badRows++;
                if (m_firstBad == null) {
                    m_firstBad = "line " + number + ": " + (parts.length != 2 ? parts.length + " columns instead of 2"
                        : "'" + Texts.shortened(Double.isFinite(x) ? parts[1] : parts[0]) + "' is not a finite number");
                }
                return;
            }
            if (m_count == m_first.length) {
                m_first = Arrays.copyOf(m_first, 2 * m_count);
                m_second = Arrays.copyOf(m_second, 2 * m_count);
            }
            m_first[m_count] = x;
            m_second[m_count++] = y;
        }

        void tell(final FileContent content, final TextTable table, final SpectrumSink sink)
            throws SpectrumFileException {
            if (m_badRows * 10L > m_count + m_badRows) {
                throw content.refused(m_badRows + " of " + (m_count + m_badRows) + " rows cannot be used (first: "
                    + m_firstBad + "). Correct the file, or remove these rows if they are not part of the table.");
            }
            if (m_badRows > 0) {
                sink.note(m_badRows + (m_badRows == 1 ? " row was" : " rows were") + " left out (" //
                    + (m_badRows == 1 ? "" : "first: ") + m_firstBad + ").");
            }
            if (table.earlierRows() > 0) {
                sink.note(table.earlierRows() + " rows of two numbers above line " + (table.firstLine() + 1)
                    + " were taken as part of the header.");
            }
        }

        double[] first() {
            return Arrays.copyOf(m_first, m_count);
        }

        double[] second() {
            return Arrays.copyOf(m_second, m_count);
        }
    }
}
