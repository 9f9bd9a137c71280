package org.xasnodes.nodes.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.knime.core.data.RowKey;

/** One warning for all rows that could not be processed, the same for any order of threads. */
final class RowProblemsTest {

    private static final String[] REASONS = {"too short.", "too long.", "too old"};

    private static RowProblems of(final List<Long> rows) {
        final var problems = new RowProblems("spectra were skipped");
        rows.forEach(r -> problems.add(r, new RowKey("Row" + r), REASONS[(int)(r % 3)]));
        return problems;
    }

    @Test
    void withoutProblemsThereIsNoWarning() {
        assertEquals(Optional.empty(), new RowProblems("x").warning(5));
    }

    @Test
    void itCountsSaysWhyAndNamesTheFirstRow() {
        final var problems = new RowProblems("spectra were skipped");
        problems.add(7, new RowKey("Row7"), "the grid is not covered.");
        problems.add(3, new RowKey("Row3"), "the grid is not covered.");
        assertEquals("2 of 2,831 spectra were skipped: the grid is not covered (first: 'Row3')",
            problems.warning(2831).orElseThrow());
    }

    @Test
    void theOrderOfRowsDoesNotMatter() {
        final List<Long> rows = new ArrayList<>(LongStream.range(5, 3000).boxed().toList());
        final var expected = "2,995 of 1,000,000 spectra were skipped: too old (first: 'Row5'); 1,996 of them for "
            + "other reasons (first: 'Row6', too short)";
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertEquals(expected, of(rows).warning(1_000_000).orElseThrow());
        }
    }

    @Test
    void manyThreadsMayAddAtOnce() {
        final var problems = new RowProblems("spectra were skipped");
        LongStream.range(0, 20_000).parallel().forEach(r -> problems.add(r, new RowKey("Row" + r),
            REASONS[(int)(r % 3)]));
        assertEquals("20,000 of 20,000 spectra were skipped: too short (first: 'Row0'); 13,333 of them for other "
            + "reasons (first: 'Row1', too long)", problems.warning(20_000).orElseThrow());
    }

    @Test
    void reasonsThatDifferInNumbersOnlyAreOneReasonToldByTheFirst() {
        final var problems = new RowProblems("spectra were not resampled");
        problems.add(9, new RowKey("i"), "8330.10 to 8370.00 eV does not cover the grid.");
        problems.add(4, new RowKey("d"), "8331.25 to 8370.00 eV does not cover the grid.");
        problems.add(6, new RowKey("f"), "8332 to -1 eV does not cover the grid.");
        assertEquals("3 of 10 spectra were not resampled: 8331.25 to 8370.00 eV does not cover the grid (first: 'd')",
            problems.warning(10).orElseThrow());
    }
}
