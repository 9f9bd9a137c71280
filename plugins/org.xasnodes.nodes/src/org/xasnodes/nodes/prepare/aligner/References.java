package org.xasnodes.nodes.prepare.aligner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.xasnodes.core.align.EnergyWindow;
import org.xasnodes.core.align.Reference;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;
import org.xasnodes.nodes.spectrum.SpectrumValue;
import org.xasnodes.nodes.util.RowProblems;

/** The references that a row may be aligned to. Safe to use from several threads once made. */
final class References {

    /** A reference and what it is called in the output. */
    record Named(String name, Reference reference) {
    }

    /** The references of a group, or why there are none. */
    private record Group(List<Named> references, String problem) {
    }

    /** By the cell in the group column of the spectra; one for all if it is -1. */
    private final Map<DataCell, Group> m_groups = new LinkedHashMap<>();

    private final int m_groupColumn;

    private References(final int groupColumn) {
        m_groupColumn = groupColumn;
    }

    /**
     * @param table the reference table
     * @param columns the positions of the columns
     * @param choice which reference is for whom
     * @param window the energies that count
     * @param exec knows of a cancel
     * @param leftOut where references are counted that cannot be used
     * @return the references
     * @throws InvalidSettingsException if none is left
     */
    static References of(final BufferedDataTable table, final AlignerColumns columns,
        final EnergyAlignerParameters.References choice, final EnergyWindow window, final ExecutionContext exec,
        final RowProblems leftOut) throws InvalidSettingsException, CanceledExecutionException {
        final Map<DataCell, Map<String, Spectrum>> read = new LinkedHashMap<>();
        long index = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext()) {
                exec.checkCanceled();
                final var row = rows.next();
                final var group = columns.referenceGroup() < 0 ? null : row.getCell(columns.referenceGroup());
                if (!(row.getCell(columns.reference()) instanceof SpectrumValue value)) {
                    leftOut.add(index, row.getKey(), "the spectrum is missing");
                } else if (group != null && group.isMissing()) {
                    leftOut.add(index, row.getKey(), "the group is missing");
                } else {
                    read.computeIfAbsent(group, g -> new LinkedHashMap<>()).put(row.getKey().getString(),
                        value.spectrum());
                }
                index++;
            }
        }
        if (read.isEmpty()) {
            throw new InvalidSettingsException("There is no spectrum in the reference table.");
        }
        final var references = new References(columns.group());
        for (final var group : read.entrySet()) {
            references.m_groups.put(group.getKey(), choice == EnergyAlignerParameters.References.BEST
                ? all(group.getValue(), window) : mean(group.getValue(), window));
        }
        if (choice != EnergyAlignerParameters.References.GROUP) {
            final var only = references.m_groups.get(null);
            if (only.references.isEmpty()) {
                throw new InvalidSettingsException("The reference cannot be used. " + only.problem);
            }
        }
        return references;
    }

    private static Group mean(final Map<String, Spectrum> spectra, final EnergyWindow window) {
        final var first = spectra.keySet().iterator().next();
        try {
            final var mean = spectra.size() == 1 ? spectra.get(first) : Reference.mean(List.copyOf(spectra.values()));
            final var name = spectra.size() == 1 ? first : "mean of " + spectra.size();
            return new Group(List.of(new Named(name, new Reference(mean, window))), "");
        } catch (final SpectrumException e) { // NOSONAR: the message says it all
            return new Group(List.of(), "Reference '" + first + "'" + (spectra.size() == 1 ? ": " : " and others: ")
                + e.getMessage());
        }
    }

    /** Those that can be used. */
    private static Group all(final Map<String, Spectrum> spectra, final EnergyWindow window) {
        final List<Named> usable = new ArrayList<>();
        var problem = "";
        for (final var spectrum : spectra.entrySet()) {
            try {
                usable.add(new Named(spectrum.getKey(), new Reference(spectrum.getValue(), window)));
            } catch (final SpectrumException e) { // NOSONAR: the message says it all
                problem = problem.isEmpty() ? "Reference '" + spectrum.getKey() + "': " + e.getMessage() : problem;
            }
        }
        return new Group(usable, problem);
    }

    /**
     * @param row a row of the spectra
     * @return the references that it may be aligned to, at least one
     * @throws SpectrumException if there is none; says why
     */
    List<Named> of(final DataRow row) throws SpectrumException {
        final var cell = m_groupColumn < 0 ? null : row.getCell(m_groupColumn);
        if (cell != null && cell.isMissing()) {
            throw new SpectrumException("the group is missing");
        }
        final var group = m_groups.get(cell);
        if (group == null) {
            throw new SpectrumException("there is no reference for the group '" + cell + "'");
        }
        if (group.references.isEmpty()) {
            throw new SpectrumException(group.problem);
        }
        return group.references;
    }

    /** @return all that can be used */
    List<Named> all() {
        return m_groups.values().stream().flatMap(g -> g.references.stream()).toList();
    }
}
