package org.xasnodes.core.io;

/** Says what is wrong with a cell of a table. */
final class NumberProblems {

    private NumberProblems() {
    }

    static String text(final NumberTable table, final int column, final int line) {
        final var wrong = table.wrongText(column, line);
        if (wrong == null) {
            return "column " + (column + 1) + " holds no finite number";
        }
        return wrong.isEmpty() ? "column " + (column + 1) + " is empty" : "'" + wrong + "' is not a finite number";
    }
}
