package org.xasnodes.runner.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checked-in part of KNIME's signature list is a part of that list, and large enough. */
final class UsedSignaturesTest {

    private SignatureList m_whole;

    @BeforeEach
    void readTheWholeList() throws IOException {
        assumeTrue(Files.exists(ProjectFiles.wholeSignatures()), "The whole list is not beside the project.");
        m_whole = SignatureList.read(ProjectFiles.wholeSignatures());
    }

    @Test
    void everyCheckedInLineIsThatOfTheWholeList() throws IOException {
        final SignatureList used = SignatureList.read(ProjectFiles.usedSignatures());
        final Set<String> names = used.classes().keySet();
        assertEquals(m_whole.lines(names), used.lines(names));
    }

    @Test
    void everyClassTheStandInOrTheNodesUseIsCheckedIn() throws IOException {
        final Set<String> needed = OurBytecode.usedClasses(m_whole);
        final Set<String> missing = new TreeSet<>(needed);
        missing.removeAll(SignatureList.read(ProjectFiles.usedSignatures()).classes().keySet());
        if (!missing.isEmpty()) {
            final Path fresh = Files.createTempDirectory("api").resolve("api-5.9.0-used.txt");
            Files.writeString(fresh, "# The part of KNIME 5.9's signature list that is used here, see README.md\n"
                + m_whole.lines(needed));
            fail("Not checked in: " + missing + ". Copy the new list: cp " + fresh + " offline-knime/api/");
        }
    }
}
