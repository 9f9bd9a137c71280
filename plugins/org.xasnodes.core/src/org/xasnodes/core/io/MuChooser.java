package org.xasnodes.core.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds out how the absorption is made of a table's columns: ready where a label says so, else ln(i0 / itrans), else
 * fluorescence / i0; where labels say nothing, by the look of the curves. Of several ways the first that can be
 * calculated and shows an edge is taken.
 */
final class MuChooser {

    private static final String BETTER = " Choose the columns in the reader's settings if that is wrong.";

    private static final List<String> BEST_MU = List.of("xmu", "mu", "mutrans", "mut", "mu_t", "mux", "mue", "mu_e");

    /** A part of the points may be missing because a detector gave nothing. */
    private static final double LEAST_FINITE = 0.9;

    private static final double LEAST_ALIKE = 0.5;

    private static final int MOST_COLUMNS_LOOKED_AT = 60;

    private final ColumnTable m_table;

    private final ColumnChoice m_choice;

    private final int m_energy;

    private final List<String> m_notes;

    private final int[] m_others;

    /**
     * @param energy the column of energies, counted from 0
     */
    MuChooser(final ColumnTable table, final ColumnChoice choice, final int energy, final List<String> notes) {
        m_table = table;
        m_choice = choice;
        m_energy = energy;
        m_notes = notes;
        m_others = IntStream.range(0, table.columns()).filter(i -> i != energy && table.shape(i).isUsable()).toArray();
    }

    /**
     * @return one for each spectrum of the table
     * @throws NoSpectrumException if there is none
     */
    List<MuExpression> choose() throws NoSpectrumException {
        if (m_choice.mu() != ColumnChoice.Mu.AUTO) {
            return chosen();
        }
        if (m_table.columns() == 2) {
            return List.of(MuExpression.asItIs(1 - m_energy));
        }
        final int stated = m_table.header().muColumn();
        if (stated >= 0 && m_table.shape(stated).isUsable()) {
            return List.of(MuExpression.asItIs(stated));
        }
        if (m_others.length == 1) {
            return List.of(MuExpression.asItIs(m_others[0]));
        }
        final var columns = spectra();
        return columns.length > 1 ? Arrays.stream(columns).mapToObj(MuExpression::asItIs).toList()
            : List.of(one());
    }

    private List<MuExpression> chosen() throws NoSpectrumException {
        final var columns = new int[m_choice.columns().size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = NoSpectrumException.column(m_table, m_choice.columns().get(i));
        }
        if (m_choice.mu() == ColumnChoice.Mu.AS_IT_IS) {
            return Arrays.stream(columns).mapToObj(MuExpression::asItIs).toList();
        }
        final int reference = NoSpectrumException.column(m_table, m_choice.reference());
        return List.of(m_choice.mu() == ColumnChoice.Mu.TRANSMISSION ? MuExpression.transmission(columns[0], reference)
            : MuExpression.fluorescence(reference, columns, null));
    }

    /** @return the columns if each is a spectrum of its own: their labels are names, and the curves are alike */
    private int[] spectra() {
        final int[] data = Arrays.stream(m_others).filter(i -> {
            final var role = m_table.role(i);
            return role != ColumnRole.AUXILIARY && role != ColumnRole.ENERGY && !isCounter(i);
        }).toArray();
        if (data.length < 2 || !m_table.names().hasLabels() || m_table.header().instrument()) {
            return new int[0];
        }
        final long names =
            Arrays.stream(data).filter(i -> (m_table.role(i) == ColumnRole.OTHER
            || m_table.role(i) == ColumnRole.COUNTER) && isName(label(i))).count();
        final long same = Arrays.stream(data).filter(i -> m_table.role(i) == ColumnRole.MU
            && ColumnRole.group(label(i)).equals(ColumnRole.group(String.valueOf(label(data[0]))))).count();
        if (names * 10 < data.length * 8 && same < data.length) {
            return new int[0];
        }
        final var mean = meanCurve(data);
        final int[] looked = Arrays.copyOf(data, Math.min(MOST_COLUMNS_LOOKED_AT, data.length));
        final long alike = Arrays.stream(looked)
            .filter(i -> ColumnShape.correlation(m_table.column(i), mean) >= LEAST_ALIKE).count();
        final long edges =
            Arrays.stream(looked).filter(i -> ColumnShape.hasEdge(ascending(MuExpression.asItIs(i)))).count();
        return alike * 10 >= looked.length * 8L && edges * 2 >= looked.length ? data : new int[0];
    }

    /** Spectra may be called "scan 5" or "time 30 min", but they do not only rise. */
    private boolean isCounter(final int column) {
        return m_table.role(column) == ColumnRole.COUNTER && m_table.shape(column).isSteady();
    }

    /** @return whether this may be the name of a sample; the process variables of an instrument hold a colon */
    private static boolean isName(final String label) {
        return label != null && !label.matches("\\w+:\\S*");
    }

    /** @return the mean of the curves, each scaled to its range */
    private double[] meanCurve(final int[] columns) {
        final var mean = new double[m_table.rows()];
        for (final int column : columns) {
            final var shape = m_table.shape(column);
            final var values = m_table.column(column);
            for (int row = 0; row < mean.length; row++) {
                mean[row] += (values[row] - shape.min()) / (shape.max() - shape.min());
            }
        }
        return mean;
    }

    private String label(final int column) {
        return m_table.names().label(column);
    }

    private MuExpression one() throws NoSpectrumException {
        final var ready = ready(ColumnRole.MU);
        if (ready != null) {
            return ready;
        }
        final var labelled = new ArrayList<MuExpression>();
        transmission(labelled);
        final int incident = m_table.first(ColumnRole.INCIDENT);
        fluorescence(incident, labelled);
        final int reference = m_table.first(ColumnRole.REFERENCE);
        if (labelled.isEmpty() && incident >= 0 && reference >= 0) {
            labelled.add(MuExpression.transmission(incident, reference));
            m_notes.add("The intensity behind the sample is missing; that behind the reference was taken." + BETTER);
        }
        final var best = best(labelled);
        if (best != null) {
            return best;
        }
        final var guess = guessed();
        if (guess == null) {
            throw new NoSpectrumException("None of its columns (" + m_table.names().list(m_table.columns())
                + ") can be an absorption: all are constant, empty or counters. Choose the columns in the reader's "
                + "settings if that is wrong.");
        }
        m_notes.add("No label says which columns give the absorption; " + guess.text(m_table.names()) + " was taken."
            + BETTER);
        return guess;
    }

    private MuExpression ready(final ColumnRole role) {
        int best = -1;
        for (final int i : m_others) {
            if (m_table.role(i) == role && m_table.shape(i).finite() >= LEAST_FINITE * m_table.rows()
                && (best < 0 || rank(i) < rank(best))) {
                best = i;
            }
        }
        return best < 0 ? null : MuExpression.asItIs(best);
    }

    private int rank(final int column) {
        final var plain = ColumnRole.plain(label(column));
        if (BEST_MU.contains(plain)) {
            return 0;
        }
        return plain.matches("s\\d+_.*") ? 5 : plain.startsWith("ln") || plain.startsWith("log") ? 1
            : plain.matches("(avg|sum|mean)_.*") ? 2 : plain.startsWith("mu") ? 3 : 4;
    }

    private void transmission(final List<MuExpression> ways) {
        final int incident = m_table.first(ColumnRole.INCIDENT);
        final int transmitted = m_table.first(ColumnRole.TRANSMITTED);
        if (incident >= 0 && transmitted >= 0) {
            ways.add(MuExpression.transmission(incident, transmitted));
        } else if (incident < 0 && transmitted >= 0 && m_table.first(ColumnRole.REFERENCE) >= 0) {
            ways.add(MuExpression.transmission(transmitted, m_table.first(ColumnRole.REFERENCE)));
        }
    }

    /** Sums the elements of a detector; the detector or line with the clearest edge comes first. */
    private void fluorescence(final int incident, final List<MuExpression> ways) {
        final Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (final int i : m_others) {
            if (m_table.role(i) == ColumnRole.FLUORESCENCE) {
                groups.computeIfAbsent(ColumnRole.group(label(i)), g -> new ArrayList<>()).add(i);
            }
        }
        final var sums = new ArrayList<MuExpression>();
        for (final var group : groups.values()) {
            final var columns = group.stream().mapToInt(Integer::intValue).toArray();
            sums.add(MuExpression.fluorescence(incident, columns, deadTimeFactors(columns)));
        }
        final var strengths = sums.stream().mapToDouble(sum -> -ColumnShape.rise(ascending(sum))[1]).toArray();
        IntStream.range(0, sums.size()).boxed()
            .sorted((a, b) -> Double.compare(strengths[a], strengths[b])).forEach(i -> ways.add(sums.get(i)));
    }

    /** @return for each detector element the column "DTFactor_mcaN" with its number, <code>null</code> without */
    private int[] deadTimeFactors(final int[] columns) {
        final var known = new HashMap<String, Integer>();
        for (int i = 0; i < m_table.columns(); i++) {
            if (label(i) != null && label(i).toLowerCase(Locale.ROOT).contains("dtfactor")) {
                known.putIfAbsent(number(label(i)), i);
            }
        }
        final var factors = new int[columns.length];
        for (int k = 0; k < columns.length; k++) {
            final var factor = known.get(number(label(columns[k])));
            if (factor == null) {
                return null;
            }
            factors[k] = factor;
        }
        return factors;
    }

    /** @return the digits at the end of the label */
    private static String number(final String label) {
        int from = label.length();
        while (from > 0 && Character.isDigit(label.charAt(from - 1))) {
            from--;
        }
        return label.substring(from);
    }

    /** @return the first of these that can be calculated and shows an edge; else the first that can be calculated */
    private MuExpression best(final List<MuExpression> ways) {
        MuExpression first = null;
        for (final var way : ways) {
            final var values = ascending(way);
            final long finite = Arrays.stream(values).filter(Double::isFinite).count();
            if (finite >= LEAST_FINITE * values.length && finite > 0) {
                if (ColumnShape.hasEdge(values)) {
                    return way;
                }
                first = first == null ? way : first;
            }
        }
        return first;
    }

    private boolean isNumbered(final int column) {
        return m_table.role(column) == ColumnRole.NUMBERED || m_table.header().instrument()
            && m_table.role(column) == ColumnRole.OTHER && label(column) != null && !number(label(column)).isEmpty()
            && isName(label(column));
    }

    private MuExpression guessed() {
        final var ways = new ArrayList<MuExpression>();
        final int[] numbered = Arrays.stream(m_others).filter(this::isNumbered).toArray();
        final int incident = m_table.first(ColumnRole.INCIDENT);
        for (int k = 0; k < numbered.length && incident >= 0; k++) {
            ways.add(MuExpression.transmission(incident, numbered[k]));
        }
        for (int k = 0; k + 1 < numbered.length; k++) {
            ways.add(MuExpression.transmission(numbered[k], numbered[k + 1]));
        }
        final var reference = ready(ColumnRole.MU_REFERENCE);
        if (reference != null) {
            ways.add(reference);
        }
        final int[] data = Arrays.stream(m_others).filter(i -> m_table.role(i) != ColumnRole.AUXILIARY
            && m_table.role(i) != ColumnRole.COUNTER && m_table.role(i) != ColumnRole.ENERGY
            && m_table.role(i) != ColumnRole.ANGLE).limit(MOST_COLUMNS_LOOKED_AT).toArray();
        for (final int i : data) {
            final int weak = ColumnRole.isWeakMu(label(i)) ? 0 : ways.size();
            ways.add(weak, MuExpression.asItIs(i));
        }
        if (!m_table.names().hasLabels() && data.length > 1) {
            ways.add(Math.min(1, ways.size()), MuExpression.transmission(data[0], data[1]));
        }
        return best(ways);
    }

    /** @return the values in the order of rising energies */
    private double[] ascending(final MuExpression way) {
        final var values = way.evaluate(m_table.numbers());
        final var energy = m_table.shape(m_energy);
        final boolean angles = m_table.role(m_energy) == ColumnRole.ANGLE && energy.max() < 90;
        if (energy.falls() > energy.rises() != angles) {
            for (int i = 0, k = values.length - 1; i < k; i++, k--) {
                final double value = values[i];
                values[i] = values[k];
                values[k] = value;
            }
        }
        return values;
    }
}
