package org.xasnodes.core.io;

/** A table of numbers holds no spectrum, or not the columns that were asked for. */
final class NoSpectrumException extends Exception {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong and what to do, without the file's name
     */
    NoSpectrumException(final String message) {
        super(message);
    }

    /** @return the column that the user named */
    static int column(final ColumnTable table, final String wanted) throws NoSpectrumException {
        final int column = table.names().find(wanted, table.columns());
        if (column < 0) {
            throw new NoSpectrumException("It has no column '" + wanted + "'. Its columns are "
                + table.names().list(table.columns()) + ". Change the reader's settings.");
        }
        return column;
    }
}
