package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** Makes spectra of the rows of a table with one spectrum per row. Keeps no state, so threads can share it. */
final class WideRows {

    private final WideHeader m_header;

    private final Arrangement m_arrangement;

    private final List<String> m_labelNames;

    private final Identity m_identity;

    private final int m_points;

    /**
     * @param header which column is what
     * @param arrangement of the energies
     */
    WideRows(final WideHeader header, final Arrangement arrangement) {
        m_header = header;
        m_arrangement = arrangement;
        m_labelNames = header.labelNames();
        m_identity = new Identity(m_labelNames);
        m_points = header.points();
    }

    /**
     * @param block rows of the file
     * @return their spectra; empty rows and everything up to the header give none
     */
    List<SpectrumRecord> parse(final RecordBlocks.Block block) {
        final var records = new ArrayList<SpectrumRecord>(block.records());
        final var fields = new CsvFields(m_header.separator());
        for (int i = 0; i < block.records(); i++) {
            if (block.lines()[i] > m_header.line() && block.ends()[i] > block.starts()[i]) {
                fields.start(block.bytes(), block.starts()[i], block.ends()[i]);
                final var row = row(fields, block.lines()[i]);
                if (row != null) {
                    records.add(row);
                }
            }
        }
        return records;
    }

    private SpectrumRecord row(final CsvFields fields, final long line) {
        final var slots = m_header.slots();
        final var intensities = new double[m_points];
        final var texts = new String[m_labelNames.size()];
        Arrays.fill(texts, "");
        String problem = null;
        boolean empty = true;
        int labels = 0;
        int column = 0;
        for (; fields.next(); column++) {
            empty &= fields.isEmpty();
            final int slot = column < slots.length ? slots[column] : WideHeader.SKIPPED;
            if (slot >= 0) {
                intensities[slot] = fields.number(m_header.decimal());
                if (problem == null && !Double.isFinite(intensities[slot])) {
                    problem = notANumber(fields, line, column);
                }
            } else if (slot == WideHeader.LABEL) {
                texts[labels++] = fields.text();
            }
        }
        if (empty) {
            return null;
        }
        if (column != slots.length && !(column == slots.length + 1 && fields.isEmpty())) {
            problem = "Line " + line + " has " + column + (column == 1 ? " field" : " fields") + ", but the header has "
                + slots.length + ". Complete or remove the line.";
        }
        return record(line, intensities, new TextLabels(m_labelNames, texts, m_header.decimal()), problem);
    }

    private String notANumber(final CsvFields fields, final long line, final int column) {
        final var text = fields.text();
        return "Line " + line + ", column '" + m_header.names().get(column) + "': "
            + (text.isEmpty() ? "the intensity is missing."
                : "'" + Texts.shortened(text) + "' is not a finite number.");
    }

    private SpectrumRecord record(final long line, final double[] intensities, final TextLabels labels,
        final String problem) {
        Spectrum spectrum = null;
        String reason = problem;
        if (problem == null) {
            try {
                spectrum = m_arrangement.spectrum(intensities);
            } catch (final SpectrumException e) {
                reason = "Line " + line + ": " + e.getMessage();
            }
        }
        return m_identity.record(null, spectrum, reason, labels);
    }
}
