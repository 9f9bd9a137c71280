package org.xasnodes.nodes.io.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

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
import org.xasnodes.core.io.ReaderOptions;
import org.xasnodes.core.io.SpectrumFileException;
import org.xasnodes.core.io.SpectrumFiles;
import org.xasnodes.core.io.SpectrumRecord;
import org.xasnodes.core.io.SpectrumSink;
import org.xasnodes.core.io.SpectrumSource;
import org.xasnodes.nodes.io.reader.SpectrumReaderParameters.OnBadFile;
import org.xasnodes.nodes.util.NodeProgress;
import org.xasnodes.nodes.util.RowProblems;

/** The node Spectrum Reader. */
public final class SpectrumReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectrum Reader") //
        .icon("reader.png") //
        .shortDescription("Reads X-ray absorption spectra and their labels from one file or from all files of a folder.") //
        .fullDescription("""
                <p>Reads X-ray absorption spectra from one file, or from all files of a folder and its subfolders. What a file
                is shows from its content; its name does not matter. It may be compressed with gzip. These are read:</p>
                <ul>
                <li>beamline files: XDI, and text with columns and any header; where there is no absorption it is formed from the
                counts, ln(I0/It) or If/I0;</li>
                <li>Athena projects, of Athena and of Demeter, with their energy shifts;</li>
                <li>NeXus files (HDF5) with NXxas entries;</li>
                <li>theory codes: FEFF (xmu.dat), FDMNES, OCEAN, XSpectra, exciting, VASP (CORE_DIELECTRIC_IMAG.dat);</li>
                <li>XAS JSON of pymatgen and the Materials Project;</li>
                <li>a table in a text file (CSV) with one row per spectrum: columns whose name is a number are energies in eV,
                all others are labels;</li>
                <li>a data set as Python's pandas writes it (<i>to_json</i>), with columns of intensities and energies, and
                labels; structures in it are skipped.</li>
                </ul>
                <p>Every label, such as the oxidation state or a bond length, becomes a column. Which columns of a file were taken
                as energy and absorption, and in which unit, stands in the column 'Columns'; it can be overruled. Data sets that
                hold intensities only need an energy grid, see the options.</p>
                <p>Energies that descend are sorted, intensities at repeated energies are averaged, and a message says so. A
                spectrum with a fault becomes a missing value, a file with a fault is skipped, and all others are read.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addOutputTable("Spectra", "One row per spectrum, with its file, name, element, edge and labels.")) //
        .model(m -> m //
            .parametersClass(SpectrumReaderParameters.class) //
            .configure(SpectrumReaderNodeFactory::configure) //
            .execute(SpectrumReaderNodeFactory::execute)) //
        .nodeType(NodeType.Source) //
        .keywords("XANES", "XAS", "import", "load", "XDI", "Athena", "FEFF", "VASP", "NeXus", "CSV", "JSON", "beamline");

    /** Called by KNIME. */
    public SpectrumReaderNodeFactory() {
        super(NODE);
    }

    /** The columns are only known once the files were read: no spec before execution. */
    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SpectrumReaderParameters parameters = input.getParameters();
        parameters.validate();
        ChosenFiles.requireChosen(parameters.m_source);
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final SpectrumReaderParameters parameters = input.getParameters();
        try {
            ChosenFiles.requireChosen(parameters.m_source);
            final var options = new ReaderOptions(parameters.grid(), Runtime.getRuntime().availableProcessors(),
                parameters.m_columns.choice());
            final var exec = input.getExecutionContext();
            exec.setMessage("Looking for files");
            try (var files = ChosenFiles.open(parameters.m_source)) {
                final var reading = new Reading(new SpectrumTable(exec), parameters.m_onBadFile);
                reading.read(files, options, new NodeProgress(exec));
                output.setOutData(reading.m_table.finish());
                reading.warning().ifPresent(output::setWarningMessage);
            }
        } catch (final CancellationException e) {
            throw NodeProgress.canceled(e);
        } catch (final InvalidSettingsException | SpectrumFileException | IOException e) {
            throw KNIMEException.of(Message.fromSummary(String.valueOf(e.getMessage())), e);
        }
    }

    /** Reads file after file and keeps what the user has to know. */
    private static final class Reading {

        /** Enough for all that can be said of one file, few enough for a message about a folder. */
        private static final int MOST_NOTES = 4;

        final SpectrumTable m_table;

        private final OnBadFile m_onBadFile;

        private final RowProblems m_missing = new RowProblems("spectra are missing");

        private final List<String> m_skipped = new ArrayList<>();

        private final List<String> m_cut = new ArrayList<>();

        private final List<String> m_notes = new ArrayList<>();

        private int m_files;

        Reading(final SpectrumTable table, final OnBadFile onBadFile) {
            m_table = table;
            m_onBadFile = onBadFile;
        }

        void read(final ChosenFiles files, final ReaderOptions options, final NodeProgress progress)
            throws SpectrumFileException, IOException {
            final double count = files.files().size();
            for (final var file : files.files()) {
                final var done = m_files++;
                final var before = m_table.size();
                final var name = files.uniqueName(file);
                progress.update(done / count, "Reading " + name);
                try {
                    SpectrumFiles.read(SpectrumSource.of(file), options, sink(name, files.relativeName(file)),
                        (fraction, message) -> progress.update((done + fraction) / count, "Reading " + name));
                } catch (final SpectrumFileException | IOException e) {
                    // A cancelled node's thread is interrupted, which can look like a damaged file.
                    progress.update(done / count, "Reading " + name);
                    if (m_onBadFile == OnBadFile.FAIL || count == 1 && m_table.size() == 0) {
                        throw e;
                    }
                    // What a damaged file gave before its fault is good, and stays.
                    (m_table.size() > before ? m_cut : m_skipped).add(e.getMessage());
                }
            }
            if (m_table.size() == 0) {
                throw new IOException("No spectrum was read from " + m_files + " files. The first says: "
                    + m_skipped.stream().findFirst().orElse("there are no rows"));
            }
        }

        private SpectrumSink sink(final String uniqueName, final String file) {
            return new SpectrumSink() {
                @Override
                public void spectrum(final SpectrumRecord spectrum) {
                    final var row = m_table.size();
                    final var key = m_table.add(uniqueName, file, spectrum);
                    if (spectrum.spectrum() == null) {
                        m_missing.add(row, key, spectrum.problem());
                    }
                }

                @Override
                public void note(final String message) {
                    m_notes.add(uniqueName + ": " + message);
                }
            };
        }

        private Optional<String> fileProblems(final List<String> messages, final String what) {
            if (messages.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(m_files == 1 ? "The file was " + what + ": " + messages.get(0)
                : String.format(Locale.ROOT, "%,d of %,d files %s %s: %s", messages.size(), m_files,
                    messages.size() == 1 ? "was" : "were", what, messages.get(0)));
        }

        Optional<String> warning() {
            final var parts = new ArrayList<String>();
            fileProblems(m_skipped, "skipped").ifPresent(parts::add);
            fileProblems(m_cut, "read in part").ifPresent(parts::add);
            m_missing.warning(m_table.size()).ifPresent(parts::add);
            parts.addAll(m_notes.subList(0, Math.min(MOST_NOTES, m_notes.size())));
            if (m_notes.size() > MOST_NOTES) {
                parts.add(String.format(Locale.ROOT, "(and %,d more like this)", m_notes.size() - MOST_NOTES));
            }
            return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
        }
    }
}
