package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberParserTest {

    private static void assertSameBits(final String text) {
        assertEquals(Double.doubleToRawLongBits(Double.parseDouble(text)),
            Double.doubleToRawLongBits(NumberParser.parse(text)), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+0.0", "1", "-1.5", "+2.", ".5", "-.5e-3", "8330.0000", "0.0000155037", "1e22",
        "1e23", "1e-22", "1e-23", "9007199254740992", "9007199254740993", "9007199254740993e22", "123456789012345678",
        "1234567890123456789", "0.1234567890123456789012345678901234567890", "4.9e-324", "2.4703282292062327e-324",
        "2.4703282292062328e-324", "1.7976931348623157e308", "1.7976931348623159e308", "2.2250738585072011e-308",
        "6.9851570E+3", "1E+003", "1e400", "-1e400", "1e-400", "0e400", "1e999999999999", "1e-999999999999",
        "000000000000000000000000000001.5", "0.000000000000000000000000000000000000000000000000000001",
        "8.988465674311580e307", "1.00000000000000011102230246251565404236316680908203125"})
    void hasTheBitsOfParseDouble(final String text) {
        assertSameBits(text);
    }

    @Test
    void hasTheBitsOfParseDoubleForRandomNumbersInAllNotations() {
        final var random = new Random(5);
        for (int i = 0; i < 100_000; i++) {
            final double uniform = random.nextDouble() * Math.pow(10, random.nextInt(12) - 6);
            assertSameBits(Double.toString(uniform));
            assertSameBits(String.format(Locale.ROOT, "%." + random.nextInt(20) + "f", uniform));
            final double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any)) {
                assertSameBits(Double.toString(any));
                assertSameBits(random.nextInt() + "." + (random.nextLong() >>> 1) + "e" + (random.nextInt(600) - 300));
            }
        }
    }

    @Test
    void roundsCorrectlyHalfwayBetweenTwoDoubles() {
        final var random = new Random(6);
        for (int i = 0; i < 2_000; i++) {
            final double low = 1 + random.nextDouble();
            final var middle = new BigDecimal(low).add(new BigDecimal(Math.nextUp(low))).divide(BigDecimal.valueOf(2));
            assertSameBits(middle.toPlainString());
            assertSameBits(middle.toPlainString() + "1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "+", ".", "e5", "1e", "1e+", "1e1.5", "1.2.3", "--1", "1-", "NaN", "nan", "inf",
        "Infinity", "-Infinity", "0x1p3", "1f", "1d", "1D5", " 1", "1 ", "1,5", "1_000", "abc", "\u0661"})
    void isNotANumberForAnythingElse(final String text) {
        assertTrue(Double.isNaN(NumberParser.parse(text)), text);
    }

    @Test
    void knowsIntegers() {
        for (final var text : new String[]{"0", "-12", "+12", "12345678901234567890"}) {
            assertTrue(NumberParser.isInteger(text.getBytes(), 0, text.length()), text);
        }
        for (final var text : new String[]{"", "-", "1.0", "1e3", "x"}) {
            assertFalse(NumberParser.isInteger(text.getBytes(), 0, text.length()), text);
        }
    }
}
