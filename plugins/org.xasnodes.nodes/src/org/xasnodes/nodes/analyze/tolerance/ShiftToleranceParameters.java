package org.xasnodes.nodes.analyze.tolerance;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.xasnodes.core.align.ShiftTolerance.Feature;
import org.xasnodes.core.align.ShiftTolerance.Part;
import org.xasnodes.core.feature.CumulativeDistribution;
import org.xasnodes.core.feature.IntensityFeatures;
import org.xasnodes.core.feature.WaveletFeatures;
import org.xasnodes.core.feature.peaks.GaussianPeaks;
import org.xasnodes.core.feature.peaks.PeakOptions;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.nodes.util.GridSettings;
import org.xasnodes.nodes.util.OnProblem;
import org.xasnodes.nodes.util.SpectrumColumns;

/** Settings of Shift Tolerance. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class ShiftToleranceParameters implements NodeParameters {

    private static final int MAX_SHIFTS = 10_000;

    @Section(title = "Shifts")
    interface ShiftSection {
    }

    @Section(title = "Features")
    @After(ShiftSection.class)
    interface FeatureSection {
    }

    @Widget(title = "Spectrum column", description = "The column with the spectra, all on one energy grid.")
    @ChoicesProvider(SpectrumColumns.Choices.class)
    String m_spectrumColumn;

    @Widget(title = "First shift (eV)", description = "The lowest shift.")
    @Layout(ShiftSection.class)
    double m_firstShiftEv = -5;

    @Widget(title = "Last shift (eV)", description = "The highest shift.")
    @Layout(ShiftSection.class)
    double m_lastShiftEv = 5;

    @Widget(title = "Number of shifts", description = "The number of equally spaced shifts, the first and the last included.")
    @NumberInputWidget(minValidation = GridSettings.AtLeastTwo.class)
    @Layout(ShiftSection.class)
    int m_shifts = 21;

    @Widget(title = "Intensity", description = "Whether to compare the intensities.")
    @Layout(FeatureSection.class)
    boolean m_intensity = true;

    @Widget(title = "CDF", description = "Whether to compare the cumulative distribution functions.")
    @Layout(FeatureSection.class)
    boolean m_cdf = true;

    @Widget(title = "Wavelet transform", description = "Whether to compare the wavelet transforms with the widths 1 to 10.")
    @Layout(FeatureSection.class)
    boolean m_wavelet = true;

    @Widget(title = "Gaussian peaks",
        description = "Whether to compare the heights of 20 fitted Gaussian peaks. Their centers, thousands of eV, would make "
            + "any two spectra alike. Takes much longer than the other features: about 30 spectra a second and core with 21 "
            + "shifts.")
    @Layout(FeatureSection.class)
    boolean m_peaks;

    @Widget(title = "If a spectrum cannot be compared",
        description = "What to do with a spectrum that is missing or flat, or has no such feature: leave it out with a warning, "
            + "or fail.")
    @Advanced
    @Layout(FeatureSection.class)
    OnProblem m_onProblem = OnProblem.MISSING;

    ShiftToleranceParameters() {
    }

    ShiftToleranceParameters(final NodeParametersInput input) {
        m_spectrumColumn = SpectrumColumns.guess(input);
    }

    @Override
    public void validate() throws InvalidSettingsException {
        if (!(Double.isFinite(m_firstShiftEv) && Double.isFinite(m_lastShiftEv) && m_firstShiftEv < m_lastShiftEv)) {
            throw new InvalidSettingsException("The first shift (" + m_firstShiftEv + " eV) must be below the last ("
                + m_lastShiftEv + " eV).");
        }
        if (m_shifts < 2 || m_shifts > MAX_SHIFTS) {
            throw new InvalidSettingsException(
                "The number of shifts must be from 2 to " + MAX_SHIFTS + ", not " + m_shifts + ".");
        }
        if (names().isEmpty()) {
            throw new InvalidSettingsException("Choose at least one feature.");
        }
    }

    double[] shiftsEv() {
        final var shifts = new double[m_shifts];
        for (int i = 0; i < m_shifts; i++) {
            shifts[i] = m_firstShiftEv + i * (m_lastShiftEv - m_firstShiftEv) / (m_shifts - 1);
        }
        return shifts;
    }

    /** @return the names of the chosen features, in the order of {@link #features} */
    List<String> names() {
        final List<String> names = new ArrayList<>();
        if (m_intensity) {
            names.add(IntensityFeatures.ID);
        }
        if (m_cdf) {
            names.add(CumulativeDistribution.ID);
        }
        if (m_wavelet) {
            names.add(WaveletFeatures.ID);
        }
        if (m_peaks) {
            names.add("peak heights");
        }
        return names;
    }

    List<Feature> features(final EnergyGrid grid) throws InvalidSettingsException {
        final List<Feature> features = new ArrayList<>();
        for (final var name : names()) {
            features.add(switch (name) {
                case IntensityFeatures.ID -> new Feature(name, new IntensityFeatures(), Part.ALL);
                case CumulativeDistribution.ID -> new Feature(name, new CumulativeDistribution(), Part.ALL);
                case WaveletFeatures.ID -> new Feature(name, new WaveletFeatures(), Part.ALL);
                default -> peaks(name, grid);
            });
        }
        return features;
    }

    private static Feature peaks(final String name, final EnergyGrid grid) throws InvalidSettingsException {
        try {
            return new Feature(name, new GaussianPeaks(grid, PeakOptions.DEFAULTS), Part.HEIGHTS);
        } catch (final IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }
}
