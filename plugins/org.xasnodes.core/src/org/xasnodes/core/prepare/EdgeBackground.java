package org.xasnodes.core.prepare;

/**
 * The pre-edge line and the post-edge polynomial of one spectrum with an edge at a given energy, as
 * <code>pre_edge</code> of <a href="https://xraypy.github.io/xraylarch/">Larch</a> (2026.3) fits them, with its
 * choices: the pre-edge ends before the point nearest to its upper end, the post-edge before the point nearest to its
 * upper end and so always before the last point of the scan; both begin at the last point at or below their lower end.
 * The edge step is the post-edge polynomial (fitted to what is left above the pre-edge) at the point nearest to E0.
 * <p>
 * The fits are computed by orthogonal polynomials and differ from Larch's by its rounding, about 1e-9 of the step.
 * Nothing is judged here: see {@link SpectrumNormalizer}.
 */
final class EdgeBackground {

    /** Points before the edge from which on the default range is rounded to 5 instead of 2 eV. */
    private static final int LONG_PRE_EDGE = 20;

    private final double[] m_energies;

    private final double[] m_aboveLine;

    private final PolynomialFit m_postEdge;

    private final EdgeFit m_fit;

    private final int m_edgeIndex;

    private final double m_measuredStep;

    private final double m_scatter;

    private final boolean m_hasPreEdge;

    private final boolean m_hasPostEdge;

    /**
     * @param energies ascending, at least 3
     * @param mu one intensity for each
     * @param options what to fit; its E0 is not used
     * @param e0 the edge energy, between the second and the second last energy
     */
    EdgeBackground(final double[] energies, final double[] mu, final EdgeStepOptions options, final double e0) {
        m_energies = energies;
        m_edgeIndex = nearest(energies, e0);
        final var pre = preRange(energies, options, e0, m_edgeIndex);
        final var steps = lastAtOrBelow(energies, e0, pre[1]) - lastAtOrBelow(energies, e0, pre[0]);
        final var victoreen = steps < 3 ? 0 : options.victoreen();
        final var preDegree = steps < 3 ? 0 : options.preEdgeDegree();
        final var from = lastAtOrBelow(energies, 0, pre[0] + e0);
        final var least = Math.min(energies.length, from + 1 + preDegree);
        final var to = Math.max(nearest(energies, pre[1] + e0), least);
        m_aboveLine = aboveLine(energies, mu, from, to, preDegree, victoreen);
        m_scatter = scatter(energies, m_aboveLine, from, to);
        m_hasPreEdge = from < m_edgeIndex;

        final var norm = postRange(energies, options, e0);
        var postFrom = Math.max(0, Math.min(lastAtOrBelow(energies, 0, norm[0] + e0), energies.length - 3));
        final var postTo = nearest(energies, norm[1] + e0);
        var degree = options.postEdgeDegree().orElse(defaultDegree(norm[1] - norm[0]));
        if (postTo - postFrom < 2) {
            postFrom = Math.max(0, Math.min(postFrom - 2, postTo - 1));
            degree = 0;
        } else if (postTo - postFrom < 5) {
            degree = Math.min(1, degree);
        }
        m_hasPostEdge = postTo > m_edgeIndex + 1;
        m_postEdge = PolynomialFit.of(energies, m_aboveLine, postFrom, Math.max(postTo, postFrom + 1), degree);
        m_measuredStep = m_postEdge.at(energies[m_edgeIndex]);
        m_fit = new EdgeFit(e0, options.edgeStep().orElse(Math.abs(m_measuredStep)), pre[0], pre[1], norm[0], norm[1],
            preDegree, victoreen, degree);
    }

    /** Lower and upper end of the pre-edge range relative to E0. */
    private static double[] preRange(final double[] energies, final EdgeStepOptions options, final double e0,
        final int edgeIndex) {
        final var rounding = edgeIndex > LONG_PRE_EDGE ? 5.0 : 2.0;
        final var low = Math.max(options.pre1Ev().orElse(rounding * Math.rint((energies[1] - e0) / rounding)),
            energies[0] - e0);
        final var high = options.pre2Ev().orElse(0.5 * low);
        return new double[]{Math.min(low, high), Math.max(low, high)};
    }

    /** Lower and upper end of the post-edge range relative to E0. */
    private static double[] postRange(final double[] energies, final EdgeStepOptions options, final double e0) {
        final var end = energies[energies.length - 1] - e0;
        final var wanted = options.norm2Ev().orElse(5 * Math.rint(end / 5));
        final var high = wanted < 0 ? end : Math.min(wanted, end);
        final var low = options.norm1Ev().orElse(Math.min(25, 5 * Math.rint(high / 15)));
        final var upper = Math.max(low, high);
        return new double[]{Math.min(Math.min(low, high), upper - 2), upper};
    }

    private static int defaultDegree(final double range) {
        if (range < 30) {
            return 0;
        }
        return range < 300 ? 1 : 2;
    }

    private static double[] aboveLine(final double[] energies, final double[] mu, final int from, final int to,
        final int degree, final int victoreen) {
        final var weighted = victoreen == 0 ? mu : new double[mu.length];
        for (int i = 0; victoreen > 0 && i < mu.length; i++) {
            weighted[i] = mu[i] * Math.pow(energies[i], victoreen);
        }
        final var line = PolynomialFit.of(energies, weighted, from, to, degree);
        final var result = new double[mu.length];
        for (int i = 0; i < mu.length; i++) {
            final var value = line.at(energies[i]);
            result[i] = mu[i] - (victoreen == 0 ? value : value * Math.pow(energies[i], -victoreen));
        }
        return result;
    }

    /** Root mean square around a line of their own: a slope that a constant pre-edge leaves is no scatter. */
    private static double scatter(final double[] energies, final double[] values, final int from, final int to) {
        final var line = PolynomialFit.of(energies, values, from, to, 1);
        var sum = 0.0;
        for (int i = from; i < to; i++) {
            final var residual = values[i] - line.at(energies[i]);
            sum += residual * residual;
        }
        return Math.sqrt(sum / (to - from));
    }

    /** The first of the nearest energies. */
    static int nearest(final double[] energies, final double energy) {
        final var below = lastAtOrBelow(energies, 0, energy);
        if (below == energies.length - 1) {
            return below;
        }
        return Math.abs(energies[below] - energy) <= Math.abs(energies[below + 1] - energy) ? below : below + 1;
    }

    /** The last index whose energy less <code>origin</code> is at or below <code>value</code>, or else 0. */
    private static int lastAtOrBelow(final double[] energies, final double origin, final double value) {
        var low = 0;
        var high = energies.length;
        while (high - low > 1) {
            final var middle = (low + high) >>> 1;
            if (energies[middle] - origin <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @return what was used */
    EdgeFit fit() {
        return m_fit;
    }

    /** @return the index of the energy nearest to E0 */
    int edgeIndex() {
        return m_edgeIndex;
    }

    /** @return the post-edge polynomial at E0 with its sign, also where a step was given */
    double measuredStep() {
        return m_measuredStep;
    }

    /** @return root mean square distance of the pre-edge points from a line */
    double preEdgeScatter() {
        return m_scatter;
    }

    /** @return whether a point below E0 was used for the pre-edge */
    boolean hasPreEdge() {
        return m_hasPreEdge;
    }

    /** @return whether a point above E0 was used for the post-edge */
    boolean hasPostEdge() {
        return m_hasPostEdge;
    }

    /**
     * @param flatten whether to subtract the post-edge polynomial from E0 on, and to add its value at E0
     * @return the intensities above the pre-edge, divided by the edge step
     */
    double[] normalised(final boolean flatten) {
        final var result = m_aboveLine.clone();
        final var atEdge = m_postEdge.at(m_energies[m_edgeIndex]);
        for (int i = 0; i < result.length; i++) {
            if (flatten && i >= m_edgeIndex) {
                result[i] = result[i] - m_postEdge.at(m_energies[i]) + atEdge;
            }
            result[i] /= m_fit.edgeStep();
        }
        return result;
    }
}
