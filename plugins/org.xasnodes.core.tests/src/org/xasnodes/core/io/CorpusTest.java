package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.testing.SharedFiles;

/**
 * Reads every collected file and compares with the list of what is in it: number of spectra, and points and range of
 * the first. Energies are compared as they stand in the file, that is without the shift that an Athena project states.
 */
class CorpusTest {

    @Test
    void everyCollectedFileIsReadAsTheListSaysOrRefusedForTheRightReason() throws IOException {
        final var corpus = SharedFiles.shared("corpus/MANIFEST.csv").getParent();
        final var wrong = new ArrayList<String>();
        int count = 0;
        System.out.printf("%-62s %7s %7s %12s %12s  %s%n", "file", "spectra", "points", "first eV", "last eV",
            "verdict");
        for (final var row : CorpusManifest.read(corpus.resolve("MANIFEST.csv"))) {
            final var verdict = verdict(corpus, row);
            count++;
            if (verdict.startsWith("WRONG")) {
                wrong.add(row.file() + ": " + verdict);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(count >= 300, "only " + count + " files are in the list");
    }

    private static String verdict(final Path corpus, final CorpusManifest.Row row) {
        final var file = ReadFile.of(SpectrumSource.of(corpus.resolve(row.file())), null, 1);
        final var verdict = verdict(file, row, CorpusExceptions.of(row.file()));
        final var good = file.m_spectra.stream().filter(s -> s.spectrum() != null).toList();
        final var grid = good.isEmpty() ? null : good.get(0).spectrum().grid();
        System.out.printf(Locale.ROOT, "%-62s %7d %7d %12.3f %12.3f  %s%n", row.file(), file.m_spectra.size(),
            grid == null ? 0 : grid.size(), grid == null ? Double.NaN : grid.firstEv(),
            grid == null ? Double.NaN : grid.lastEv(), verdict);
        return verdict;
    }

    private static String verdict(final ReadFile file, final CorpusManifest.Row row,
        final CorpusExceptions.Right right) {
        if (right != null && right.refusal() != null || right == null && row.points() < 0) {
            final var reason = right == null ? "" : right.refusal();
            return file.m_refusal != null && file.m_spectra.isEmpty() && file.m_refusal.contains(reason)
                ? "refused rightly: " + (right == null ? file.m_refusal : right.why())
                : "WRONG: not refused because of '" + reason + "': " + file.m_refusal;
        }
        if (file.m_refusal != null) {
            return "WRONG: refused: " + file.m_refusal;
        }
        final var problem = file.m_spectra.stream().filter(s -> s.problem() != null).findFirst();
        if (problem.isPresent()) {
            return "WRONG: " + problem.get().problem();
        }
        final var differences = differences(file, row, right);
        return differences.isEmpty() ? right == null ? "as listed" : "right, for: " + right.why()
            : "WRONG: " + String.join(", ", differences);
    }

    private static List<String> differences(final ReadFile file, final CorpusManifest.Row row,
        final CorpusExceptions.Right right) {
        final var differences = new ArrayList<String>();
        final int spectra = right == null || right.spectra() < 0 ? row.spectra() : right.spectra();
        if (file.m_spectra.size() != spectra) {
            differences.add(file.m_spectra.size() + " spectra instead of " + spectra);
        }
        if (file.m_spectra.isEmpty()) {
            return differences;
        }
        final var first = file.first().spectrum();
        final int points = right == null || right.points() < 0 ? row.points() - row.repeated() : right.points();
        if (first.size() != points) {
            differences.add(first.size() + " points instead of " + points);
        }
        final double shiftEv = first.appliedShiftEv();
        compare(first.grid().firstEv() - shiftEv, right == null || Double.isNaN(right.firstEv()) ? row.firstEv()
            : right.firstEv(), row.toleranceEv(), "first energy", differences);
        compare(first.grid().lastEv() - shiftEv, right == null || Double.isNaN(right.lastEv()) ? row.lastEv()
            : right.lastEv(), row.toleranceEv(), "last energy", differences);
        return differences;
    }

    private static void compare(final double isEv, final double shouldEv, final double toleranceEv, final String what,
        final List<String> differences) {
        if (!Double.isNaN(shouldEv) && !(Math.abs(isEv - shouldEv) <= toleranceEv)) {
            differences.add(what + " " + isEv + " instead of " + shouldEv);
        }
    }
}
