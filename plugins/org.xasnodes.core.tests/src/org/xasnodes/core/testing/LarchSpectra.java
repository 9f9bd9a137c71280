package org.xasnodes.core.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.HashMap;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;

/**
 * Reads measured spectra as the reference values of Larch name them: "trans" is -ln(itrans / i0), "fluor" is
 * ifluor / i0, "col:name" a labelled column, "idx:n" the column with that index. The energy is the first column. Much
 * simpler than the readers of the core, so that these tests test nothing else.
 */
public final class LarchSpectra {

    private LarchSpectra() {
    }

    /**
     * @param file path below the corpus
     * @param mu which column or columns
     * @return the spectrum
     * @throws IOException if the file cannot be read
     */
    public static Spectrum read(final String file, final String mu) throws IOException {
        final var name = file.startsWith("../") ? file.substring(3) : "corpus/" + file;
        final Map<String, Integer> labels = new HashMap<>();
        final List<double[]> rows = new ArrayList<>();
        for (final var line : Files.readAllLines(SharedFiles.shared(name), StandardCharsets.ISO_8859_1)) {
            final var words = line.strip().split("[\\s,]+");
            if (words.length > 2 && words[1].startsWith("Column.")) {
                labels.put(words[2].toLowerCase(java.util.Locale.ROOT),
                    Integer.parseInt(words[1].substring(7, words[1].length() - 1)) - 1);
            }
            final var numbers = numbers(words);
            if (numbers != null) {
                rows.add(numbers);
            }
        }
        final var energies = rows.stream().mapToDouble(row -> row[0]).toArray();
        final var intensities = rows.stream().mapToDouble(row -> intensity(row, mu, labels)).toArray();
        return new Spectrum(EnergyGrid.of(energies), intensities);
    }

    private static double intensity(final double[] row, final String mu, final Map<String, Integer> labels) {
        if ("trans".equals(mu)) {
            return -Math.log(row[labels.get("itrans")] / row[labels.get("i0")]);
        }
        if ("fluor".equals(mu)) {
            return row[labels.get("ifluor")] / row[labels.get("i0")];
        }
        final var column = mu.substring(4);
        return row[mu.startsWith("idx:") ? Integer.parseInt(column) : labels.get(column)];
    }

    private static double[] numbers(final String[] words) {
        if (words.length < 2) {
            return null;
        }
        final var result = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                result[i] = Double.parseDouble(words[i]);
            } catch (final NumberFormatException e) {
                return null;
            }
        }
        return result;
    }

    /**
     * @param spectrum any spectrum
     * @param indices points of it
     * @return a spectrum of these points only
     */
    public static Spectrum rows(final Spectrum spectrum, final int[] indices) {
        final var energies = new double[indices.length];
        final var intensities = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            energies[i] = spectrum.grid().energyEv(indices[i]);
            intensities[i] = spectrum.intensity(indices[i]);
        }
        return new Spectrum(EnergyGrid.of(energies), intensities);
    }
}
