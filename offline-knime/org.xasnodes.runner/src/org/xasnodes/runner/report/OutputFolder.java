package org.xasnodes.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.xasnodes.runner.execution.NodeRun;

/** Where tables and pictures go: <code>NN node - port.csv</code> and <code>NN node - port - column.svg</code>. */
public final class OutputFolder {

    private final Path m_folder;

    private OutputFolder(final Path folder) {
        m_folder = folder;
    }

    /**
     * @param folder is made if it is not there
     * @return the folder
     * @throws IOException if it cannot be made
     */
    public static OutputFolder create(final Path folder) throws IOException {
        return new OutputFolder(Files.createDirectories(folder));
    }

    /**
     * @param node that was executed
     * @return the files written for its outputs
     * @throws IOException if one cannot be written
     */
    public List<Path> write(final NodeRun node) throws IOException {
        final List<Path> files = new ArrayList<>();
        final List<String> ports = node.outputNames();
        for (int i = 0; i < ports.size(); i++) {
            final PortObject object = node.output(i).orElse(null);
            if (object instanceof BufferedDataTable table) {
                final String name = FileNames.safe(
                    String.format(Locale.ROOT, "%02d %s - %s", node.node().id(), node.node().name(), ports.get(i)));
                final Path file = m_folder.resolve(name + ".csv");
                CsvTable.write(table, file);
                files.add(file);
                files.addAll(TablePictures.write(table, name, m_folder));
            }
        }
        return files;
    }
}
