package org.xasnodes.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xasnodes.core.testing.SharedFiles;

class ForeignFileTest {

    private static String refusal(final String text) {
        final var file = ReadFile.of(text.getBytes(StandardCharsets.ISO_8859_1), null);
        assertEquals(0, file.m_spectra.size());
        return file.m_refusal;
    }

    @Test
    void filesOfOtherKindsAreRefusedByName() {
        final var zip = "PK\003\004" + "\u0000".repeat(26);
        assertTrue(refusal("##TITLE=benzene\n##JCAMP-DX=4.24\n##XYDATA=(X++(Y..Y))\n1 2\n3 4\n").contains("JCAMP-DX"));
        assertTrue(refusal("##LARIX: 1.0\n##<CONFIG>\n").contains("a session of Larix"));
        assertTrue(refusal(zip + "x.npy\u0093NUMPY").contains("numpy.savetxt"));
        assertTrue(refusal("\u0093NUMPY\001\u0000v").contains("numpy.savetxt"));
        assertTrue(refusal(zip + "[Content_Types].xml").contains("Excel"));
        assertTrue(refusal(zip + "spectra/a.xdi").contains("Unpack it"));
        assertTrue(refusal("SSRL      EXAFS Data Collector 1.3\r\n\u0000\u0000").contains("SSRL's binary form"));
        assertTrue(refusal("CDF\001\u0000").contains("netCDF"));
        assertTrue(refusal("%PDF-1.7\n").contains("PDF"));
    }

    @ParameterizedTest
    @CsvSource({"beamline-ascii/demeter_SSRLB_IN_540_001.003,binary", "jcamp-dx/generic_fixinc3.jdx,JCAMP-DX",
        "jcamp-dx/generic_blckpkt1.jdx,JCAMP-DX"})
    void realFiles(final String name, final String reason) {
        final var file = ReadFile.of(SpectrumSource.of(SharedFiles.shared("corpus/" + name)), null, 1);
        assertTrue(file.m_refusal.contains(reason), file.m_refusal);
    }
}
