package org.xasnodes.runner.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.StringJoiner;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.vector.doublevector.DoubleVectorValue;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.nodes.spectrum.SpectrumValue;

/** Cells as text: without loss for files, short for people. */
final class Cells {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    private static final double LARGE = 1e7;

    private static final double SMALL = 1e-3;

    private Cells() {
    }

    /** @return all of the cell that matters; a missing one is <code>null</code> */
    static String complete(final DataCell cell) {
        if (cell.isMissing()) {
            return null;
        }
        if (cell instanceof SpectrumValue value) {
            return complete(value.spectrum());
        }
        if (cell instanceof DoubleVectorValue vector) {
            final StringJoiner numbers = new StringJoiner(" ");
            for (int i = 0; i < vector.getLength(); i++) {
                numbers.add(Double.toString(vector.getValue(i)));
            }
            return numbers.toString();
        }
        return isReal(cell) ? Double.toString(((DoubleValue)cell).getDoubleValue()) : cell.toString();
    }

    private static String complete(final Spectrum spectrum) {
        final StringJoiner parts = new StringJoiner(" ");
        for (int i = 0; i < spectrum.size(); i++) {
            parts.add(spectrum.grid().energyEv(i) + ":" + spectrum.intensity(i));
        }
        if (spectrum.appliedShiftEv() != 0) {
            parts.add("shift=" + spectrum.appliedShiftEv());
        }
        if (spectrum.scale() != Scale.UNKNOWN) {
            parts.add("scale=" + spectrum.scale());
        }
        return parts.toString();
    }

    /** @return whether it is a number that need not be whole */
    private static boolean isReal(final DataCell cell) {
        return cell instanceof DoubleValue && !(cell instanceof IntValue) && !(cell instanceof LongValue)
            && !(cell instanceof BooleanValue);
    }

    /** @return whether it is a number, which people like to read from the right */
    static boolean isNumber(final DataCell cell) {
        return cell instanceof DoubleValue;
    }

    /** @return at most some characters on one line; numbers with six digits */
    static String brief(final DataCell cell, final int maxLength) {
        if (cell.isMissing()) {
            return "?";
        }
        final String text = isReal(cell) ? brief(((DoubleValue)cell).getDoubleValue())
            : cell.toString().replaceAll("\\s+", " ");
        return text.length() <= maxLength ? text : text.substring(0, maxLength - 3) + "...";
    }

    private static String brief(final double number) {
        final double size = Math.abs(number);
        if (!Double.isFinite(number) || number == Math.rint(number) && size < LARGE) {
            return Double.toString(number);
        }
        return size >= SMALL && size < LARGE
            ? BigDecimal.valueOf(number).round(SIX_DIGITS).stripTrailingZeros().toPlainString()
            : String.format(Locale.ROOT, "%.5e", number);
    }
}
