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

    private static RowProblems of(final List<Long> rows) {
        final var problems = new RowProblems("spectra were skipped");
        rows.forEach(r -> problems.add(r, new RowKey("Row" + r), "reason " + r % 3 + "."));
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
        final var expected = "2,995 of 1,000,000 spectra were skipped: reason 2 (first: 'Row5'); 1,996 of them for other "
            + "reasons (first: 'Row6', reason 0)";
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertEquals(expected, of(rows).warning(1_000_000).orElseThrow());
        }
    }

    @Test
    void manyThreadsMayAddAtOnce() {
        final var problems = new RowProblems("spectra were skipped");
        LongStream.range(0, 20_000).parallel().forEach(r -> problems.add(r, new RowKey("Row" + r), "reason " + r % 3 + "."));
        assertEquals("20,000 of 20,000 spectra were skipped: reason 0 (first: 'Row0'); 13,333 of them for other reasons "
            + "(first: 'Row1', reason 1)", problems.warning(20_000).orElseThrow());
    }
}
