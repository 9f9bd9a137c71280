package org.xasnodes.core.reduce;

import java.util.Arrays;

import org.xasnodes.core.util.Parallel;
import org.xasnodes.core.util.ProgressMonitor;

/**
 * A principal component analysis of rows that are seen once, one after the other. Keeps 1000 rows and, from more rows
 * on, the p x p matrix of sums of products. Rows are taken relative to the first one and summed in blocks, each around
 * its own mean (T. F. Chan, G. H. Golub, R. J. LeVeque, "Algorithms for computing the sample variance", The American
 * Statistician 37 (1983) 242, <a href="https://doi.org/10.1080/00031305.1983.10483115">doi
 * 10.1080/00031305.1983.10483115</a>), so that a large mean costs no digits and a constant feature has a variance of
 * exactly 0. Cost O(n p^2). Not for several threads at once; uses threads itself, with the same bits for any number.
 */
public final class PcaAccumulator {

    /** So many rows are worked in at a time; part of the result's last bits. */
    private static final int BLOCK = 1000;

    /** Rows of the matrix that are one piece of work. */
    private static final int STRIP = 16;

    /** Rows of the block that stay in the processor's cache while a strip is worked in. */
    private static final int TILE = 40;

    private final PcaOptions m_options;

    private final int m_inputs;

    private final int m_threads;

    /** One row more than a block: the last stands for the step from the old mean to the block's. */
    private final double[][] m_block = new double[BLOCK + 1][];

    private int m_inBlock;

    private int m_rows;

    /** The first row, to which all are taken relative. */
    private double[] m_origin;

    /** Relative to the origin. */
    private final double[] m_mean;

    /** Sums of products around the mean, from the diagonal on; null until a block is full. */
    private double[][] m_products;

    /**
     * @param options how many components, standardised or not
     * @param inputs the number of features of a row
     * @param threads at most so many are used, at least 1
     */
    public PcaAccumulator(final PcaOptions options, final int inputs, final int threads) {
        m_options = options;
        m_inputs = inputs;
        m_threads = threads;
        m_mean = new double[inputs];
    }

    /**
     * @param row as many features as said; a copy is taken
     * @throws ReductionException if a number is not finite, or there are too many features for this machine's memory
     * @throws IllegalArgumentException if the row has another number of features
     */
    public void add(final double[] row) throws ReductionException {
        FeatureRows.checkFit(row, m_rows, m_inputs);
        if (m_rows == 0) {
            m_origin = row.clone();
        }
        if (m_inBlock == BLOCK) {
            addBlock();
        }
        if (m_block[m_inBlock] == null) {
            m_block[m_inBlock] = new double[m_inputs];
        }
        final var relative = m_block[m_inBlock];
        for (int j = 0; j < m_inputs; j++) {
            relative[j] = row[j] - m_origin[j];
        }
        m_inBlock++;
        m_rows++;
    }

    /** @return how many rows were added */
    public int rows() {
        return m_rows;
    }

    /**
     * Call once.
     *
     * @param progress is told how far the work is
     * @return the components
     * @throws ReductionException if the rows are fewer than 2 or all equal, or have not so many components, or there
     *             are too many features for this machine's memory
     * @throws java.util.concurrent.CancellationException if the user cancelled
     */
    public PrincipalComponents finish(final ProgressMonitor progress) throws ReductionException {
        final var solver = new PcaSolver(m_options, m_rows, m_threads, progress);
        if (m_products == null && m_rows <= m_inputs) {
            return solver.ofRows(m_origin, Arrays.copyOf(m_block, m_rows));
        }
        if (m_inBlock > 0) {
            addBlock();
        }
        final var mean = m_mean.clone();
        for (int j = 0; j < m_inputs; j++) {
            mean[j] += m_origin[j];
        }
        return solver.ofProducts(mean, m_products);
    }

    private void addBlock() throws ReductionException {
        if (m_products == null) {
            m_products = PcaSolver.newMatrix(m_inputs, "columns", Runtime.getRuntime().maxMemory());
        }
        final var blockMean = center(m_block, m_inBlock);
        final var before = m_rows - m_inBlock;
        if (m_block[m_inBlock] == null) {
            m_block[m_inBlock] = new double[m_inputs];
        }
        // Chan's term for two means: the product of their difference with itself, as if of one row more
        final var weight = Math.sqrt((double)before * m_inBlock / m_rows);
        for (int j = 0; j < m_inputs; j++) {
            final var step = blockMean[j] - m_mean[j];
            m_block[m_inBlock][j] = weight * step;
            m_mean[j] += step * ((double)m_inBlock / m_rows);
        }
        final var used = m_inBlock + 1;
        m_inBlock = 0;
        Parallel.run((m_inputs + STRIP - 1) / STRIP, m_threads, ProgressMonitor.NONE, "",
            strip -> addProducts(strip, used));
    }

    /**
     * Takes the mean off the rows.
     *
     * @param rows are changed
     * @param count how many of them
     * @return the mean
     */
    static double[] center(final double[][] rows, final int count) {
        final var mean = new double[rows[0].length];
        for (int i = 0; i < count; i++) {
            Vectors.addScaled(mean, 1, rows[i]);
        }
        for (int j = 0; j < mean.length; j++) {
            mean[j] /= count;
        }
        for (int i = 0; i < count; i++) {
            Vectors.addScaled(rows[i], -1, mean);
        }
        return mean;
    }

    private void addProducts(final int strip, final int rows) {
        final var end = Math.min(m_inputs, (strip + 1) * STRIP);
        for (int first = 0; first < rows; first += TILE) {
            final var last = Math.min(rows, first + TILE);
            for (int i = strip * STRIP; i < end; i++) {
                addTile(m_products[i], i, first, last);
            }
        }
    }

    /** Adds entry i times each row's entries from i on. */
    private void addTile(final double[] sums, final int i, final int first, final int last) {
        int r = first;
        for (; r + 3 < last; r += 4) { // four rows for each time that the sums are read and written
            addFour(sums, i, m_block[r], m_block[r + 1], m_block[r + 2], m_block[r + 3]);
        }
        for (; r < last; r++) {
            final var row = m_block[r];
            final var factor = row[i];
            for (int j = i; j < sums.length; j++) {
                sums[j] += factor * row[j];
            }
        }
    }

    private static void addFour(final double[] sums, final int i, final double[] a, final double[] b, final double[] c,
        final double[] d) {
        final var ai = a[i];
        final var bi = b[i];
        final var ci = c[i];
        final var di = d[i];
        for (int j = i; j < sums.length; j++) {
            sums[j] += ai * a[j] + bi * b[j] + (ci * c[j] + di * d[j]);
        }
    }
}
