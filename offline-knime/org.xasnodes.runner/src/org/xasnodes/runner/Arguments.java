package org.xasnodes.runner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.xasnodes.runner.workflow.SettingOverride;
import org.xasnodes.runner.workflow.WorkflowException;

/**
 * The command line.
 *
 * @param workflow a workflow's folder or <code>.knwf</code> file
 * @param settings settings to change
 * @param out where to write tables and pictures
 */
record Arguments(String workflow, List<SettingOverride> settings, Optional<String> out) {

    static final String USAGE = """
        Usage: ./run WORKFLOW [--set "NODE/PATH=value"]... [--out DIR]

        Runs a workflow without KNIME: our nodes are executed, other nodes are reported as "needs KNIME".

        WORKFLOW          the folder of a workflow, or a .knwf file
        --set             changes a setting. NODE is a node's name, or # and its number (with quotes: "#3/..."). PATH
                          is that in the node's settings.xml below "model". The path of a file may be relative to the
                          folder you call from: --set "Spectrum Reader/source/path=my-spectra.csv"
        --out DIR         writes each table as "NN node - port.csv" and each picture as .svg. Numbers have all digits; a
                          spectrum is written as "energy:intensity" pairs with a blank between them, followed by
                          "shift=..." (in eV) and "scale=..." where it has them.

        Exit status: 0 all our nodes ran, 1 one of them failed, 2 wrong use or a damaged workflow, 130 cancelled.
        """;

    /** @throws UsageException if something is missing or unknown */
    static Arguments parse(final String... arguments) throws UsageException {
        String workflow = null;
        String out = null;
        final List<SettingOverride> settings = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--set" -> settings.add(setting(following(arguments, i++)));
                case "--out" -> out = following(arguments, i++);
                default -> {
                    if (arguments[i].startsWith("--")) {
                        throw new UsageException("Unknown option " + arguments[i] + ".");
                    }
                    if (workflow != null) {
                        throw new UsageException("Two workflows are given, '" + workflow + "' and '" + arguments[i]
                            + "'. Put quotes around names with blanks.");
                    }
                    workflow = arguments[i];
                }
            }
        }
        if (workflow == null) {
            throw new UsageException("Which workflow?");
        }
        return new Arguments(workflow, settings, Optional.ofNullable(out));
    }

    private static SettingOverride setting(final String argument) throws UsageException {
        try {
            return SettingOverride.parse(argument);
        } catch (final WorkflowException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static String following(final String[] arguments, final int index) throws UsageException {
        if (index + 1 >= arguments.length) {
            throw new UsageException(arguments[index] + " needs a value after it.");
        }
        return arguments[index + 1];
    }
}
