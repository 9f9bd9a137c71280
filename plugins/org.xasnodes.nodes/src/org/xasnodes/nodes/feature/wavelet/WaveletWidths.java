package org.xasnodes.nodes.feature.wavelet;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.core.feature.WaveletFeatures;

/**
 * The widths as a user writes them.
 *
 * @param text numbers and ranges of whole numbers, separated by commas, for example "1-10, 15, 20.5"
 */
record WaveletWidths(String text) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");

    private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})\\s*-\\s*([0-9]{1,9})");

    private static final int MAX_WIDTHS = 1000;

    /** @return the transform with these widths */
    WaveletFeatures features() throws InvalidSettingsException {
        try {
            return new WaveletFeatures(widths());
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException("Widths: " + e.getMessage(), e);
        }
    }

    private double[] widths() throws InvalidSettingsException {
        final List<Double> widths = new ArrayList<>();
        for (final var part : (text == null ? "" : text).split(",")) {
            add(part.strip(), widths);
        }
        if (widths.isEmpty() || widths.size() > MAX_WIDTHS) {
            throw new InvalidSettingsException("Enter 1 to " + MAX_WIDTHS + " widths, such as '1-10'.");
        }
        return widths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void add(final String word, final List<Double> widths) throws InvalidSettingsException {
        final var range = RANGE.matcher(word);
        if (NUMBER.matcher(word).matches()) {
            widths.add(Double.valueOf(word));
        } else if (range.matches()) {
            final var first = Long.parseLong(range.group(1));
            final var last = Long.parseLong(range.group(2));
            if (first > last) {
                throw new InvalidSettingsException("The range '" + word + "' of widths is empty: the smaller width "
                    + "comes first, as in '" + last + "-" + first + "'.");
            }
            for (long width = first; width <= last && widths.size() <= MAX_WIDTHS; width++) {
                widths.add((double)width);
            }
        } else if (!word.isEmpty()) {
            throw new InvalidSettingsException(
                "'" + word + "' is not a width. Write numbers and ranges of whole numbers, such as '1-10, 15, 20.5'.");
        }
    }
}
