package org.xasnodes.nodes.io.reader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.MissingCell;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.util.UniqueNameGenerator;
import org.xasnodes.core.io.LabelColumns;
import org.xasnodes.core.io.SpectrumRecord;
import org.xasnodes.nodes.spectrum.SpectrumCell;

/**
 * Makes KNIME's table of the spectra as they are read. Spectra go straight into the table; only the labels wait, since
 * their types are known when the last one was read.
 */
final class SpectrumTable {

    private static final DataTableSpec FIXED = new DataTableSpec("Spectra",
        new String[]{"Spectrum", "File", "Name", "Element", "Edge", "E0 eV"}, new DataType[]{SpectrumCell.TYPE,
            StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, StringCell.TYPE, DoubleCell.TYPE});

    private final ExecutionContext m_exec;

    private final BufferedDataContainer m_container;

    private final LabelColumns m_labels = new LabelColumns();

    /** How each spectrum's energy and absorption were found, one object for equal texts; empty if no file had a choice. */
    private final List<String> m_columns = new ArrayList<>();

    private final Map<String, String> m_columnTexts = new HashMap<>();

    private final Map<String, Integer> m_counts = new HashMap<>();

    SpectrumTable(final ExecutionContext exec) {
        m_exec = exec;
        m_container = exec.createDataContainer(FIXED);
    }

    /** @return the number of spectra so far */
    int size() {
        return m_labels.rows();
    }

    /**
     * @param uniqueName the file's name, different for all files
     * @param file the file's name as shown
     * @param spectrum the next spectrum of the file
     * @return the row's key
     */
    RowKey add(final String uniqueName, final String file, final SpectrumRecord spectrum) {
        final var key = new RowKey(uniqueName + "#" + m_counts.merge(uniqueName, 1, Integer::sum));
        m_container.addRowToTable(new DefaultRow(key,
            spectrum.spectrum() == null ? new MissingCell(spectrum.problem()) : new SpectrumCell(spectrum.spectrum()),
            text(file), text(spectrum.name()), text(spectrum.element()), text(spectrum.edge()),
            Double.isNaN(spectrum.e0Ev()) ? DataType.getMissingCell() : new DoubleCell(spectrum.e0Ev())));
        m_labels.add(spectrum.labels());
        m_columns.add(spectrum.columns() == null ? null
            : m_columnTexts.computeIfAbsent(spectrum.columns(), text -> text));
        return key;
    }

    private static DataCell text(final String text) {
        return text == null ? DataType.getMissingCell() : new StringCell(text);
    }

    /** @return the table with the labels of all files, in order of first appearance, as columns at the end */
    BufferedDataTable finish() throws CanceledExecutionException {
        m_container.close();
        final var table = m_container.getTable();
        // The spec of the table itself, not FIXED: it knows the possible values, which learners and filters need.
        final var rearranger = new ColumnRearranger(table.getDataTableSpec());
        rearranger.append(new Labels(m_labels, m_columns, labelColumns()));
        return m_exec.createColumnRearrangeTable(table, rearranger, m_exec.createSilentSubProgress(0));
    }

    private DataColumnSpec[] labelColumns() {
        final var unique = new UniqueNameGenerator(FIXED);
        final var names = m_labels.names();
        final var columns = new ArrayList<DataColumnSpec>();
        for (int i = 0; i < names.size(); i++) {
            final var name = names.get(i).isBlank() ? "Label " + (i + 1) : names.get(i);
            final DataColumnSpecCreator creator = unique.newCreator(name, type(i));
            columns.add(creator.createSpec());
        }
        if (!m_columnTexts.isEmpty()) {
            columns.add(unique.newColumn("Columns", StringCell.TYPE));
        }
        return columns.toArray(DataColumnSpec[]::new);
    }

    private DataType type(final int column) {
        return switch (m_labels.type(column)) {
            case INTEGER -> fitsInt(column) ? IntCell.TYPE : LongCell.TYPE;
            case DOUBLE -> DoubleCell.TYPE;
            case BOOLEAN -> BooleanCell.TYPE;
            case STRING -> StringCell.TYPE;
        };
    }

    private boolean fitsInt(final int column) {
        for (int row = 0; row < m_labels.rows(); row++) {
            if (m_labels.value(row, column) instanceof Long l && l.intValue() != l) {
                return false;
            }
        }
        return true;
    }

    private static final class Labels extends AbstractCellFactory {

        private final LabelColumns m_labels;

        private final List<String> m_columns;

        private final int m_labelCount;

        Labels(final LabelColumns labels, final List<String> columnTexts, final DataColumnSpec[] columns) {
            super(columns);
            m_labels = labels;
            m_columns = columnTexts;
            m_labelCount = labels.names().size();
        }

        @Override
        public DataCell[] getCells(final DataRow row, final long rowIndex) {
            final var columns = getColumnSpecs();
            final var cells = new DataCell[columns.length];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cell(i < m_labelCount ? m_labels.value((int)rowIndex, i) : m_columns.get((int)rowIndex),
                    columns[i].getType());
            }
            return cells;
        }

        private static DataCell cell(final Object value, final DataType type) {
            if (value == null) {
                return DataType.getMissingCell();
            }
            if (value instanceof Long l) {
                return type.equals(IntCell.TYPE) ? new IntCell(l.intValue()) : new LongCell(l);
            }
            if (value instanceof Double d) {
                return new DoubleCell(d);
            }
            return value instanceof Boolean b ? (b ? BooleanCell.TRUE : BooleanCell.FALSE) : new StringCell((String)value);
        }
    }
}
