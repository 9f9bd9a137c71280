package org.xasnodes.nodes.prepare.aligner;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.MissingCell;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.xasnodes.core.align.AlignFlag;
import org.xasnodes.core.align.Aligner;
import org.xasnodes.core.align.Reference;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumOutput;

/** Makes the output table: the aligned spectrum, its shift, and what tells whether to believe it. */
final class AlignedTable {

    /** What stands where nothing is wrong. */
    static final String NO_FLAG = "ok";

    private final EnergyAlignerParameters m_parameters;

    private final DataTableSpec m_spec;

    private final AlignerColumns m_columns;

    private final Aligner m_aligner;

    /** <code>null</code> while the node is configured. */
    private final References m_references;

    AlignedTable(final DataTableSpec spec, final EnergyAlignerParameters parameters, final AlignerColumns columns,
        final Aligner aligner, final References references) {
        m_parameters = parameters;
        m_spec = spec;
        m_columns = columns;
        m_aligner = aligner;
        m_references = references;
    }

    /** @param problems where spectra are counted that cannot be aligned */
    ColumnRearranger rearranger(final RowProblems problems) {
        return m_parameters.m_output.rearranger(m_spec, m_columns.spectrum(), m_parameters.m_newColumn, Optional.empty(),
            this::cells, m_parameters.m_onProblem, problems, column("shift eV", DoubleCell.TYPE),
            column("shift uncertainty eV", DoubleCell.TYPE), column("score before", DoubleCell.TYPE),
            column("score after", DoubleCell.TYPE), column("alignment flag", StringCell.TYPE),
            column("reference", StringCell.TYPE));
    }

    /** @return the position of the aligned spectra in the output table */
    int alignedColumn() {
        return m_parameters.m_output == SpectrumOutput.REPLACE ? m_columns.spectrum() : m_spec.getNumColumns();
    }

    /** @return the position of the flags in the output table: before the reference, which is the last */
    int flagColumn() {
        return m_spec.getNumColumns() + (m_parameters.m_output == SpectrumOutput.REPLACE ? 4 : 5);
    }

    private static DataColumnSpec column(final String name, final DataType type) {
        return new DataColumnSpecCreator(name, type).createSpec();
    }

    private DataCell[] cells(final Spectrum spectrum, final DataRow row) throws SpectrumException {
        final var references = m_references.of(row);
        final var best = best(spectrum, row, references.stream().map(References.Named::reference).toList());
        final var found = best.alignment();
        final var flag = found.flags().stream().map(AlignFlag::text).collect(Collectors.joining(", "));
        return new DataCell[]{new SpectrumCell(found.spectrum()), new DoubleCell(found.shiftEv()),
            number(found.uncertaintyEv(), "not known"), number(found.scoreBefore(), "too little overlap"),
            number(found.scoreAfter(), "too little overlap"), new StringCell(flag.isEmpty() ? NO_FLAG : flag),
            new StringCell(references.get(best.reference()).name())};
    }

    private Aligner.Best best(final Spectrum spectrum, final DataRow row, final List<Reference> references)
        throws SpectrumException {
        return m_columns.shift() < 0 ? m_aligner.best(spectrum, references)
            : m_aligner.bestGiven(spectrum, references, shift(row));
    }

    private static DataCell number(final double value, final String ifMissing) {
        return Double.isFinite(value) ? new DoubleCell(value) : new MissingCell(ifMissing);
    }

    private double shift(final DataRow row) throws SpectrumException {
        final var name = m_spec.getColumnSpec(m_columns.shift()).getName();
        if (!(row.getCell(m_columns.shift()) instanceof DoubleValue value)) {
            throw new SpectrumException("the shift in the column '" + name + "' is missing");
        }
        if (!Double.isFinite(value.getDoubleValue())) {
            throw new SpectrumException("the shift in the column '" + name + "' is " + value.getDoubleValue());
        }
        return value.getDoubleValue();
    }
}
