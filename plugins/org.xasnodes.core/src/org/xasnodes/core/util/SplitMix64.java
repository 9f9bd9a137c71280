package org.xasnodes.core.util;

import org.apache.commons.math3.util.FastMath;

/**
 * A small random generator with 64 bits of state, the same on every Java version and processor: G. L. Steele, D. Lea,
 * C. H. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
 * <a href="https://doi.org/10.1145/2660193.2660195">doi 10.1145/2660193.2660195</a>. A generator of its own for each
 * item of a task gives results that do not depend on the order or the number of threads. Not for secrets, not to be
 * shared by threads.
 */
public final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private static final double TWO_PI = 2 * FastMath.PI;

    private long m_state;

    private double m_nextGaussian = Double.NaN;

    /** @param seed any number; each starts another place of the same sequence of 2^64 numbers */
    public SplitMix64(final long seed) {
        m_state = seed;
    }

    /**
     * @param seed the user's seed
     * @param index number of an item, such as a row
     * @return a generator for this item, unrelated to those of other items and seeds
     */
    public static SplitMix64 of(final long seed, final long index) {
        return new SplitMix64(mix(mix(seed + GOLDEN_GAMMA) + index * GOLDEN_GAMMA));
    }

    /** @return 64 random bits */
    public long nextLong() {
        m_state += GOLDEN_GAMMA;
        return mix(m_state);
    }

    /** @return a number in [0, 1), a multiple of 2^-53 */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    /**
     * @param bound above 0
     * @return a whole number in [0, bound); the bias is below bound / 2^53
     */
    public int nextInt(final int bound) {
        return (int)(nextDouble() * bound);
    }

    /** @return a number of the normal distribution with mean 0 and standard deviation 1, by Box and Muller */
    public double nextGaussian() {
        if (!Double.isNaN(m_nextGaussian)) {
            final var gaussian = m_nextGaussian;
            m_nextGaussian = Double.NaN;
            return gaussian;
        }
        // 1 - u is in (0, 1], so that its logarithm is finite
        final var radius = Math.sqrt(-2 * FastMath.log(1 - nextDouble()));
        final var angle = TWO_PI * nextDouble();
        m_nextGaussian = radius * FastMath.sin(angle);
        return radius * FastMath.cos(angle);
    }

    /** The finalizer of the paper, variant 13 of D. Stafford. */
    private static long mix(final long value) {
        var z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
