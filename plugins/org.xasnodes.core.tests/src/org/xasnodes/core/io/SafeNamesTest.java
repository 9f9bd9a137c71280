package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of files that every file system takes. */
final class SafeNamesTest {

    private static final Set<String> DEVICES =
        Set.of("con", "prn", "aux", "nul", "com1", "com9", "lpt1", "lpt9");

    @ParameterizedTest
    @CsvSource({"Row0, Row0", "a b, a_b", "a/b\\c:d*e?f, a_b_c_d_e_f", "'..', spectrum", "'../x', _x",
        "'   ', spectrum", "nul, _nul", "COM1.txt, _COM1.txt", "-rf, _rf", "\u00c4pfel, Apfel", "Ni\u2013O, Ni_O",
        "\u6c34, spectrum", "'a.', a.", "com, com", "contact, contact"})
    void unsafeCharactersAreReplaced(final String wanted, final String expected) {
        assertEquals(expected, SafeNames.files().next(wanted));
    }

    @Test
    void namesDifferEvenWhereCaseDoesNotCount() {
        final var names = SafeNames.files();
        assertEquals("a", names.next("a"));
        assertEquals("A_2", names.next("A"));
        assertEquals("a_3", names.next("a"));
        assertEquals("a_2_2", names.next("a_2"));
        assertEquals("a_4", names.next("a"));
    }

    @Test
    void anyTextGivesAShortSafeNewName() {
        final var random = new Random(5);
        final var names = SafeNames.files();
        final var used = new HashSet<String>();
        final var safe = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._\\-]{0,110}");
        for (int i = 0; i < 20_000; i++) {
            final var wanted = new StringBuilder();
            random.ints(random.nextInt(i % 100 == 0 ? 400 : 4), 0, i % 2 == 0 ? 128 : 0xffff)
                .forEach(c -> wanted.append((char)c));
            final var name = names.next(wanted.toString());
            assertTrue(safe.matcher(name).matches(), name);
            assertTrue(used.add(name.toLowerCase(Locale.ROOT)), name);
            assertTrue(!DEVICES.contains(name.toLowerCase(Locale.ROOT).split("\\.")[0]), name);
        }
    }

    @Test
    void aLineHasNoControlCharactersAndNoBlanksAtItsEnds() {
        assertEquals("a b  c \ud83d\ude00", SafeNames.oneLine("\n a\u2028b\r\nc \ud83d\ude00\0\u0085"));
    }
}
