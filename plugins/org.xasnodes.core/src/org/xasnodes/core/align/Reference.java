package org.xasnodes.core.align;

import java.util.List;

import org.xasnodes.core.prepare.GridSuggestion;
import org.xasnodes.core.prepare.Resampler;
import org.xasnodes.core.prepare.SpectrumAverager;
import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * A spectrum that others are aligned to, prepared once: its intensities and derivatives as splines. Its energies are
 * taken as they are, with whatever shift was applied to them. Safe to use from several threads.
 */
public final class Reference {

    private final Spectrum m_spectrum;

    private final double m_lowEv;

    private final double m_highEv;

    private final Values m_values;

    private final CubicSpline m_intensity;

    /** By the half width of their smoothing; made when needed. */
    private final CubicSpline[] m_slopes = new CubicSpline[Slopes.levels()];

    /**
     * @param spectrum the reference
     * @param window which of its energies count
     * @throws SpectrumException if fewer than 5 points lie in the window, all intensities are the same, or the window
     *             is relative to the edge and none is found
     */
    public Reference(final Spectrum spectrum, final EnergyWindow window) throws SpectrumException {
        m_spectrum = spectrum;
        final var ends = window.in(spectrum);
        m_lowEv = ends[0];
        m_highEv = ends[1];
        m_values = new Values(spectrum, spectrum.grid().toArray());
        final var x = m_values.energies();
        var inside = 0;
        for (final var energy : x) {
            inside += energy >= m_lowEv && energy <= m_highEv ? 1 : 0;
        }
        if (inside < Overlap.MIN_POINTS) {
            throw new SpectrumException("The reference (" + spectrum.grid() + ") has " + inside
                + " points in the energy window, but at least " + Overlap.MIN_POINTS + " are needed.");
        }
        m_intensity = new CubicSpline(x, m_values.centred());
    }

    /**
     * The mean of several references.
     *
     * @param spectra at least one
     * @return their mean on their grid; if their grids differ, on equally spaced energies that all have in common
     * @throws SpectrumException if there is none, or they have no energies in common
     */
    public static Spectrum mean(final List<Spectrum> spectra) throws SpectrumException {
        return SpectrumAverager.average(spectra, null,
            GridSuggestion.commonGrid(spectra.stream().map(Spectrum::grid).toList()), Resampler.Outside.MISSING);
    }

    /** @return the reference itself */
    public Spectrum spectrum() {
        return m_spectrum;
    }

    double lowEv() {
        return m_lowEv;
    }

    double highEv() {
        return m_highEv;
    }

    /** What lies between the intensities that count and zero, in the unit of the spline. */
    double offset() {
        return m_values.mean();
    }

    CubicSpline intensity() {
        return m_intensity;
    }

    /** An energy by which the reference is known. */
    Landmark landmark(final AlignMethod method) throws SpectrumException {
        try {
            return Landmark.of(method, m_spectrum);
        } catch (final SpectrumException e) {
            throw new SpectrumException("The reference: " + e.getMessage());
        }
    }

    CubicSpline slope(final int level) {
        synchronized (m_slopes) {
            if (m_slopes[level] == null) {
                final var x = m_values.energies();
                m_slopes[level] = new CubicSpline(x, Slopes.of(x, m_values.centred(), level));
            }
            return m_slopes[level];
        }
    }
}
