package org.xasnodes.core.io;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How the absorption is made of a table's columns.
 *
 * @param kind AS_IT_IS, TRANSMISSION or FLUORESCENCE
 * @param columns counted from 0: the absorption; the incident intensity; the fluorescence of each detector element
 * @param factors a column of dead-time factors for each of them, -1 for none
 * @param reference transmitted or incident intensity, -1 if there is none
 */
record MuExpression(ColumnChoice.Mu kind, int[] columns, int[] factors, int reference) {

    static MuExpression asItIs(final int column) {
        return new MuExpression(ColumnChoice.Mu.AS_IT_IS, new int[]{column}, new int[]{-1}, -1);
    }

    static MuExpression transmission(final int incident, final int transmitted) {
        return new MuExpression(ColumnChoice.Mu.TRANSMISSION, new int[]{incident}, new int[]{-1}, transmitted);
    }

    /** @param factors <code>null</code>: none */
    static MuExpression fluorescence(final int incident, final int[] fluorescence, final int[] factors) {
        return new MuExpression(ColumnChoice.Mu.FLUORESCENCE, fluorescence,
            factors == null ? IntStream.generate(() -> -1).limit(fluorescence.length).toArray() : factors, incident);
    }

    /** @return one for each row; not finite where there is none */
    double[] evaluate(final NumberTable table) {
        final var values = new double[table.rows()];
        for (int row = 0; row < values.length; row++) {
            double sum = 0;
            for (int k = 0; k < columns.length; k++) {
                sum += table.value(row, columns[k]) * (factors[k] < 0 ? 1 : table.value(row, factors[k]));
            }
            values[row] = switch (kind) {
                case TRANSMISSION -> Math.log(sum / table.value(row, reference));
                case FLUORESCENCE -> reference < 0 ? sum : sum / table.value(row, reference);
                default -> sum;
            };
        }
        return values;
    }

    /** @return for example "ln('i0' / 'itrans')" */
    String text(final ColumnNames names) {
        final var first = names.text(columns[0]);
        return switch (kind) {
            case TRANSMISSION -> "ln(" + first + " / " + names.text(reference) + ")";
            case FLUORESCENCE -> sum(names) + (reference < 0 ? "" : " / " + names.text(reference));
            default -> columns.length > 1 ? sum(names) : names.longText(columns[0]);
        };
    }

    private String sum(final ColumnNames names) {
        final boolean corrected = Arrays.stream(factors).allMatch(f -> f >= 0);
        final var sum = Arrays.stream(columns).mapToObj(names::text).limit(3).collect(Collectors.joining(" + "))
            + (columns.length > 4 ? " + ... + " : columns.length == 4 ? " + " : "")
            + (columns.length > 3 ? names.text(columns[columns.length - 1]) : "");
        return (columns.length > 1 ? "(" + sum + ")" : sum) + (corrected
            ? ", each times its factor for dead time (" + names.text(factors[0]) + "...)," : "");
    }

    /** @return the text for a message about a row where it cannot be evaluated */
    String problem(final NumberTable table, final ColumnNames names, final int line) {
        if (kind == ColumnChoice.Mu.AS_IT_IS) {
            return NumberProblems.text(table, columns[0], line);
        }
        return text(names) + " is not a finite number";
    }
}
