package org.xasnodes.nodes.spectrum;

import java.io.IOException;
import java.util.Objects;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataCellDataInput;
import org.knime.core.data.DataCellDataOutput;
import org.knime.core.data.DataCellSerializer;
import org.knime.core.data.DataType;
import org.xasnodes.core.spectrum.Spectrum;

/** The cell of a spectrum. */
public final class SpectrumCell extends DataCell implements SpectrumValue {

    private static final long serialVersionUID = 1;

    /** The type of columns of spectra. */
    public static final DataType TYPE = DataType.getType(SpectrumCell.class);

    private final Spectrum m_spectrum;

    /**
     * @param spectrum the spectrum to hold
     */
    public SpectrumCell(final Spectrum spectrum) {
        m_spectrum = Objects.requireNonNull(spectrum);
    }

    @Override
    public Spectrum spectrum() {
        return m_spectrum;
    }

    @Override
    protected boolean equalsDataCell(final DataCell other) {
        return m_spectrum.equals(((SpectrumCell)other).m_spectrum);
    }

    @Override
    public int hashCode() {
        return m_spectrum.hashCode();
    }

    @Override
    public String toString() {
        return m_spectrum.toString();
    }

    /** Writes and reads spectra in KNIME's tables; the layout is that of {@link SpectrumCodec}. */
    public static final class Serializer implements DataCellSerializer<SpectrumCell> {

        private final SpectrumCodec m_codec = new SpectrumCodec();

        @Override
        public void serialize(final SpectrumCell cell, final DataCellDataOutput output) throws IOException {
            m_codec.write(cell.m_spectrum, output);
        }

        @Override
        public SpectrumCell deserialize(final DataCellDataInput input) throws IOException {
            return new SpectrumCell(m_codec.read(input));
        }
    }
}
