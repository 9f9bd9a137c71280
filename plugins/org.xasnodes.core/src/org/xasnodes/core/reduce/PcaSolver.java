package org.xasnodes.core.reduce;

import java.util.Arrays;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * Finds principal components: the eigenvectors of the features' covariances or, for fewer rows than features, of the
 * rows' inner products (the Gram matrix), whichever is the smaller matrix.
 */
final class PcaSolver {

    private static final String MESSAGE = "Finding the principal components";

    /** A share of the variance counts as reached if so little is missing: rounding errors of the sum. */
    private static final double SHARE_ROUNDING = 1e-12;

    /** A standard deviation below this part of the mean is rounding: the feature is constant (2^-50). */
    private static final double CONSTANT = 0x1p-50;

    private final PcaOptions m_options;

    private final int m_rows;

    private final int m_threads;

    private final ProgressMonitor m_progress;

    PcaSolver(final PcaOptions options, final int rows, final int threads, final ProgressMonitor progress)
        throws ReductionException {
        if (rows < 2) {
            throw new ReductionException("A principal component analysis needs at least 2 rows, but there "
                + (rows == 1 ? "is 1." : "are none."));
        }
        m_options = options;
        m_rows = rows;
        m_threads = threads;
        m_progress = progress;
    }

    /**
     * @param size of the square matrix
     * @param what it has a row and a column for
     * @param memory in bytes, half of which the matrix may take
     * @return zeros
     * @throws ReductionException if it does not fit
     */
    static double[][] newMatrix(final int size, final String what, final long memory) throws ReductionException {
        final var fitting = fitting(memory);
        if (size > fitting) {
            throw new ReductionException("A principal component analysis of " + size + " " + what
                + " needs a matrix of " + size + " x " + size + " numbers; about " + fitting + " " + what
                + " fit into this program's memory. Take fewer " + what + ", or give the program more memory.");
        }
        return new double[size][size];
    }

    /** @return the size of the largest square matrix that takes half of so many bytes */
    static int fitting(final long memory) {
        return (int)Math.min(Integer.MAX_VALUE, Math.sqrt(memory / 2.0 / Double.BYTES));
    }

    /**
     * @param origin is added to each row; left unchanged
     * @param rows not more than features; used up
     * @return the components
     * @throws ReductionException if all rows are equal, or there are not so many components
     */
    PrincipalComponents ofRows(final double[] origin, final double[][] rows) throws ReductionException {
        final var mean = PcaAccumulator.center(rows, m_rows);
        Vectors.addScaled(mean, 1, origin);
        final var squares = new double[mean.length];
        for (final var row : rows) {
            for (int j = 0; j < squares.length; j++) {
                squares[j] += row[j] * row[j];
            }
        }
        final var scale = scale(mean, squares);
        for (final var row : rows) {
            for (int j = 0; j < scale.length; j++) {
                row[j] /= scale[j];
            }
        }
        final var gram = newMatrix(m_rows, "rows", Runtime.getRuntime().maxMemory());
        Parallel.run(m_rows, m_threads, ProgressMonitor.NONE, MESSAGE, i -> {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = Vectors.dot(rows[i], rows[j]);
            }
        });
        for (int i = 0; i < m_rows; i++) {
            for (int j = 0; j < i; j++) {
                gram[j][i] = gram[i][j];
            }
        }
        final var eigen = new SymmetricEigen(gram, m_progress, MESSAGE);
        final var variances = variances(eigen.values(), mean.length);
        final var components = directions(rows, eigen.vectors(kept(variances, mean.length)));
        return result(mean, scale, components, variances);
    }

    /** The directions in the space of the features: sums of the rows. Without variance any direction will do. */
    private static double[][] directions(final double[][] rows, final double[][] weights) {
        final var inputs = rows[0].length;
        final var directions = new double[weights.length][inputs];
        int unit = 0;
        for (int c = 0; c < weights.length; c++) {
            for (int i = 0; i < rows.length; i++) {
                Vectors.addScaled(directions[c], weights[c][i], rows[i]);
            }
            while (!Vectors.orthonormalize(directions[c], directions, c)) {
                Arrays.fill(directions[c], 0);
                directions[c][unit++] = 1;
            }
        }
        return directions;
    }

    /**
     * @param mean of the features
     * @param products sums of products around the mean, from the diagonal on; used up
     * @return the components
     * @throws ReductionException if all rows are equal, or there are not so many components
     */
    PrincipalComponents ofProducts(final double[] mean, final double[][] products) throws ReductionException {
        final var squares = new double[mean.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = products[i][i];
        }
        final var scale = scale(mean, squares);
        for (int i = 0; i < mean.length; i++) {
            for (int j = i; j < mean.length; j++) {
                products[i][j] /= scale[i] * scale[j];
                products[j][i] = products[i][j];
            }
        }
        final var eigen = new SymmetricEigen(products, m_progress, MESSAGE);
        final var variances = variances(eigen.values(), mean.length);
        return result(mean, scale, eigen.vectors(kept(variances, mean.length)), variances);
    }

    private PrincipalComponents result(final double[] mean, final double[] scale, final double[][] components,
        final double[] variances) {
        for (final var component : components) {
            Vectors.fixSign(component);
        }
        m_progress.update(1, MESSAGE);
        return new PrincipalComponents(m_rows, mean, scale, components, variances);
    }

    /** What each feature is divided by: 1 without standardising. */
    private double[] scale(final double[] mean, final double[] squares) throws ReductionException {
        final var scale = new double[mean.length];
        var total = 0.0;
        for (int j = 0; j < scale.length; j++) {
            total += squares[j];
            final var deviation = Math.sqrt(squares[j] / m_rows);
            scale[j] = m_options.standardize() && deviation > CONSTANT * Math.abs(mean[j]) ? deviation : 1;
        }
        if (total == 0) {
            throw new ReductionException("All " + m_rows
                + " rows are equal, so there is no variance to find components of.");
        }
        if (!Double.isFinite(total)) {
            throw new ReductionException("The numbers are too large: the sum of their squares overflows. Normalize the "
                + "spectra first.");
        }
        return scale;
    }

    private double[] variances(final double[] values, final int inputs) {
        final var variances = Arrays.copyOf(values, Math.min(m_rows - 1, inputs));
        for (int c = 0; c < variances.length; c++) {
            variances[c] = Math.max(0, variances[c] / (m_rows - 1)); // below 0 are rounding errors
        }
        return variances;
    }

    private int kept(final double[] variances, final int inputs) throws ReductionException {
        if (m_options.components().isPresent()) {
            final var number = m_options.components().getAsInt();
            if (number > variances.length) {
                throw new ReductionException(number + " components were asked for, but there can be " + variances.length
                    + " at most: one less than rows (" + m_rows + "), and not more than columns (" + inputs
                    + "). Give more rows, or ask for fewer components.");
            }
            return number;
        }
        final var needed = Arrays.stream(variances).sum() * (m_options.varianceShare().getAsDouble() - SHARE_ROUNDING);
        var sum = 0.0;
        for (int c = 0; c < variances.length; c++) {
            sum += variances[c];
            if (sum >= needed) {
                return c + 1;
            }
        }
        return variances.length;
    }
}
