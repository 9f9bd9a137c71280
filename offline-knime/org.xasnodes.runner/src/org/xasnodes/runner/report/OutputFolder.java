package org.xasnodes.runner.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.PortObject;
import org.xasnodes.runner.execution.NodeRun;

/**
 * Where tables, pictures and views go: <code>NN node - port.csv</code>, <code>NN node - port - column.svg</code>,
 * <code>NN node - view.html</code> and <code>NN node - view - title.svg</code>; <code>report.html</code> for all.
 */
public final class OutputFolder {

    /** In the names of a view's files, where those of outputs have the port. */
    static final String VIEW = "view";

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
     * @param trouble takes a sentence if its view fails
     * @return the files written for its outputs and its view
     * @throws IOException if one cannot be written
     */
    public List<Path> write(final NodeRun node, final Consumer<String> trouble) throws IOException {
        final List<Path> files = new ArrayList<>();
        final List<String> ports = node.outputNames();
        for (int i = 0; i < ports.size(); i++) {
            final PortObject object = node.output(i).orElse(null);
            if (object instanceof BufferedDataTable table) {
                final String name = FileNames.safe(name(node, ports.get(i)));
                final Path file = m_folder.resolve(name + ".csv");
                CsvTable.write(table, file);
                files.add(file);
                files.addAll(TablePictures.write(table, name, m_folder));
            }
        }
        files.addAll(ViewFiles.write(node, name(node, VIEW), m_folder, trouble));
        return files;
    }

    /**
     * @param page tells of all nodes
     * @return the file written
     * @throws IOException if it cannot be written
     */
    public Path write(final ReportPage page) throws IOException {
        final Path file = m_folder.resolve("report.html");
        page.write(file);
        return file;
    }

    private static String name(final NodeRun node, final String part) {
        return String.format(Locale.ROOT, "%02d %s - %s", node.node().id(), node.node().name(), part);
    }
}
