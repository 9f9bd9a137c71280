package org.xasnodes.core.reduce;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/**
 * What the numbers of a row stand for: a reducer holds only for rows of the feature space it was fitted on.
 *
 * @param feature id of the feature, for example "cdf"; empty if the columns are not of one known feature
 * @param isVector whether the features stand in one vector column
 * @param columns the names of the number columns, in the order of the features, or of the one vector column
 * @param size the number of features; 0 if it is not known yet, as for a vector column whose table is not there
 * @param energiesEv for number columns, the energy each stands for in eV, NaN where there is none; for a vector column the
 *            energies of the spectra it was made of, empty if they are not known
 */
public record FeatureSpace(String feature, boolean isVector, List<String> columns, int size, double[] energiesEv) {

    /** @throws IllegalArgumentException if the parts do not fit each other */
    public FeatureSpace {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || size < 0 || new HashSet<>(columns).size() != columns.size()) {
            throw new IllegalArgumentException("A feature space needs columns with different names.");
        }
        if (isVector ? columns.size() != 1 : columns.size() != size || energiesEv.length != size) {
            throw new IllegalArgumentException(columns.size() + " columns with " + energiesEv.length
                + " energies do not make " + size + " features.");
        }
    }

    /**
     * @param number of features
     * @return the same space, whose size is now known
     */
    public FeatureSpace withSize(final int number) {
        return new FeatureSpace(feature, isVector, columns, number, energiesEv);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof FeatureSpace o && feature.equals(o.feature) && isVector == o.isVector
            && columns.equals(o.columns) && size == o.size && Arrays.equals(energiesEv, o.energiesEv);
    }

    @Override
    public int hashCode() {
        return Objects.hash(feature, isVector, columns, size, Arrays.hashCode(energiesEv));
    }
}
