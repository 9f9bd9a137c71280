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

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*-\\s*(\\d+)");

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
            final var word = part.strip();
            final var range = RANGE.matcher(word);
            try {
                if (range.matches()) {
                    final var last = Integer.parseInt(range.group(2));
                    for (int width = Integer.parseInt(range.group(1)); width <= last && widths.size() <= MAX_WIDTHS; width++) {
                        widths.add((double)width);
                    }
                } else if (!word.isEmpty()) {
                    widths.add(Double.valueOf(word));
                }
            } catch (final NumberFormatException e) {
                throw new InvalidSettingsException(
                    "'" + word + "' is not a width. Write numbers and ranges, such as '1-10, 15'.", e);
            }
        }
        if (widths.isEmpty() || widths.size() > MAX_WIDTHS) {
            throw new InvalidSettingsException("Enter 1 to " + MAX_WIDTHS + " widths, such as '1-10'.");
        }
        return widths.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
