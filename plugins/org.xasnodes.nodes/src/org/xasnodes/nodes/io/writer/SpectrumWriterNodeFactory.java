package org.xasnodes.nodes.io.writer;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.message.Message;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;
import org.xasnodes.core.io.CsvWriter;
import org.xasnodes.core.io.OutputTarget;
import org.xasnodes.core.io.SpectrumWriter;
import org.xasnodes.core.io.XdiWriter;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.io.writer.SpectrumWriterParameters.Format;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.util.SpectrumColumns;

/** The node Spectrum Writer. */
public final class SpectrumWriterNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectrum Writer") //
        .icon("writer.png") //
        .shortDescription(
            "Writes spectra with their labels to XDI files, one for each spectrum, or to one CSV table.") //
        .fullDescription("""
                <p>Writes spectra with their labels to files for other programs, for an archive or for a colleague.</p>
                <ul>
                <li><b>XDI</b>: one file for each spectrum in a folder, in the format for exchanging X-ray absorption
                spectra. A file is named by its row key, in which everything but letters, digits, points, minus signs
                and underscores is replaced by an underscore; equal names get a number. Columns named <i>Name</i>,
                <i>Element</i>, <i>Edge</i> and <i>E0 eV</i>, as <i>Spectrum Reader</i> makes them, become the fields
                that the format has for them. All other labels become fields <i>Label.name</i>, and the row key, the
                scale and the energy shift that was applied become fields <i>XASNodes.row</i>, <i>.scale</i> and
                <i>.applied_shift_ev</i>.</li>
                <li><b>CSV, a row per spectrum</b>: columns <i>row</i>, the labels, and one for each energy. Needs one
                energy grid; use <i>Energy Resampler</i> before this node if there are several.</li>
                <li><b>CSV, a row per point</b>: columns <i>row</i>, <i>energy</i>, <i>intensity</i> and the labels. It
                is meant for other programs, not for <i>Spectrum Reader</i>.</li>
                </ul>
                <p>Energies are in eV. All numbers are written with all digits: from XDI files and from a row per
                spectrum <i>Spectrum Reader</i> makes exactly the same energies and intensities again. Text is encoded
                in UTF-8.</p>
                <p>Missing spectra are left out, and a warning says how many. Files come into sight when all are
                complete; if the node fails or is cancelled before that, nothing is left behind.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra and labels in other columns.")) //
        .model(m -> m //
            .parametersClass(SpectrumWriterParameters.class) //
            .configure(SpectrumWriterNodeFactory::configure) //
            .execute(SpectrumWriterNodeFactory::execute)) //
        .nodeType(NodeType.Sink) //
        .keywords("XANES", "XAS", "export", "save", "XDI", "CSV", "Athena", "Larch")
        .addExternalResource("https://github.com/XraySpectroscopy/XAS-Data-Interchange", "XAS Data Interchange format");

    /** Called by KNIME. */
    public SpectrumWriterNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SpectrumWriterParameters parameters = input.getParameters();
        SpectrumColumns.find(input.getInTableSpec(0), parameters.m_spectrumColumn);
        ChosenTarget.requireChosen(parameters);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final SpectrumWriterParameters parameters = input.getParameters();
        final var table = input.getInTable(0);
        final var spec = table.getDataTableSpec();
        final var progress = new NodeProgress(input.getExecutionContext());
        try {
            final var column = SpectrumColumns.find(spec, parameters.m_spectrumColumn);
            final var labels = parameters.labelColumns(spec);
            ChosenTarget.requireChosen(parameters);
            final var problems = new RowProblems("spectra were not written");
            try (var target = ChosenTarget.open(parameters);
                    var writer = writer(parameters.m_format, target.target(), List.of(labels))) {
                write(table, column, spec.columnsToIndices(labels), writer, problems, progress);
            }
            problems.warning(table.size()).ifPresent(output::setWarningMessage);
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        } catch (final RowFailure e) {
            throw RowFailure.unwrap(e);
        } catch (final IOException | InvalidSettingsException e) {
            // A cancelled node's thread is interrupted, which can look like a file that cannot be written.
            input.getExecutionContext().checkCanceled();
            throw KNIMEException.of(Message.fromSummary(String.valueOf(e.getMessage())), e);
        }
    }

    private static SpectrumWriter writer(final Format format, final OutputTarget target, final List<String> labels)
        throws IOException {
        return switch (format) {
            case XDI -> new XdiWriter(target, labels);
            case CSV_WIDE -> CsvWriter.wide(target, labels);
            case CSV_LONG -> CsvWriter.points(target, labels);
        };
    }

    private static void write(final BufferedDataTable table, final int column, final int[] labels,
        final SpectrumWriter writer, final RowProblems problems, final NodeProgress progress) throws IOException {
        long row = 0;
        long written = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            for (; rows.hasNext(); row++) {
                final var next = rows.next();
                progress.update((double)row / table.size(), "Writing '" + next.getKey().getString() + "'");
                if (next.getCell(column) instanceof SpectrumValue spectrum) {
                    write(next, spectrum, labels, writer);
                    written++;
                } else {
                    problems.add(row, next.getKey(), "the spectrum is missing");
                }
            }
        }
        if (written == 0) {
            throw new IOException(row == 0 ? "The input table has no rows, so there is nothing to write."
                : "All spectra of the input table are missing, so there is nothing to write.");
        }
        progress.update(1, "Putting the files in place");
        writer.finish();
    }

    private static void write(final DataRow row, final SpectrumValue spectrum, final int[] labels,
        final SpectrumWriter writer) throws IOException {
        final var texts = Arrays.stream(labels).mapToObj(row::getCell).map(c -> c.isMissing() ? null : c.toString())
            .toArray(String[]::new);
        try {
            writer.write(row.getKey().getString(), spectrum.spectrum(), texts);
        } catch (final SpectrumException e) {
            throw new RowFailure(row.getKey(), e.getMessage()); // NOSONAR: the message says it all
        }
    }
}
