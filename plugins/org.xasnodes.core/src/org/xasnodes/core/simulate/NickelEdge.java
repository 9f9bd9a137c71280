package org.xasnodes.core.simulate;

import org.apache.commons.math3.util.FastMath;
import org.xasnodes.core.util.SplitMix64;

/**
 * The noise-free absorption of one nickel site, as a sum of the textbook parts described in {@link XanesSimulator}. All
 * functions are FastMath's, which are written in Java and give the same bits everywhere, unlike java.lang.Math's.
 */
final class NickelEdge {

    /** k^2 in 1/angstrom^2 of a photoelectron of 1 eV: 2 m / hbar^2. */
    private static final double K_SQUARED_PER_EV = 0.262468;

    private static final double SQRT_2 = 1.4142135623730951;

    /** Each for one of the oxidation states; see XanesSimulator for the sources. */
    private static final double[] BOND_ANGSTROM = {2.06, 1.95, 1.88};

    private static final double[] E0_EV = {8344.8, 8346.5, 8348.2};

    private static final double[] PRE_EDGE_EV = {8332.2, 8332.7, 8333.3};

    private static final double[] PRE_EDGE_HEIGHT = {0.02, 0.03, 0.045};

    private static final double[] SHOULDER_HEIGHT = {0.06, 0.11, 0.16};

    private static final double[] WHITE_LINE_HEIGHT = {1.0, 0.88, 0.84};

    private static final double REFERENCE_ANGSTROM = 2.06;

    private final int m_oxidationState;

    private final double m_bondAngstrom;

    private final double m_e0Ev;

    private final double m_halfWidthEv;

    private final double m_whiteLineEv;

    private final double m_whiteLineHeight;

    private final double m_whiteLineSigmaEv;

    private final double m_shoulderEv;

    private final double m_shoulderHeight;

    private final double m_preEdgeEv;

    private final double m_preEdgeHeight;

    private final double m_oxygenAmplitude;

    private final double m_metalAmplitude;

    private final double m_oxygenPhase;

    private final double m_metalPhase;

    private final double m_disorderSquared;

    /** Draws a site; the order of the draws is part of the stored bits of the simulator's test. */
    NickelEdge(final SplitMix64 random) {
        final var state = random.nextInt(XanesSimulator.OXIDATION_STATES.size());
        m_oxidationState = XanesSimulator.OXIDATION_STATES.get(state);
        m_bondAngstrom = BOND_ANGSTROM[state] + scatter(random, 0.02);
        final var contraction = REFERENCE_ANGSTROM / m_bondAngstrom;
        m_e0Ev = E0_EV[state] + scatter(random, 0.25);
        m_halfWidthEv = 1.6 * (1 + scatter(random, 0.1));
        m_whiteLineEv = m_e0Ev + 3.7 * contraction * contraction;
        m_whiteLineHeight = WHITE_LINE_HEIGHT[state] * (1 + scatter(random, 0.08));
        m_whiteLineSigmaEv = 2.1 * (1 + scatter(random, 0.07));
        m_shoulderEv = m_e0Ev - 1.9 + scatter(random, 0.2);
        m_shoulderHeight = SHOULDER_HEIGHT[state] * (1 + scatter(random, 0.2));
        m_preEdgeEv = PRE_EDGE_EV[state] + scatter(random, 0.15);
        m_preEdgeHeight = PRE_EDGE_HEIGHT[state] * (1 + scatter(random, 0.2));
        m_oxygenAmplitude = 0.17 * (1 + scatter(random, 0.12));
        m_metalAmplitude = 0.09 * (1 + scatter(random, 0.2));
        m_oxygenPhase = -1.45 + scatter(random, 0.1);
        m_metalPhase = 0.7 + scatter(random, 0.15);
        m_disorderSquared = 0.006 * (1 + scatter(random, 0.25));
    }

    /** Gaussian, but never further than 3 standard deviations: no widths or heights below 0. */
    private static double scatter(final SplitMix64 random, final double deviation) {
        return deviation * Math.max(-3, Math.min(3, random.nextGaussian()));
    }

    int oxidationState() {
        return m_oxidationState;
    }

    double bondLengthAngstrom() {
        return m_bondAngstrom;
    }

    double e0Ev() {
        return m_e0Ev;
    }

    /** Absorption relative to the edge step. */
    double absorption(final double energyEv) {
        final var aboveEdge = energyEv - m_e0Ev;
        final var step = 0.5 + FastMath.atan(aboveEdge / m_halfWidthEv) / FastMath.PI;
        return step * (1 + (aboveEdge > 0 ? resonances(aboveEdge) : 0))
            + m_whiteLineHeight * gaussian((energyEv - m_whiteLineEv) / m_whiteLineSigmaEv)
            + m_shoulderHeight * gaussian((energyEv - m_shoulderEv) / 2.0)
            + m_preEdgeHeight * gaussian((energyEv - m_preEdgeEv) / 0.8);
    }

    /** Two shells of neighbours; k R is constant at each extremum, hence E - E0 ~ 1/R^2. */
    private double resonances(final double aboveEdgeEv) {
        final var kSquared = K_SQUARED_PER_EV * aboveEdgeEv;
        final var k = Math.sqrt(kSquared);
        // fades in: at the edge itself the white line takes the place of the first resonance
        final var fadeIn = kSquared * kSquared / (kSquared * kSquared + 1.5);
        final var damping = FastMath.exp(-2 * m_disorderSquared * kSquared) / (1 + 0.03 * kSquared);
        return fadeIn * damping * (m_oxygenAmplitude * FastMath.sin(2 * k * m_bondAngstrom + m_oxygenPhase)
            + m_metalAmplitude * FastMath.sin(2 * k * SQRT_2 * m_bondAngstrom + m_metalPhase));
    }

    private static double gaussian(final double x) {
        // beyond 8 standard deviations it is below 1.3e-14
        return x * x > 64 ? 0 : FastMath.exp(-0.5 * x * x);
    }
}
