package org.xasnodes.core.io;

/** How numbers stand in a line of text. */
enum ColumnLayout {

    /** Blanks or tabs, decimal point. */
    BLANKS(' ', false),
    /** Single tabs, between which a cell may be empty; decimal point. */
    TABS('\t', false),
    /** Commas, decimal point. */
    COMMAS(',', false),
    /** Semicolons, decimal point. */
    SEMICOLONS(';', false),
    /** Blanks or tabs, decimal comma. */
    BLANKS_DECIMAL_COMMA(' ', true),
    /** Semicolons, decimal comma. */
    SEMICOLONS_DECIMAL_COMMA(';', true);

    private final byte m_separator;

    private final boolean m_decimalComma;

    ColumnLayout(final char separator, final boolean decimalComma) {
        m_separator = (byte)separator;
        m_decimalComma = decimalComma;
    }

    /** @return the byte between cells; a blank stands for any number of blanks and tabs */
    byte separator() {
        return m_separator;
    }

    /** @return whether a cell can be empty */
    boolean hasEmptyCells() {
        return m_separator != ' ';
    }

    /**
     * @return the number, also with Fortran's exponent letter D; infinite if it is too large, NaN if it is none
     */
    double number(final byte[] bytes, final int from, final int to) {
        final byte first = bytes[from];
        if (first > '9' || first == '/') {
            return Double.NaN;
        }
        if (!m_decimalComma) {
            final double value = NumberParser.parse(bytes, from, to);
            if (!Double.isNaN(value)) {
                return value;
            }
        }
        final var plain = new byte[to - from];
        for (int i = 0; i < plain.length; i++) {
            final byte value = bytes[from + i];
            if (m_decimalComma && value == '.') {
                return Double.NaN;
            }
            plain[i] = value == 'D' || value == 'd' ? (byte)'E' : m_decimalComma && value == ',' ? (byte)'.' : value;
        }
        return NumberParser.parse(plain, 0, plain.length);
    }

    /** @return whether the head of a file can be laid out so at all, told by the separators in it */
    boolean isPossible(final boolean commas, final boolean semicolons, final boolean doubleTabs) {
        return switch (this) {
            case BLANKS -> true;
            case TABS -> doubleTabs;
            case COMMAS, BLANKS_DECIMAL_COMMA -> commas;
            case SEMICOLONS -> semicolons;
            case SEMICOLONS_DECIMAL_COMMA -> semicolons && commas;
        };
    }
}
