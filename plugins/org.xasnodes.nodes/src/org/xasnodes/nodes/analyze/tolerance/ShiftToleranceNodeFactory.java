package org.xasnodes.nodes.analyze.tolerance;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.knime.core.data.DataRow;
import org.knime.core.data.RowKey;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.align.ShiftTolerance;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.core.util.Parallel;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.FeatureColumns;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumColumns;
import org.xasnodes.nodes.view.PictureView;

/** The node Shift Tolerance. */
public final class ShiftToleranceNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Shift Tolerance") //
        .icon("tolerance.png") //
        .shortDescription("Measures how alike each feature of a spectrum stays when the spectrum is shifted in energy.") //
        .fullDescription("""
                <p>A model that was trained on computed spectra meets measured ones, which stand a
                little elsewhere on the energy axis. This node tells which features bear that: it shifts
                each spectrum by each of several shifts, makes its features again, and takes the Pearson
                correlation with the features of the spectrum as it was. A feature that stays near 1
                hardly sees the shift.</p>
                <p>Shifted spectra stay on the grid: between points they are interpolated linearly, and
                outside the first and last intensity go on. This is figure 10 of Chen et al.; there, and
                on most spectra, the cumulative distribution (CDF) stays above the others.</p>
                <p>The output has one row for each shift; for each feature the mean of the correlations
                of all spectra, and the lowest of them.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra on one energy grid.") //
            .addOutputTable("Tolerance", "For each shift the mean and the lowest correlation of each feature.")) //
        .model(m -> m //
            .parametersClass(ShiftToleranceParameters.class) //
            .configure(ShiftToleranceNodeFactory::configure) //
            .execute(ShiftToleranceNodeFactory::execute)) //
        .nodeType(NodeType.Other) //
        .keywords("XANES", "XAS", "shift", "robustness", "correlation", "CDF") //
        .addExternalResource("https://arxiv.org/abs/2310.07049",
            "Chen et al., Robust machine learning inference from XANES") //
        .addView(v -> PictureView.of(v, "The mean correlation of each feature over the shift.",
            input -> ToleranceTable.pictures(input.getInternalTables()[0])));

    /** A spectrum and where it stands. */
    private record Row(long index, RowKey key, Spectrum spectrum) {
    }

    /** Called by KNIME. */
    public ShiftToleranceNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final ShiftToleranceParameters parameters = input.getParameters();
        parameters.validate();
        SpectrumColumns.find(input.getInTableSpec(0), parameters.m_spectrumColumn);
        output.setOutSpecs(ToleranceTable.spec(parameters.names()));
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final ShiftToleranceParameters parameters = input.getParameters();
        final var table = input.getInTable(0);
        final var exec = input.getExecutionContext();
        final var problems = new RowProblems("spectra were left out");
        try {
            final var column = SpectrumColumns.find(table.getDataTableSpec(), parameters.m_spectrumColumn);
            final var grid = FeatureColumns.requireGridOf(table, column);
            final var rows = read(table, column, grid, parameters.m_onProblem, exec, problems);
            final var tolerance = measure(rows, grid, parameters, exec, problems);
            final var warning = problems.warning(table.size());
            if (tolerance.isEmpty()) {
                throw new InvalidSettingsException("No spectrum could be compared. " + warning.orElse("") + ".");
            }
            final var result = tolerance.table(exec);
            output.setOutData(result);
            output.setInternalData(result);
            warning.ifPresent(output::setWarningMessage);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        } catch (final RowFailure e) {
            throw RowFailure.unwrap(e);
        }
    }

    private static List<Row> read(final BufferedDataTable table, final int column, final EnergyGrid grid,
        final OnProblem onProblem, final ExecutionContext exec, final RowProblems problems)
        throws CanceledExecutionException {
        final List<Row> spectra = new ArrayList<>();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final DataRow row = rows.next();
                if (row.getCell(column) instanceof SpectrumValue value) {
                    FeatureColumns.requireGrid(grid, value.spectrum());
                    spectra.add(new Row(index, row.getKey(), value.spectrum()));
                } else {
                    leftOut(new Row(index, row.getKey(), null), "the spectrum is missing", onProblem, problems);
                }
                index++;
            }
        }
        return spectra;
    }

    private static ToleranceTable measure(final List<Row> rows, final EnergyGrid grid,
        final ShiftToleranceParameters parameters, final ExecutionContext exec, final RowProblems problems)
        throws InvalidSettingsException {
        final var shifts = parameters.shiftsEv();
        final var tolerance = new ShiftTolerance(grid, parameters.features(grid), shifts);
        final var correlations = new double[rows.size()][][];
        final var messages = new String[rows.size()];
        Parallel.run(rows.size(), Runtime.getRuntime().availableProcessors(), new NodeProgress(exec),
            "Shifting spectra", i -> {
                try {
                    correlations[i] = tolerance.of(rows.get(i).spectrum);
                } catch (final SpectrumException e) {
                    messages[i] = e.getMessage();
                }
            });
        final var sum = new ToleranceTable(parameters.names(), shifts);
        for (int i = 0; i < correlations.length; i++) { // in the order of the rows, so that the sums have the same bits
            if (correlations[i] == null) {
                leftOut(rows.get(i), messages[i], parameters.m_onProblem, problems);
            } else {
                sum.add(correlations[i]);
            }
        }
        return sum;
    }

    private static void leftOut(final Row row, final String reason, final OnProblem onProblem,
        final RowProblems problems) {
        if (onProblem == OnProblem.FAIL) {
            throw new RowFailure(row.key, reason);
        }
        problems.add(row.index, row.key, reason);
    }
}
