package org.xasnodes.core.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;

/** Finds the spectra in the groups of an HDF5 file. */
final class NxEntries {

    private static final int DEEPEST = 8;

    /** Files of beamlines have thousands of groups; more than this is not worth the search. */
    private static final int MOST_GROUPS = 20_000;

    /** Energies below are in keV where nothing is said. */
    private static final double LARGEST_KEV = 200;

    private static final double LARGEST_DEVIATION = 0.3;

    private static final Comparator<String> NATURAL = Comparator.comparing(NxEntries::sortable);

    private final FileContent m_content;

    private final PointsInOrder m_points = new PointsInOrder();

    private int m_groups;

    private final List<SpectrumRecord> m_spectra = new ArrayList<>();

    private int m_guessedKev;

    private String m_image;

    private int m_links;

    NxEntries(final FileContent content) {
        m_content = content;
    }

    /**
     * Reads all spectra of the file.
     *
     * @param root the file
     * @throws SpectrumFileException if there are none
     */
    void search(final Group root) throws SpectrumFileException {
        search(new NxGroup(root, ""), DEEPEST);
        if (m_spectra.isEmpty()) {
            throw m_content.refused(m_image != null
                ? "It holds images (" + m_image + "), not single spectra. Take spectra out of them first, for "
                    + "example the mean of a region, and save these."
                : "No group in this HDF5 file holds energies and intensities, that is arrays named 'energy' and "
                    + "'intensity' of one dimension." + (m_links == 0 ? ""
                        : " It links to other files, which are not followed: read these instead."));
        }
    }

    /** Hands over what was read, and tells what was done to it. */
    void deliver(final SpectrumSink sink) throws IOException {
        for (final var spectrum : m_spectra) {
            sink.spectrum(spectrum);
        }
        if (m_guessedKev > 0) {
            sink.note("Energies without a unit were taken as keV in " + Texts.spectra(m_guessedKev)
                + ", as they are small, and converted to eV.");
        }
        m_points.tell(sink);
    }

    private void search(final NxGroup group, final int deepest) throws SpectrumFileException {
        m_content.progress().run();
        if (m_groups++ > MOST_GROUPS) {
            throw m_content.refused("It has more than " + MOST_GROUPS + " groups, which are too many to be searched. "
                + "Copy the spectra alone into another file.");
        }
        m_links += group.externalLinks();
        final boolean spectrum = isSpectrum(group);
        if (spectrum) {
            m_spectra.add(record(group));
        } else if (m_image == null) {
            m_image = group.image();
        }
        final List<String> names = new ArrayList<>(group.groups());
        names.sort(NATURAL);
        for (final var name : names) {
            final var child = group.group(name);
            // a plot of an entry's spectrum shows the same again
            if (deepest > 0 && (!spectrum || child.isEntry())) {
                search(child, deepest - 1);
            }
        }
    }

    private static boolean isSpectrum(final NxGroup group) {
        final var energy = group.dataset("energy");
        final var intensity = group.dataset("intensity");
        return energy != null && intensity != null && energy.getDimensions().length == 1
            && intensity.getDimensions().length == 1;
    }

    private SpectrumRecord record(final NxGroup group) {
        final var energy = group.dataset("energy");
        final var intensity = group.dataset("intensity");
        final Map<String, Object> labels = new LinkedHashMap<>();
        for (final var label : new String[][]{{"title"}, {"mode", "name"}, {"sample", "name"}}) {
            final var text = group.text(label);
            if (text != null) {
                labels.put(label[0], text);
            }
        }
        final var unit = Unit.of(energy);
        final var columns = "energy: '" + group.path() + "/energy' in " + unit + "; mu: '" + group.path()
            + "/intensity'";
        final var element = group.matching("[A-Z][a-z]?", "element", "symbol");
        final var edge = group.matching("[KLMN][1-7]?|L23|L2,3", "edge", "name");
        try {
            final var spectrum = spectrum(energy, intensity, unit, group.path());
            return new SpectrumRecord(group.path(), element, edge, Double.NaN, spectrum, null, labels, columns);
        } catch (final SpectrumException e) {
            return new SpectrumRecord(group.path(), element, edge, Double.NaN, null,
                "Group '" + Texts.shortened(group.path()) + "': " + e.getMessage(), labels, columns);
        }
    }

    private Spectrum spectrum(final Dataset energy, final Dataset intensity, final Unit unit, final String path)
        throws SpectrumException {
        final var energies = NxGroup.numbers(energy);
        final var intensities = NxGroup.numbers(intensity);
        final boolean guessed = unit == Unit.UNSTATED && Arrays.stream(energies).max().orElse(0) < LARGEST_KEV
            && Arrays.stream(energies).min().orElse(0) > 0;
        m_guessedKev += guessed ? 1 : 0;
        final double evPerUnit = unit == Unit.KEV || guessed ? 1000 : 1;
        final boolean normalised =
            NxGroup.attribute(intensity, "long_name").toLowerCase(Locale.ROOT).contains("normalized")
                && endsNearOne(intensities);
        return m_points.spectrum(Arrays.stream(energies).map(e -> e * evPerUnit).toArray(), intensities, 0,
            normalised ? Scale.EDGE_STEP : Scale.UNKNOWN, "'" + Texts.shortened(path) + "'");
    }

    /** Beamlines call arrays normalised that are not, so the last quarter must be near 1. */
    private static boolean endsNearOne(final double[] intensities) {
        final double mean = Arrays.stream(intensities, intensities.length * 3 / 4, intensities.length)
            .filter(Double::isFinite).average().orElse(Double.NaN);
        return Math.abs(mean - 1) <= LARGEST_DEVIATION;
    }

    /** @return text whose order is that of the numbers in it: 2.1 before 10.1 */
    private static String sortable(final String name) {
        final var text = new StringBuilder();
        for (int i = 0; i < name.length();) {
            int end = i;
            while (end < name.length() && name.charAt(end) >= '0' && name.charAt(end) <= '9') {
                end++;
            }
            if (end > i) {
                text.append((char)('0' + Math.min(end - i, 1000))).append(name, i, end);
                i = end;
            } else {
                text.append(name.charAt(i++));
            }
        }
        return text.toString();
    }

    /** In what the energies are, as attributes say it. */
    private enum Unit {
        EV, KEV, UNSTATED;

        static Unit of(final Dataset energy) {
            final var text = (NxGroup.attribute(energy, "units") + " " + NxGroup.attribute(energy, "long_name"))
                .toLowerCase(Locale.ROOT);
            return text.contains("kev") ? KEV : text.contains("ev") ? EV : UNSTATED;
        }

        @Override
        public String toString() {
            return this == EV ? "eV" : this == KEV ? "keV" : "a unit that is not stated";
        }
    }
}
