package org.xasnodes.nodes.prepare.averager;

import java.util.Optional;
import java.util.stream.Stream;

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
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;

/** The node Spectrum Averager. */
public final class SpectrumAveragerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Spectrum Averager") //
        .icon("averager.png") //
        .shortDescription("Averages the spectra of each group, with weights: sites to compounds, or repeats to one scan.") //
        .fullDescription("""
                <p>Averages spectra group by group: the computed spectra of the sites of a compound into the spectrum that would
                be measured, or repeated scans into one. Each spectrum can be weighted, for example by how often its site
                occurs.</p>
                <p>The output has one row per group, in the order in which the groups first appear. Number columns are averaged
                with the same weights and are missing where a number of the group is; any other column keeps its value where
                all rows of the group agree, and is missing where they do not. Rows whose spectrum or weight is missing, or
                whose weight is negative, are left out, and a warning says how many.</p>
                <p>Spectra on different grids are brought to one that you state.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra.") //
            .addOutputTable("Averaged", "One row per group with its averaged spectrum and the number of spectra in it.")) //
        .model(m -> m //
            .parametersClass(SpectrumAveragerParameters.class) //
            .configure(SpectrumAveragerNodeFactory::configure) //
            .execute(SpectrumAveragerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "mean", "merge", "group", "sites", "repeats", "scans");

    /** Called by KNIME. */
    public SpectrumAveragerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final SpectrumAveragerParameters parameters = input.getParameters();
        parameters.validate();
        output.setOutSpecs(new AveragedTable(input.getInTableSpec(0), parameters).spec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final SpectrumAveragerParameters parameters = input.getParameters();
        final var leftOut = new RowProblems("rows were left out");
        final var problems = new RowProblems("groups have no average");
        try {
            final var table = input.getInTable(0);
            final var averaged = new AveragedTable(table.getDataTableSpec(), parameters).of(table,
                input.getExecutionContext(), leftOut, problems);
            output.setOutData(averaged);
            Stream.of(leftOut.warning(table.size()), problems.warning(averaged.size())).flatMap(Optional::stream)
                .reduce((first, second) -> first + ". " + second).ifPresent(output::setWarningMessage);
        } catch (final RowFailure e) {
            throw RowFailure.unwrap(e);
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        }
    }
}
