package org.xasnodes.core.io;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Files of known kinds that cannot be read: they are refused by name, with what to do instead. */
final class ForeignFile implements SpectrumFormat {

    private record Kind(Pattern start, String refusal) {

        static Kind of(final String start, final String refusal) {
            return new Kind(Pattern.compile(start, Pattern.DOTALL), refusal);
        }

        boolean fits(final String text) {
            return start.matcher(text).lookingAt();
        }
    }

    private static final List<Kind> KINDS = List.of(
        Kind.of("\\s*##(TITLE|JCAMP-?DX|JCAMPDX)\\s*=", "It is a JCAMP-DX file, a format of infrared, mass and other "
            + "spectra, in which X-ray absorption is not stored. Save the spectrum as text with two columns."),
        Kind.of("##LARIX: ", "It is a session of Larix, which cannot be read. Export its spectra in Larix as an Athena "
            + "project or as text."),
        Kind.of("PK\003\004.{26}[^/]*\\.npy", "It is an archive of NumPy arrays (npz), which does not say which array "
            + "is the energy. Save energy and intensity as text with two columns: numpy.savetxt."),
        Kind.of("\u0093NUMPY", "It is a NumPy array (npy), which does not say what is the energy. Save energy and "
            + "intensity as text with two columns: numpy.savetxt."),
        Kind.of("PK\003\004.{26}(\\[Content_Types\\]|_rels/|xl/|docProps/)",
            "It is a workbook of Excel. Save the sheet as CSV, or read it with KNIME's Excel Reader."),
        Kind.of("PK\003\004", "It is a zip archive. Unpack it and read the files in it."),
        Kind.of("SSRL[^\r\n]*EXAFS Data Collector.*\u0000",
            "It is SSRL's binary form of a scan. Convert it to SSRL's text form, for example with the beamline's "
                + "tools, and read that."),
        Kind.of("CDF[\001\002\005]", "It is a netCDF file, which cannot be read. Export the spectrum as text."),
        Kind.of("%PDF-", "It is a PDF document, not a spectrum."));

    @Override
    public String name() {
        return "a file of another kind";
    }

    @Override
    public boolean recognises(final FileHead head) {
        return find(head) != null;
    }

    private static Kind find(final FileHead head) {
        final var start = head.start();
        return KINDS.stream().filter(kind -> kind.fits(start)).findFirst().orElse(null);
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        throw content.refused(find(content.head()).refusal());
    }
}
