package org.xasnodes.core.io;

import java.util.List;

/**
 * What the columns of a table are called.
 *
 * @param labels from the first column on, <code>null</code> where one has none; may be fewer than columns
 * @param units that are declared beside the labels, <code>null</code> where none is; may be fewer than columns
 */
record ColumnNames(List<String> labels, List<String> units) {

    static final ColumnNames NONE = new ColumnNames(List.of(), List.of());

    private static final int MOST_LISTED = 40;

    /** @return the label, <code>null</code> if there is none */
    String label(final int column) {
        return column < labels.size() ? labels.get(column) : null;
    }

    /** @return label and unit, empty if there is neither */
    String withUnit(final int column) {
        final var unit = column < units.size() ? units.get(column) : null;
        return (label(column) == null ? "" : label(column)) + (unit == null ? "" : " " + unit);
    }

    boolean hasLabels() {
        return labels.stream().anyMatch(label -> label != null);
    }

    /** @return the label in quotes, or the column's number */
    String text(final int column) {
        final var label = label(column);
        return label == null ? "column " + (column + 1) : "'" + Texts.shortened(label) + "'";
    }

    /** @return number and label */
    String longText(final int column) {
        final var label = label(column);
        return "column " + (column + 1) + (label == null ? "" : " '" + Texts.shortened(label) + "'");
    }

    /**
     * @param column number, counted from 1, or label
     * @param columns how many there are
     * @return the column, counted from 0, -1 if there is none
     */
    int find(final String column, final int columns) {
        final var wanted = column.strip();
        if (wanted.matches("\\d{1,6}")) {
            final int number = Integer.parseInt(wanted);
            return number >= 1 && number <= columns ? number - 1 : -1;
        }
        for (int i = 0; i < Math.min(columns, labels.size()); i++) {
            if (wanted.equalsIgnoreCase(labels.get(i))) {
                return i;
            }
        }
        for (int i = 0; i < Math.min(columns, labels.size()); i++) {
            if (labels.get(i) != null && ColumnRole.plain(wanted).equals(ColumnRole.plain(labels.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    /** @return all columns, for messages */
    String list(final int columns) {
        final var list = new StringBuilder();
        for (int i = 0; i < Math.min(columns, MOST_LISTED); i++) {
            final var label = label(i);
            list.append(i == 0 ? "" : ", ").append(i + 1);
            list.append(label == null ? "" : " '" + Texts.shortened(label) + "'");
        }
        return list.append(columns > MOST_LISTED ? ", ... " + columns : "").toString();
    }
}
