package org.xasnodes.nodes.prepare.averager;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.util.UniqueNameGenerator;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.GridProperty;
import org.xasnodes.nodes.util.NumberColumns;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumColumns;

/**
 * The table of averages: the columns of the input in their order, then the number of spectra. A group column keeps its
 * value, a number column becomes the weighted mean, any other keeps its value where all rows of the group agree.
 */
final class AveragedTable {

    private final SpectrumAveragerParameters m_parameters;

    private final DataTableSpec m_input;

    private final int m_spectrum;

    private final int m_weight;

    private final Set<String> m_groupColumns;

    private final EnergyGrid m_grid;

    AveragedTable(final DataTableSpec input, final SpectrumAveragerParameters parameters)
        throws InvalidSettingsException {
        m_parameters = parameters;
        m_input = input;
        m_spectrum = SpectrumColumns.find(input, parameters.m_spectrumColumn);
        m_weight = weightColumn(input, parameters.m_weightColumn);
        m_groupColumns = new HashSet<>(Arrays.asList(parameters.m_groupColumns.filterFromFullSpec(input)));
        m_grid = parameters.grid();
        final var gone = parameters.m_groupColumns.getMissingSelectedFromFullSpec(input);
        if (gone.length > 0) {
            throw new InvalidSettingsException("The column '" + gone[0]
                + "' to group by is no longer in the input table. Choose the columns again in the dialog.");
        }
        if (m_groupColumns.contains(input.getColumnSpec(m_spectrum).getName())) {
            throw new InvalidSettingsException("The spectra themselves cannot be grouped by. Leave '"
                + input.getColumnSpec(m_spectrum).getName() + "' out of the columns to group by.");
        }
    }

    private static int weightColumn(final DataTableSpec input, final String name) throws InvalidSettingsException {
        if (name == null || name.isEmpty()) {
            return -1;
        }
        return NumberColumns.find(input, name, "weights");
    }

    private boolean isGroupColumn(final int column) {
        return m_groupColumns.contains(m_input.getColumnSpec(column).getName());
    }

    /** Yes and no are numbers to KNIME, but have no mean. */
    private boolean isNumber(final int column) {
        final var type = m_input.getColumnSpec(column).getType();
        return type.isCompatible(DoubleValue.class) && !type.isCompatible(BooleanValue.class);
    }

    DataTableSpec spec() {
        final List<DataColumnSpec> columns = new ArrayList<>();
        for (int i = 0; i < m_input.getNumColumns(); i++) {
            columns.add(column(i));
        }
        columns.add(new UniqueNameGenerator(m_input).newColumn("Averaged spectra", IntCell.TYPE));
        return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
    }

    private DataColumnSpec column(final int index) {
        final var old = m_input.getColumnSpec(index);
        if (index == m_spectrum) {
            final var creator = new DataColumnSpecCreator(old.getName(), SpectrumCell.TYPE);
            final var grid = m_grid == null ? GridProperty.get(old).orElse(null) : m_grid;
            if (grid != null) {
                GridProperty.set(creator, grid);
            }
            return creator.createSpec();
        }
        return new DataColumnSpecCreator(old.getName(),
            !isGroupColumn(index) && isNumber(index) ? DoubleCell.TYPE : old.getType()).createSpec();
    }

    /**
     * @param table the input table
     * @param exec makes the table and knows of a cancel
     * @param leftOut where rows are counted that are not averaged
     * @param problems where groups are counted that have no average
     */
    BufferedDataTable of(final BufferedDataTable table, final ExecutionContext exec, final RowProblems leftOut,
        final RowProblems problems) throws CanceledExecutionException {
        final var groups = groups(table, exec, leftOut);
        final var container = exec.createDataContainer(spec());
        long row = 0;
        for (final var group : groups.entrySet()) {
            exec.checkCanceled();
            final var key = RowKey.createRowKey(row);
            container.addRowToTable(new DefaultRow(key, cells(group.getKey(), group.getValue(), row, key, problems)));
            row++;
        }
        container.close();
        return container.getTable();
    }

    private Map<List<DataCell>, Group> groups(final BufferedDataTable table, final ExecutionContext exec,
        final RowProblems leftOut) throws CanceledExecutionException {
        final Map<List<DataCell>, Group> groups = new LinkedHashMap<>();
        long done = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                final var group = groups.computeIfAbsent(groupKey(row), k -> new Group(row.getKey().getString()));
                try {
                    group.add(spectrum(row), weight(row), row.stream().toArray(DataCell[]::new));
                } catch (final SpectrumException e) {
                    if (m_parameters.m_onProblem == OnProblem.FAIL) {
                        throw new RowFailure(row.getKey(), e.getMessage()); // NOSONAR: the message says it all
                    }
                    leftOut.add(done, row.getKey(), e.getMessage());
                }
                exec.setProgress(++done / (double)table.size());
            }
        }
        return groups;
    }

    private Spectrum spectrum(final DataRow row) throws SpectrumException {
        if (row.getCell(m_spectrum) instanceof SpectrumValue value) {
            return value.spectrum();
        }
        throw new SpectrumException("the spectrum is missing");
    }

    private double weight(final DataRow row) throws SpectrumException {
        if (m_weight < 0) {
            return 1;
        }
        if (!(row.getCell(m_weight) instanceof DoubleValue value)) {
            throw new SpectrumException("the weight is missing");
        }
        final var weight = value.getDoubleValue();
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new SpectrumException("the weight is " + weight + ", but must not be negative");
        }
        return weight;
    }

    private List<DataCell> groupKey(final DataRow row) {
        final List<DataCell> key = new ArrayList<>();
        for (int i = 0; i < m_input.getNumColumns(); i++) {
            if (isGroupColumn(i)) {
                key.add(row.getCell(i));
            }
        }
        return key;
    }

    private DataCell[] cells(final List<DataCell> groupKey, final Group group, final long row, final RowKey key,
        final RowProblems problems) {
        final var cells = new DataCell[m_input.getNumColumns() + 1];
        var inKey = 0;
        for (int i = 0; i < m_input.getNumColumns(); i++) {
            if (i == m_spectrum) {
                cells[i] = average(group, row, key, problems);
            } else if (isGroupColumn(i)) {
                cells[i] = groupKey.get(inKey++);
            } else {
                cells[i] = isNumber(i) ? group.meanOf(i) : group.commonOf(i);
            }
        }
        cells[m_input.getNumColumns()] = new IntCell(group.size());
        return cells;
    }

    private DataCell average(final Group group, final long row, final RowKey key, final RowProblems problems) {
        try {
            return new SpectrumCell(group.average(m_grid, m_parameters.m_outside.m_core));
        } catch (final SpectrumException e) { // NOSONAR: the message says it all
            if (m_parameters.m_onProblem == OnProblem.FAIL) {
                throw new RowFailure("The group of row '" + group.firstKey() + "': " + e.getMessage()); // NOSONAR: as above
            }
            problems.add(row, key, e.getMessage());
            return new MissingCell(e.getMessage());
        }
    }
}
