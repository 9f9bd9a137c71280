package org.xasnodes.core.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Writes spectra to one table of separated values (RFC 4180 with plain line feeds, UTF-8, commas, decimal points). All
 * numbers have all digits that are needed to give the same bits when they are read.
 * <ul>
 * <li>wide: a row for each spectrum; columns row, the labels, and one for each energy, named by it in eV. Spectrum
 * Reader gives the same spectra back.</li>
 * <li>long: a row for each point; columns row, energy (eV), intensity, and the labels. For other programs.</li>
 * </ul>
 */
public final class CsvWriter implements SpectrumWriter {

    /** With fewer columns named by numbers, Spectrum Reader does not take them for energies. */
    private static final int FEWEST_ENERGIES = 3;

    private static final int BUFFER = 1 << 16;

    private final OutputTarget m_target;

    private final boolean m_wide;

    private final List<String> m_labelNames;

    private final PendingFiles m_pending;

    private final OutputStream m_stream;

    private final StringBuilder m_text = new StringBuilder();

    private EnergyGrid m_grid;

    private CsvWriter(final OutputTarget target, final boolean wide, final List<String> labelNames)
        throws IOException {
        m_target = target;
        m_wide = wide;
        m_labelNames = labelNames;
        target.checkFile();
        m_pending = new PendingFiles(folder(target.path()), target);
        try {
            m_stream = new BufferedOutputStream(m_pending.create(target.path().getFileName().toString()), BUFFER);
        } catch (final IOException e) {
            m_pending.close();
            throw new IOException("'" + target.path() + "' cannot be written: " + OutputTarget.reason(e), e);
        }
    }

    private static Path folder(final Path file) throws IOException {
        final var folder = file.getFileName() == null ? null : file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("'" + file + "' is no file name. Choose a file.");
        }
        return folder;
    }

    /**
     * @param target the file
     * @param labelNames the names of the label columns
     * @return writes a row for each spectrum; all must have one grid of at least three energies
     * @throws IOException if the file cannot be made, or exists and is not to be replaced
     */
    public static CsvWriter wide(final OutputTarget target, final List<String> labelNames) throws IOException {
        return new CsvWriter(target, true, labelNames);
    }

    /**
     * @param target the file
     * @param labelNames the names of the label columns
     * @return writes a row for each point of each spectrum
     * @throws IOException if the file cannot be made, or exists and is not to be replaced
     */
    public static CsvWriter points(final OutputTarget target, final List<String> labelNames) throws IOException {
        return new CsvWriter(target, false, labelNames);
    }

    @Override
    public void write(final String key, final Spectrum spectrum, final String[] labels)
        throws SpectrumException, IOException {
        m_text.setLength(0);
        if (m_grid == null) {
            m_grid = spectrum.grid();
            writeHeader();
        }
        if (m_wide) {
            if (!spectrum.grid().equals(m_grid)) {
                throw new SpectrumException("The spectra have different energy grids, " + m_grid + " and "
                    + spectrum.grid() + ", but a table with a row for each spectrum has one. Bring them to one grid "
                    + "with Energy Resampler first, or choose another format.");
            }
            addRow(key, spectrum, labels);
        } else {
            addPoints(key, spectrum, labels);
        }
        m_stream.write(m_text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void writeHeader() throws SpectrumException {
        final var names = new CsvText.Names();
        CsvText.add(m_text, names.next("row"));
        if (!m_wide) {
            m_text.append(',').append(names.next("energy")).append(',').append(names.next("intensity"));
        } else if (m_grid.size() < FEWEST_ENERGIES) {
            throw new SpectrumException("It has " + m_grid.size() + " points, but a table with a row for each spectrum "
                + "needs at least " + FEWEST_ENERGIES + ". Choose another format.");
        }
        for (final var name : m_labelNames) {
            CsvText.add(m_text.append(','), names.next(name));
        }
        for (int i = 0; m_wide && i < m_grid.size(); i++) {
            m_text.append(',').append(m_grid.energyEv(i));
        }
        m_text.append('\n');
    }

    private void addRow(final String key, final Spectrum spectrum, final String[] labels) {
        CsvText.add(m_text, key);
        addLabels(labels);
        for (int i = 0; i < spectrum.size(); i++) {
            m_text.append(',').append(spectrum.intensity(i));
        }
        m_text.append('\n');
    }

    private void addPoints(final String key, final Spectrum spectrum, final String[] labels) {
        final int header = m_text.length();
        CsvText.add(m_text, key);
        final var start = m_text.substring(header);
        m_text.setLength(header);
        addLabels(labels);
        final var end = m_text.append('\n').substring(header);
        m_text.setLength(header);
        for (int i = 0; i < spectrum.size(); i++) {
            m_text.append(start).append(',').append(spectrum.grid().energyEv(i)).append(',')
                .append(spectrum.intensity(i)).append(end);
        }
    }

    private void addLabels(final String[] labels) {
        for (final var label : labels) {
            m_text.append(',');
            if (label != null) {
                CsvText.add(m_text, label);
            }
        }
    }

    @Override
    public void finish() throws IOException {
        m_stream.close();
        m_target.checkFile();
        m_pending.finish();
    }

    @Override
    public void close() {
        try {
            m_stream.close();
        } catch (final IOException e) { // NOSONAR: the file is removed, so it need not be complete
        }
        m_pending.close();
    }
}
