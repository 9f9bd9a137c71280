package org.xasnodes.core.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.xasnodes.core.spectrum.SpectrumException;

/** Makes spectra of tables of columns: chooses columns, calculates, leaves out what is no number, and delivers. */
final class ColumnSpectra {

    /** With fewer points a scan was broken off; two columns without counts may be a short spectrum. */
    private static final int FEWEST_MEASURED = 6;

    private final FileContent m_content;

    private final ColumnChoice m_choice;

    private final boolean m_labelNeeded;

    private final Set<String> m_notes = new LinkedHashSet<>();

    private final OrderNotes m_order = new OrderNotes();

    private final List<SpectrumRecord> m_spectra = new ArrayList<>();

    private int m_missing;

    private int m_withMissing;

    /**
     * @param labelNeeded whether a table whose labels name neither energy nor angle is refused
     */
    ColumnSpectra(final FileContent content, final ColumnChoice choice, final boolean labelNeeded) {
        m_content = content;
        m_choice = choice;
        m_labelNeeded = labelNeeded;
    }

    /** Something that the user must know. */
    void note(final String note) {
        m_notes.add(note);
    }

    /**
     * Adds the spectra of one table.
     *
     * @param scanName its name in a file of several, <code>null</code> if there is just one
     * @param labels of its spectra
     * @throws NoSpectrumException if it holds none; nothing was added then
     */
    void add(final NumberTable numbers, final ColumnHeader header, final String scanName,
        final Map<String, Object> labels) throws NoSpectrumException {
        final var table = new ColumnTable(numbers, header);
        final var notes = new ArrayList<String>();
        final var chooser = new EnergyChooser(table, m_choice, notes, m_labelNeeded);
        final var spectra = new ArrayList<SpectrumRecord>();
        if (m_choice.isAuto() && ColumnPairs.are(table)) {
            for (final int column : ColumnPairs.energies(table)) {
                spectra.add(many(table, chooser.axis(column), MuExpression.asItIs(column + 1),
                    ColumnPairs.name(table, column), labels));
            }
        } else {
            final var axis = chooser.choose();
            final var ways = new MuChooser(table, m_choice, axis.column(), notes).choose();
            if (ways.size() == 1) {
                spectra.add(single(table, axis, ways.get(0), scanName, labels));
            } else {
                for (final var way : ways) {
                    spectra.add(many(table, axis, way, table.names().label(way.columns()[0]), labels));
                }
            }
        }
        m_notes.addAll(notes);
        m_spectra.addAll(spectra);
    }

    private SpectrumRecord single(final ColumnTable table, final EnergyAxis axis, final MuExpression mu,
        final String scanName, final Map<String, Object> labels) throws NoSpectrumException {
        final var numbers = table.numbers();
        final var energies = energies(table, axis);
        final var intensities = mu.evaluate(numbers);
        final var bad = numbers.bad().copy();
        int count = 0;
        for (int row = 0; row < energies.length; row++) {
            if (Double.isFinite(energies[row]) && Double.isFinite(intensities[row])) {
                energies[count] = energies[row];
                intensities[count++] = intensities[row];
            } else {
                final int line = numbers.line(row);
                bad.add(line, Double.isFinite(energies[row]) ? mu.problem(numbers, table.names(), line)
                    : NumberProblems.text(numbers, axis.column(), line));
            }
        }
        if (bad.count() * 10L > count + bad.count()) {
            throw new NoSpectrumException(bad.count() + " of " + (count + bad.count()) + " rows cannot be used ("
                + bad.first() + "). Correct the file, or remove these rows if they are not part of the table"
                + (numbers.columns() > 2 ? ", or choose other columns in the reader's settings." : "."));
        }
        if (bad.count() > 0) {
            note(bad.count() + (bad.count() == 1 ? " row was" : " rows were") + " left out (" + bad.first() + ").");
        }
        if (count < FEWEST_MEASURED && mu.kind() != ColumnChoice.Mu.AS_IT_IS && m_choice.isAuto()) {
            throw new NoSpectrumException("It holds only " + count
                + (count == 1 ? " measured point" : " measured points") + ": the scan was broken off.");
        }
        return record(table, axis, mu, scanName == null ? table.header().facts().name() : scanName, labels,
            Arrays.copyOf(energies, count), Arrays.copyOf(intensities, count), null);
    }

    private static double[] energies(final ColumnTable table, final EnergyAxis axis) throws NoSpectrumException {
        final var energies = axis.energiesEv(table.numbers());
        EnergyChooser.check(energies);
        return energies;
    }

    /** One of several spectra of a table, which need not have a number in each row. */
    private SpectrumRecord many(final ColumnTable table, final EnergyAxis axis, final MuExpression mu,
        final String name, final Map<String, Object> labels) throws NoSpectrumException {
        final var energies = energies(table, axis);
        final var intensities = mu.evaluate(table.numbers());
        int count = 0;
        for (int row = 0; row < energies.length; row++) {
            if (Double.isFinite(energies[row]) && Double.isFinite(intensities[row])) {
                energies[count] = energies[row];
                intensities[count++] = intensities[row];
            }
        }
        m_missing += energies.length - count;
        m_withMissing += count < energies.length ? 1 : 0;
        return record(table, axis, mu, name, labels, Arrays.copyOf(energies, count),
            Arrays.copyOf(intensities, count), name == null ? "column " + (mu.columns()[0] + 1) : name);
    }

    private SpectrumRecord record(final ColumnTable table, final EnergyAxis axis, final MuExpression mu,
        final String name, final Map<String, Object> labels, final double[] energies, final double[] intensities,
        final String where) throws NoSpectrumException {
        final var names = table.names();
        final var facts = name == null ? table.header().facts()
            : HeaderFacts.of(List.of(name)).orElse(table.header().facts());
        final var columns = "energy: " + axis.text(names) + "; mu: " + mu.text(names);
        try {
            final var arrangement = shared(Arrangement.of(energies));
            final var spectrum = arrangement.spectrum(intensities);
            m_order.add(arrangement, where);
            return new SpectrumRecord(name, facts.element(), facts.edge(),
                facts.e0Within(spectrum.grid().firstEv(), spectrum.grid().lastEv()), spectrum, null, labels, columns);
        } catch (final SpectrumException e) {
            if (where == null) {
                throw new NoSpectrumException(e.getMessage());
            }
            return new SpectrumRecord(name, facts.element(), facts.edge(), Double.NaN, null, e.getMessage(), labels,
                columns);
        }
    }

    /** Spectra of one table mostly have the same energies: then they share the grid. */
    private Arrangement shared(final Arrangement arrangement) {
        final var last = m_spectra.isEmpty() ? null : m_spectra.get(m_spectra.size() - 1).spectrum();
        return last != null && arrangement.isPlain() && last.grid().equals(arrangement.grid())
            ? Arrangement.of(last.grid()) : arrangement;
    }

    boolean isEmpty() {
        return m_spectra.isEmpty();
    }

    /** Hands everything to the sink. */
    void deliver(final SpectrumSink sink) throws IOException {
        if (m_missing > 0) {
            note("In " + Texts.spectra(m_withMissing) + " " + m_missing + (m_missing == 1 ? " point" : " points")
                + " without a number " + (m_missing == 1 ? "was" : "were") + " left out.");
        }
        m_notes.forEach(sink::note);
        m_order.tell(sink);
        for (final var spectrum : m_spectra) {
            m_content.progress().run();
            sink.spectrum(spectrum);
        }
    }
}
