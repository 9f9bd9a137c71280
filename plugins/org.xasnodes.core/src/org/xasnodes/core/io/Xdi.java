package org.xasnodes.core.io;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * XAS Data Interchange, any version: fields "# Family.key: value", a rule, a line of labels, columns of numbers
 * (specification: github.com/XraySpectroscopy/XAS-Data-Interchange). The columns are declared in the fields; the
 * absorption is ready in one or is formed of counts. More forgiving than the reference library: a damaged field costs a
 * note, not the data.
 */
final class Xdi implements SpectrumFormat {

    private static final Pattern VERSION = Pattern.compile("\\s*[#;!%]*\\s*XDI/\\d+(\\.\\d+)*.*", Pattern.DOTALL);

    private static final int LONGEST_FIRST_LINE = 300;

    @Override
    public String name() {
        return "XDI";
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var start = new String(head.bytes(), 0, Math.min(LONGEST_FIRST_LINE, head.bytes().length),
            java.nio.charset.StandardCharsets.ISO_8859_1);
        return VERSION.matcher(start).matches() && !head.contains(0);
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var table = TextTable.find(content.head());
        if (table == null || table.columns() < 2 || table.rows() < 2) {
            throw content.refused("It is XDI, but holds no table of at least two rows and two columns of numbers.");
        }
        final var scan = Scan.read(content, table).get(0);
        final var fields = XdiFields.of(scan.header());
        final var spectra = new ColumnSpectra(content, options.columns(), true);
        fields.notes().forEach(spectra::note);
        try {
            spectra.add(scan.numbers(), fields.header(scan.numbers().columns()), null, fields.labels());
        } catch (final NoSpectrumException e) {
            throw content.refused(e.getMessage(), e);
        }
        spectra.deliver(sink);
    }
}
