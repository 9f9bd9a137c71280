package org.xasnodes.core.io;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Map;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** Makes spectra of the groups of an Athena project, and tells once what was done to them. */
final class AthenaSpectra {

    private final FileContent m_content;

    private final SpectrumSink m_sink;

    private final PointsInOrder m_points = new PointsInOrder();

    private int m_groups;

    private int m_skipped;

    private String m_firstSkipped;

    private int m_shifted;

    private double m_lowestShiftEv = Double.POSITIVE_INFINITY;

    private double m_highestShiftEv = Double.NEGATIVE_INFINITY;

    AthenaSpectra(final FileContent content, final SpectrumSink sink) {
        m_content = content;
        m_sink = sink;
    }

    /** Delivers the group's spectrum if it holds one. */
    void add(final AthenaGroup group) throws IOException {
        m_groups++;
        final var other = group.otherContent();
        if (other == null) {
            m_content.progress().run();
            m_sink.spectrum(record(group));
        } else if (m_skipped++ == 0) {
            m_firstSkipped = "'" + Texts.shortened(name(group)) + "' holds " + other;
        }
    }

    private String name(final AthenaGroup group) {
        final var label = group.text("label");
        return label == null ? "group " + m_groups : label;
    }

    private SpectrumRecord record(final AthenaGroup group) {
        final double shiftEv = group.number("bkg_eshift", 0);
        final var columns = "energy: x" + (shiftEv == 0 ? "" : " and the project's shift of " + rounded(shiftEv)
            + " eV") + "; mu: y";
        final var name = name(group);
        try {
            final var spectrum = spectrum(group, shiftEv, name);
            noteShift(shiftEv);
            final double stated = group.number("bkg_e0", Double.NaN);
            final boolean inside = stated >= spectrum.grid().firstEv() && stated <= spectrum.grid().lastEv();
            final double e0Ev = inside ? stated : Double.NaN;
            final var edge = AthenaEdge.of(group, e0Ev);
            return new SpectrumRecord(name, edge.element(), edge.edge(), e0Ev, spectrum, null, Map.of(), columns);
        } catch (final SpectrumException e) {
            return new SpectrumRecord(name, null, null, Double.NaN, null,
                "Group '" + Texts.shortened(name) + "': " + e.getMessage(), Map.of(), columns);
        }
    }

    private Spectrum spectrum(final AthenaGroup group, final double shiftEv, final String name)
        throws SpectrumException {
        final var energiesEv = Arrays.stream(group.x()).map(e -> e + shiftEv).toArray();
        // merged as normalised spectra: the settings do not repeat that they are
        final boolean normalised = group.is("is_nor") || "n".equals(group.text("is_merge"));
        return m_points.spectrum(energiesEv, group.y(), shiftEv, normalised ? Scale.EDGE_STEP : Scale.UNKNOWN,
            "'" + Texts.shortened(name) + "'");
    }

    private void noteShift(final double shiftEv) {
        if (shiftEv != 0) {
            m_shifted++;
            m_lowestShiftEv = Math.min(m_lowestShiftEv, shiftEv);
            m_highestShiftEv = Math.max(m_highestShiftEv, shiftEv);
        }
    }

    private static String rounded(final double shiftEv) {
        final var decimal = BigDecimal.valueOf(shiftEv).setScale(4, RoundingMode.HALF_EVEN);
        return decimal.stripTrailingZeros().toPlainString();
    }

    /** Tells what was done; to be called behind the last group. */
    void finish() throws SpectrumFileException {
        if (m_groups == 0) {
            throw m_content.refused("The project holds no groups, or is of a dialect that is not known.");
        }
        if (m_skipped == m_groups) {
            throw m_content.refused("The project holds no mu(E): none of its groups is a spectrum (" + m_firstSkipped
                + ").");
        }
        if (m_shifted > 0) {
            m_sink.note("Energy shifts that the project states were applied to " + Texts.spectra(m_shifted) + ": "
                + (m_lowestShiftEv == m_highestShiftEv ? rounded(m_lowestShiftEv)
                    : rounded(m_lowestShiftEv) + " to " + rounded(m_highestShiftEv)) + " eV.");
        }
        if (m_skipped > 0) {
            m_sink.note(m_skipped + (m_skipped == 1 ? " group was" : " groups were") + " skipped, as they hold no mu(E)"
                + " (first: " + m_firstSkipped + ").");
        }
        m_points.tell(m_sink);
    }
}
