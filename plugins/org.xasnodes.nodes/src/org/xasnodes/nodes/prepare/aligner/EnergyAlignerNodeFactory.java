package org.xasnodes.nodes.prepare.aligner;

import java.util.Optional;
import java.util.stream.Collectors;
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
import org.xasnodes.core.align.Aligner;
import org.xasnodes.nodes.util.RowFailure;
import org.xasnodes.nodes.util.RowProblems;
import org.xasnodes.nodes.view.PictureView;

/** The node Energy Aligner. */
public final class EnergyAlignerNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Energy Aligner") //
        .icon("aligner.png") //
        .shortDescription("Finds the energy shift that brings each spectrum to a reference, and says how sure it is.") //
        .fullDescription("""
                <p>Computed and measured spectra never stand on the same energy axis, and two beamlines
                seldom do. This node finds for each spectrum the shift that brings it to a reference,
                and adds it to the energies; intensities stay as they are.</p>
                <p>By default the shift is that of the highest Pearson correlation of the intensities
                around the edge: all shifts of the range are tried, and the best is refined between the
                steps. Normalise spectra that have a background first, with Spectrum Normalizer.</p>
                <p>The columns beside the aligned spectrum tell whether to believe it: the <i>shift</i>;
                its <i>uncertainty</i> (one standard deviation, from the curvature of the correlation
                and from what is left of the spectrum beside the reference; that two compounds have
                their edges at different energies it cannot know); the <i>score</i>, which is the
                correlation, before and after; the <i>reference</i>; and a <i>flag</i>:</p>
                <ul>
                <li><i>end of range</i>: the shift is at the end of the range that was tried, or beyond
                it;</li>
                <li><i>ambiguous</i>: another shift fits nearly as well;</li>
                <li><i>uncertain</i>: the uncertainty is larger than the step;</li>
                <li><i>little overlap</i>: at any larger shift too little would overlap, or it does
                already;</li>
                <li><i>ok</i>: none of these.</li>
                </ul>
                <p>Shifts are relative to the original energies of a spectrum, which remembers all
                shifts that were ever applied to it. So aligning twice adds nothing. An Energy Shift
                before this node is taken back: it neither moves the result nor the range of shifts. For
                spectra that are 120 eV off, do not shift them by 120 eV first, but search from 110 to
                130 eV.</p>
                """) //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("Spectra", "A table with a column of spectra to align.") //
            .addInputTable("References",
                "A table with a column of reference spectra. Their energies are taken as they are, shifted or not.") //
            .addOutputTable("Aligned",
                "The spectra with their aligned spectrum, shift, uncertainty, scores, flag and reference.")) //
        .model(m -> m //
            .parametersClass(EnergyAlignerParameters.class) //
            .configure(EnergyAlignerNodeFactory::configure) //
            .execute(EnergyAlignerNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("XANES", "XAS", "align", "calibrate", "shift", "correlation", "E0", "energy axis") //
        .addView(v -> PictureView.of(v, "The spectra before and after alignment, with their references as thick lines.",
            input -> AlignerPictures.of(input.getInternalTables()[0])));

    /** Called by KNIME. */
    public EnergyAlignerNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput input, final ConfigureOutput output) throws InvalidSettingsException {
        final EnergyAlignerParameters parameters = input.getParameters();
        parameters.validate();
        final var spec = input.getInTableSpec(0);
        final var columns = AlignerColumns.of(parameters, spec, input.getInTableSpec(1));
        output.setOutSpecs(
            new AlignedTable(spec, parameters, columns, null, null).rearranger(new RowProblems("")).createSpec());
    }

    static void execute(final ExecuteInput input, final ExecuteOutput output)
        throws KNIMEException, CanceledExecutionException {
        final EnergyAlignerParameters parameters = input.getParameters();
        final var table = input.getInTable(0);
        final var referenceTable = input.getInTable(1);
        final var exec = input.getExecutionContext();
        final var leftOut = new RowProblems("references were left out");
        final var problems = new RowProblems("spectra were not aligned");
        final var flagged = new RowProblems("shifts are flagged");
        try {
            final var columns = AlignerColumns.of(parameters, table.getDataTableSpec(), referenceTable.getDataTableSpec());
            final var options = parameters.options();
            final var references = References.of(referenceTable, columns, parameters.m_references, options.window(), exec,
                leftOut);
            final var made = new AlignedTable(table.getDataTableSpec(), parameters, columns, new Aligner(options),
                references);
            final var aligned = exec.createColumnRearrangeTable(table, made.rearranger(problems),
                exec.createSubProgress(0.9));
            output.setOutData(aligned);
            output.setInternalData(
                AlignerPictures.keep(table, columns.spectrum(), aligned, made, references, exec, flagged));
            final var warning = Stream.of(leftOut.warning(referenceTable.size()), problems.warning(table.size()),
                flagged.warning(table.size())).flatMap(Optional::stream).collect(Collectors.joining("\n"));
            if (!warning.isEmpty()) {
                output.setWarningMessage(warning);
            }
        } catch (final InvalidSettingsException e) {
            throw KNIMEException.of(Message.fromSummary(e.getMessage()), e);
        } catch (final RuntimeException e) {
            throw RowFailure.unwrap(e);
        }
    }
}
