package org.xasnodes.nodes.prepare.aligner;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.DefaultRow;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.xasnodes.core.picture.SpectraPicture;
import org.xasnodes.core.picture.SpectraPicture.Curve;
import org.xasnodes.nodes.spectrum.SpectrumCell;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.Pictures;
import org.xasnodes.nodes.view.Pictures.Picture;

/** The spectra before and after, with their references, as the node keeps and shows them. */
final class AlignerPictures {

    private static final int MAX_SPECTRA = SpectraPicture.MAX_CURVES - 20;

    private static final int MAX_REFERENCES = 20;

    private static final int MAX_HIGHLIGHTED = 3;

    private static final String REFERENCE = "reference";

    private AlignerPictures() {
    }

    private static DataTableSpec spec() {
        return new DataTableSpec(new DataColumnSpecCreator("kind", StringCell.TYPE).createSpec(),
            new DataColumnSpecCreator("before", SpectrumCell.TYPE).createSpec(),
            new DataColumnSpecCreator("after", SpectrumCell.TYPE).createSpec());
    }

    /**
     * Goes through both tables once.
     *
     * @param before the input table, and the position of its spectra
     * @param after the output table, whose rows are the same
     * @param made knows the output's columns
     * @param flagged where shifts are counted that have a flag
     * @return what to keep for the view
     */
    static BufferedDataTable keep(final BufferedDataTable before, final int spectrum, final BufferedDataTable after,
        final AlignedTable made, final References references, final ExecutionContext exec, final RowProblems flagged)
        throws CanceledExecutionException {
        final var container = exec.createDataContainer(spec());
        final var step = Math.max(1, (after.size() + MAX_SPECTRA - 1) / MAX_SPECTRA);
        long index = 0;
        try (CloseableRowIterator old = before.iterator(); CloseableRowIterator rows = after.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final var was = old.next().getCell(spectrum);
                final var row = rows.next();
                count(index, row, made.flagColumn(), flagged);
                if (index % step == 0 && !row.getCell(made.alignedColumn()).isMissing()) {
                    container.addRowToTable(new DefaultRow(RowKey.createRowKey(index), new StringCell("spectrum"), was,
                        row.getCell(made.alignedColumn())));
                }
                index++;
            }
        }
        for (final var reference : references.all().stream().limit(MAX_REFERENCES).toList()) {
            final DataCell cell = new SpectrumCell(reference.reference().spectrum());
            container.addRowToTable(new DefaultRow(RowKey.createRowKey(index), new StringCell(REFERENCE), cell, cell));
            index++;
        }
        container.close();
        return container.getTable();
    }

    private static void count(final long index, final DataRow row, final int flagColumn, final RowProblems flagged) {
        final var flag = row.getCell(flagColumn);
        if (!flag.isMissing() && !AlignedTable.NO_FLAG.equals(flag.toString())) {
            flagged.add(index, row.getKey(), flag.toString());
        }
    }

    static Pictures of(final BufferedDataTable kept) {
        return Pictures.of(new Picture("Before", svg(kept, "Before alignment", 1)),
            new Picture("After", svg(kept, "After alignment", 2)));
    }

    private static String svg(final BufferedDataTable kept, final String title, final int column) {
        final List<Curve> curves = new ArrayList<>();
        var references = 0;
        try (CloseableRowIterator rows = kept.iterator()) {
            while (rows.hasNext()) {
                final var row = rows.next();
                final var spectrum = ((SpectrumValue)row.getCell(column)).spectrum();
                final var kind = row.getCell(0).toString();
                references += REFERENCE.equals(kind) ? 1 : 0;
                // of many, thick lines would hide the spectra
                curves.add(new Curve(kind, spectrum.grid().toArray(), spectrum.intensities(), Double.NaN, kind,
                    REFERENCE.equals(kind) && references <= MAX_HIGHLIGHTED));
            }
        }
        return SpectraPicture.svg(title, "Energy (eV)", "Intensity", curves);
    }
}
