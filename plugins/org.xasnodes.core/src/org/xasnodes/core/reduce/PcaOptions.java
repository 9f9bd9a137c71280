package org.xasnodes.core.reduce;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a principal component analysis is made: so many components, or as many as a share of the variance needs.
 *
 * @param components the number of components, at least 1; empty if the share decides
 * @param varianceShare the fewest components are kept whose variances add up to this share of the total, above 0 and at
 *            most 1; empty if the number decides
 * @param standardize whether each feature is divided by its standard deviation (of n rows divided by n, as
 *            scikit-learn's StandardScaler does, not by n - 1); a constant feature is divided by 1
 */
public record PcaOptions(OptionalInt components, OptionalDouble varianceShare, boolean standardize) {

    /**
     * @throws IllegalArgumentException if not exactly one of number and share is given, or it is out of range
     * @throws NullPointerException if an argument is null
     */
    public PcaOptions {
        if (components.isPresent() == varianceShare.isPresent()) {
            throw new IllegalArgumentException(
                "Either the number of components or the share of variance must be given.");
        }
        if (components.orElse(1) < 1) {
            throw new IllegalArgumentException("The number of components must be at least 1, not "
                + components.getAsInt() + ".");
        }
        final var share = varianceShare.orElse(1);
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("The share of variance must be above 0 and at most 1, not " + share
                + ".");
        }
    }

    /**
     * @param number of components
     * @return options without standardising
     */
    public static PcaOptions ofComponents(final int number) {
        return new PcaOptions(OptionalInt.of(number), OptionalDouble.empty(), false);
    }

    /**
     * @param share of the variance
     * @return options without standardising
     */
    public static PcaOptions ofVarianceShare(final double share) {
        return new PcaOptions(OptionalInt.empty(), OptionalDouble.of(share), false);
    }

    /**
     * @param value whether to standardise
     * @return these options with it
     */
    public PcaOptions withStandardize(final boolean value) {
        return new PcaOptions(components, varianceShare, value);
    }
}
