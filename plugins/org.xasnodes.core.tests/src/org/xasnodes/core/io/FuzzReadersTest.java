package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.xasnodes.core.testing.SharedFiles;

class FuzzReadersTest {

    private static final int CASES = 500;

    @Test
    void damagedFilesAreReadOrRefusedButNeverGiveOtherExceptionsOrWrongSpectra() throws IOException {
        final var fuzz = new FuzzReaders(SharedFiles.shared("corpus/MANIFEST.csv").getParent());
        assertTrue(fuzz.files() > 100, "only " + fuzz.files() + " files");
        for (long seed = -CASES; seed < 0; seed++) {
            fuzz.run(seed);
        }
        assertEquals(List.of(), fuzz.failures());
    }
}
