package org.xasnodes.core.picture;

import java.awt.Color;
import java.awt.Font;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;

/** Fonts, numbers and texts of pictures: the same whatever the user's locale, and always allowed in XML. */
final class ChartText {

    static final Color INK = new Color(0x333333);

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 13);

    static final Font LABEL_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 15);

    static final Font TITLE_FONT = new Font(Font.SANS_SERIF, Font.BOLD, 17);

    static final int MAX_TITLE = 80;

    static final int MAX_NAME = 40;

    private ChartText() {
    }

    /** @return a format without digit groups that shows so many decimals */
    static NumberFormat numbers(final int decimals) {
        return new DecimalFormat(decimals == 0 ? "0" : "0." + "0".repeat(decimals),
            DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** @return the number with as many decimals as it has, at most 6 */
    static String number(final double value) {
        return new DecimalFormat("0.######", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    /** Hundredths of a pixel are enough for everyone, and keep the text short. */
    static String coordinate(final double value) {
        final var hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Long.toString(hundredths / 100);
        }
        final var text = Long.toString(Math.abs(hundredths) + 1000);
        final var decimals = text.substring(text.length() - 2);
        return (hundredths < 0 ? "-" : "") + Math.abs(hundredths) / 100 + "."
            + (decimals.endsWith("0") ? decimals.substring(0, 1) : decimals);
    }

    /** Control characters and halves of pairs would make the SVG ill-formed. */
    static String clean(final String text) {
        final var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isAllowedInXml(c) ? c : ' '));
        return clean.toString();
    }

    /** @return the cleaned text, with an ellipsis in its middle if it has more characters than allowed */
    static String shortened(final String text, final int max) {
        final var clean = clean(text);
        final var length = clean.codePointCount(0, clean.length());
        if (length <= max) {
            return clean;
        }
        final var tail = max / 3;
        return clean.substring(0, clean.offsetByCodePoints(0, max - 1 - tail)) + "\u2026"
            + clean.substring(clean.offsetByCodePoints(clean.length(), -tail));
    }

    private static boolean isAllowedInXml(final int c) {
        return c >= 0x20 && c <= 0xD7FF && c != 0x7F || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
