package org.xasnodes.core.io;

/** Finds out why no format recognises a file, and says it in the user's words. */
final class Unrecognised {

    private static final String FORMATS = " Known are XDI, Athena projects, NXxas HDF5, JSON of pymatgen and pandas, "
        + "files of FEFF, FDMNES, OCEAN, XSpectra, exciting and VASP, CSV with one spectrum per row and energies as "
        + "column names, and text with columns of numbers.";

    private Unrecognised() {
    }

    /**
     * @param head the beginning of a file that no format recognises
     * @return what is wrong and what to do
     */
    static String reason(final FileHead head) {
        final var text = head.text();
        if (text.isBlank()) {
            return (head.bytes().length == 0 ? "It is empty." : "It holds nothing but blanks.")
                + " Choose another file.";
        }
        if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            return "It is text in UTF-16, which cannot be read. Save it as UTF-8 text.";
        }
        if (head.contains(0)) {
            return "It is not text but binary data, of a kind that cannot be read." + FORMATS;
        }
        final char first = text.stripLeading().charAt(0);
        if (first == '{' || first == '[') {
            return "It looks like JSON, but is no XAS document of pymatgen (arrays x and y, absorbing_element) and not a "
                + "table of columns as pandas' to_json() writes it (column, then row, then value). Write it one of "
                + "these ways, for example: frame.to_json(path).";
        }
        if (first == '<') {
            return "It is HTML or XML, not spectra. If it was downloaded, download the file itself and not its page.";
        }
        return numbers(TextTable.find(head));
    }

    private static String numbers(final TextTable table) {
        if (table == null || table.columns() == 1 && table.rows() == 1) {
            return "No table of numbers was found in it." + FORMATS;
        }
        if (table.columns() == 1) {
            return "There is only one column of numbers (from line " + (table.firstLine() + 1)
                + " on). A spectrum needs two: energy and intensity.";
        }
        return "There is only one row of numbers (line " + (table.firstLine() + 1)
            + "). A spectrum needs at least two points.";
    }
}
