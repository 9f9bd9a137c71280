package org.xasnodes.nodes.prepare.averager;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.def.DoubleCell;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.prepare.SpectrumAverager;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/** The rows that are averaged into one. */
final class Group {

    private final String m_firstKey;

    private final List<Spectrum> m_spectra = new ArrayList<>();

    private final List<Double> m_weights = new ArrayList<>();

    /** The other cells of each row. */
    private final List<DataCell[]> m_others = new ArrayList<>();

    /** @param firstKey the key of the group's first row, which tells it from the others in messages */
    Group(final String firstKey) {
        m_firstKey = firstKey;
    }

    String firstKey() {
        return m_firstKey;
    }

    void add(final Spectrum spectrum, final double weight, final DataCell[] others) {
        m_spectra.add(spectrum);
        m_weights.add(weight);
        m_others.add(others);
    }

    int size() {
        return m_spectra.size();
    }

    Spectrum average(final EnergyGrid grid, final Resampler.Outside outside) throws SpectrumException {
        if (m_spectra.isEmpty()) {
            throw new SpectrumException("all rows of the group were left out");
        }
        return SpectrumAverager.average(m_spectra, m_weights.stream().mapToDouble(Double::doubleValue).toArray(), grid,
            outside);
    }

    /** @return the weighted mean of a number column; missing if one of its cells is */
    DataCell meanOf(final int other) {
        var sum = 0.0;
        var weights = 0.0;
        for (int i = 0; i < size(); i++) {
            if (!(m_others.get(i)[other] instanceof DoubleValue value)) {
                return DataType.getMissingCell();
            }
            sum += m_weights.get(i) * value.getDoubleValue();
            weights += m_weights.get(i);
        }
        return weights > 0 ? new DoubleCell(sum / weights) : DataType.getMissingCell();
    }

    /** @return the one value of a column in all rows, missing if there are several */
    DataCell commonOf(final int other) {
        if (m_others.isEmpty()) {
            return DataType.getMissingCell();
        }
        final var first = m_others.get(0)[other];
        return m_others.stream().allMatch(cells -> cells[other].equals(first)) ? first : DataType.getMissingCell();
    }
}
