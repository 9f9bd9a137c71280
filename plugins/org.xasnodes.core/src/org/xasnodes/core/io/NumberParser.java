package org.xasnodes.core.io;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;

/**
 * Reads decimal numbers from bytes: sign, digits with at most one point, exponent with e or E. Gives the same bits as
 * {@link Double#parseDouble}, but accepts nothing else of its syntax (no NaN, Infinity, hexadecimal, suffix or blanks).
 */
final class NumberParser {

    /** All powers of ten that a double holds exactly. */
    private static final double[] POWERS_OF_TEN = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12,
        1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

    /** So many digits never overflow a long. */
    private static final int SAFE_DIGITS = 18;

    private static final long LARGEST_EXACT = 1L << 53;

    /** Beyond any double; keeps the sum of exponents from overflowing. */
    private static final int LARGEST_EXPONENT = 100_000_000;

    private NumberParser() {
    }

    /**
     * @param bytes where the number stands
     * @param from its first byte
     * @param to behind its last byte
     * @return the number, infinite if it is beyond the largest double, NaN if this is not a number
     */
    static double parse(final byte[] bytes, final int from, final int to) {
        final boolean negative = from < to && bytes[from] == '-';
        final int start = from < to && (negative || bytes[from] == '+') ? from + 1 : from;
        long digits = 0;
        int point = -1;
        int i = start;
        for (; i < to; i++) {
            final int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits = digits * 10 + digit;
            } else if (bytes[i] == '.' && point < 0) {
                point = i;
            } else {
                break;
            }
        }
        final int count = i - start - (point < 0 ? 0 : 1);
        if (count == 0 || i < to && !isExponent(bytes, i, to)) {
            return Double.NaN;
        }
        final int power = (i < to ? exponent(bytes, i + 1, to) : 0) - (point < 0 ? 0 : i - point - 1);
        if (count > SAFE_DIGITS || digits > LARGEST_EXACT || power < -22 || power > 22) {
            return JavaDoubleParser.parseDouble(bytes, from, to - from);
        }
        // both operands are exact, so the one operation rounds correctly (Clinger 1990, doi:10.1145/93542.93557)
        final double value = power < 0 ? digits / POWERS_OF_TEN[-power] : digits * POWERS_OF_TEN[power];
        return negative ? -value : value;
    }

    /** The same for text, as long as it is ASCII. */
    static double parse(final String text) {
        final var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    private static boolean isExponent(final byte[] bytes, final int from, final int to) {
        return (bytes[from] == 'e' || bytes[from] == 'E') && isInteger(bytes, from + 1, to);
    }

    private static int exponent(final byte[] bytes, final int from, final int to) {
        int value = 0;
        for (int i = bytes[from] == '-' || bytes[from] == '+' ? from + 1 : from; i < to; i++) {
            value = Math.min(LARGEST_EXPONENT, value * 10 + (bytes[i] - '0'));
        }
        return bytes[from] == '-' ? -value : value;
    }

    /**
     * @return whether these bytes are digits, perhaps behind a sign, and nothing else
     */
    static boolean isInteger(final byte[] bytes, final int from, final int to) {
        final int start = from < to && (bytes[from] == '-' || bytes[from] == '+') ? from + 1 : from;
        for (int i = start; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return start < to;
    }
}
