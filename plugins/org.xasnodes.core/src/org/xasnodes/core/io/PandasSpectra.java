package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.SpectrumException;

/** Makes the spectra of a pandas JSON file once all its columns are read. */
final class PandasSpectra {

    private static final int MOST_NAMES = 20;

    private final FileContent m_content;

    private final PandasTable m_table;

    private final EnergyGrid m_grid;

    private final SpectrumSink m_sink;

    private final OrderNotes m_orderNotes = new OrderNotes();

    private final double m_evPerUnit;

    /** Spectra on the same energies share them. */
    private Arrangement m_last;

    private double[] m_lastEnergies;

    /**
     * @param grid for intensities without energies, may be <code>null</code>
     */
    PandasSpectra(final FileContent content, final PandasTable table, final EnergyGrid grid, final SpectrumSink sink) {
        m_content = content;
        m_table = table;
        m_grid = grid;
        m_sink = sink;
        final var energy = table.energy().name();
        m_evPerUnit = energy != null && energy.toLowerCase(Locale.ROOT).contains("kev") ? 1000 : 1;
    }

    void deliver() throws SpectrumFileException, IOException {
        if (m_table.rowCount() == 0) {
            throw m_content.refused("The table in it has no rows.");
        }
        if (m_table.intensity().name() == null) {
            final var arrays = m_table.skippedArrays();
            throw m_content.refused("No column holds arrays of intensities. Name it 'intensity' or 'mu'"
                + (arrays.isEmpty() ? "." : ". Arrays were found in " + list(arrays) + "."));
        }
        if (m_table.energy().name() == null) {
            checkGrid();
        }
        tell();
        final var identity = new Identity(m_table.labelNames());
        for (final var row : m_table.rows()) {
            m_content.progress().run();
            deliver(row, identity);
        }
        m_orderNotes.tell(m_sink);
    }

    private void checkGrid() throws SpectrumFileException {
        if (m_grid == null) {
            throw m_content.refused("It holds intensities without energies (column '" + m_table.intensity().name()
                + "'). Set the grid for files without energies in the reader's settings.");
        }
        int points = -1;
        for (final var row : m_table.rows()) {
            if (row.m_intensities != null) {
                points = row.m_intensities.length;
                if (points == m_grid.size()) {
                    return;
                }
            }
        }
        throw m_content.refused("It holds " + points + " intensities per spectrum without energies, but the grid for "
            + "files without energies has " + m_grid.size() + " points. Set it to " + points + " points.");
    }

    private void tell() {
        if (m_table.energy().name() == null) {
            m_sink.note("The file holds no energies. The grid of the reader's settings was used: " + m_grid + ".");
        }
        if (m_evPerUnit != 1) {
            m_sink.note("The energy unit keV was taken from the column name '" + m_table.energy().name()
                + "' and converted to eV.");
        }
        if (!m_table.skippedArrays().isEmpty()) {
            m_sink.note("Array columns " + list(m_table.skippedArrays()) + " were skipped.");
        }
        if (!m_table.codedObjects().isEmpty()) {
            m_sink.note("Nested values of " + list(m_table.codedObjects())
                + " were replaced by codes; equal values have equal codes.");
        }
    }

    private static String list(final Collection<String> names) {
        final var shown = String.join(", ", names.stream().limit(MOST_NAMES).map(Texts::shortened).toList());
        return names.size() <= MOST_NAMES ? shown : shown + " and " + (names.size() - MOST_NAMES) + " more";
    }

    private void deliver(final PandasTable.Row row, final Identity identity) throws IOException {
        final var labels = m_table.labels(row);
        SpectrumRecord spectrum;
        try {
            final var arrangement = arrangement(row);
            spectrum = identity.record(row.key(), arrangement.spectrum(row.m_intensities), null, labels);
            m_orderNotes.add(arrangement, "row '" + Texts.shortened(row.key()) + "'");
        } catch (final SpectrumException e) {
            spectrum = identity.record(row.key(), null,
                "Row '" + Texts.shortened(row.key()) + "': " + e.getMessage(), labels);
        }
        row.m_intensities = null;
        row.m_energies = null;
        m_sink.spectrum(spectrum);
    }

    private Arrangement arrangement(final PandasTable.Row row) throws SpectrumException {
        if (row.m_intensities == null) {
            throw new SpectrumException("there are no intensities.");
        }
        if (row.m_intensityProblem != null) {
            throw new SpectrumException(row.m_intensityProblem);
        }
        if (m_table.energy().name() == null) {
            m_last = m_last == null ? Arrangement.of(m_grid) : m_last;
            checkLengths(row.m_intensities, m_grid.size());
            return m_last;
        }
        if (row.m_energies == null) {
            throw new SpectrumException("there are no energies.");
        }
        if (row.m_energyProblem != null) {
            throw new SpectrumException(row.m_energyProblem);
        }
        checkLengths(row.m_intensities, row.m_energies.length);
        if (m_last == null || !Arrays.equals(m_lastEnergies, row.m_energies)) {
            m_last = Arrangement.of(Arrays.stream(row.m_energies).map(e -> e * m_evPerUnit).toArray());
            m_lastEnergies = row.m_energies;
        }
        return m_last;
    }

    private static void checkLengths(final double[] intensities, final int energies) throws SpectrumException {
        if (intensities.length != energies) {
            throw new SpectrumException("there are " + intensities.length + " intensities for " + energies
                + " energies.");
        }
    }
}
