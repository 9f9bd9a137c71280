package org.xasnodes.core.reduce;

/**
 * Rows in halves of halves, each cut across its widest coordinate, with the box around each part: finds the nearest
 * rows without looking at all (J. H. Friedman, J. L. Bentley, R. A. Finkel, <a
 * href="https://doi.org/10.1145/355744.355745">doi 10.1145/355744.355745</a>). The coordinates only tell which parts to
 * leave out; see {@link NeighborSearch}. Cost of building O(n log n).
 */
final class KdTree {

    private static final int LEAF = 16;

    private final ProjectedRows m_rows;

    private final int m_dimensions;

    /** Row numbers, in the order of the leaves. */
    private final int[] m_ids;

    /** Coordinates in the order of the leaves. */
    private final double[] m_points;

    private final int m_levels;

    /** Of node i (whose halves are 2 i + 1 and 2 i + 2): the least of each coordinate, then the largest. */
    private final double[] m_boxes;

    /**
     * @param rows the rows and their coordinates
     * @param ids numbers of the rows that are in the tree, at least one; used up
     */
    KdTree(final ProjectedRows rows, final int[] ids) {
        m_rows = rows;
        m_dimensions = rows.dimensions();
        m_ids = ids;
        int levels = 0;
        while (ids.length >> levels > LEAF) {
            levels++;
        }
        m_levels = levels;
        m_boxes = new double[((2 << levels) - 1) * 2 * m_dimensions];
        build(0, 0, 0, ids.length);
        m_points = new double[ids.length * m_dimensions];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(rows.coordinates(), ids[i] * m_dimensions, m_points, i * m_dimensions, m_dimensions);
        }
    }

    private void build(final int node, final int level, final int from, final int to) {
        final var box = node * 2 * m_dimensions;
        final var coordinates = m_rows.coordinates();
        int widest = 0;
        var width = -1.0;
        for (int c = 0; c < m_dimensions; c++) {
            var least = Double.POSITIVE_INFINITY;
            var largest = Double.NEGATIVE_INFINITY;
            for (int i = from; i < to; i++) {
                final var value = coordinates[m_ids[i] * m_dimensions + c];
                least = Math.min(least, value);
                largest = Math.max(largest, value);
            }
            m_boxes[box + c] = least;
            m_boxes[box + m_dimensions + c] = largest;
            if (largest - least > width) {
                width = largest - least;
                widest = c;
            }
        }
        if (level < m_levels) {
            final var middle = (from + to) >>> 1;
            select(from, to, middle, widest);
            build(2 * node + 1, level + 1, from, middle);
            build(2 * node + 2, level + 1, middle, to);
        }
    }

    /**
     * Exchanges rows until those before the middle are not above those from it on (C. A. R. Hoare's quickselect).
     */
    private void select(final int from, final int to, final int middle, final int coordinate) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            final var pivot = value((low + high) >>> 1, coordinate);
            int i = low;
            int j = high;
            while (i <= j) {
                while (value(i, coordinate) < pivot) {
                    i++;
                }
                while (value(j, coordinate) > pivot) {
                    j--;
                }
                if (i <= j) {
                    final var id = m_ids[i];
                    m_ids[i++] = m_ids[j];
                    m_ids[j--] = id;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private double value(final int place, final int coordinate) {
        return m_rows.coordinates()[m_ids[place] * m_dimensions + coordinate];
    }

    /** @return the rows that the tree's numbers refer to */
    ProjectedRows rows() {
        return m_rows;
    }

    /** @return the row numbers, in an order in which neighbours are often near each other; live */
    int[] ids() {
        return m_ids;
    }

    /** Shows a search all rows that may be near enough. */
    void visit(final NeighborSearch search) {
        if (search.admits(squaredDistanceToBox(search.coordinates(), 0))) {
            visit(search, 0, 0, 0, m_ids.length);
        }
    }

    private void visit(final NeighborSearch search, final int node, final int level, final int from, final int to) {
        if (level == m_levels) {
            for (int i = from; i < to; i++) {
                if (search.admits(squaredDistance(search.coordinates(), i))) {
                    search.offer(m_ids[i]);
                }
            }
            return;
        }
        final var middle = (from + to) >>> 1;
        final var left = squaredDistanceToBox(search.coordinates(), 2 * node + 1);
        final var right = squaredDistanceToBox(search.coordinates(), 2 * node + 2);
        if (left <= right) {
            if (search.admits(left)) {
                visit(search, 2 * node + 1, level + 1, from, middle);
            }
            if (search.admits(right)) {
                visit(search, 2 * node + 2, level + 1, middle, to);
            }
        } else {
            if (search.admits(right)) {
                visit(search, 2 * node + 2, level + 1, middle, to);
            }
            if (search.admits(left)) {
                visit(search, 2 * node + 1, level + 1, from, middle);
            }
        }
    }

    private double squaredDistance(final double[] coordinates, final int place) {
        final var from = place * m_dimensions;
        var sum = 0.0;
        for (int c = 0; c < m_dimensions; c++) {
            final var difference = coordinates[c] - m_points[from + c];
            sum += difference * difference;
        }
        return sum;
    }

    private double squaredDistanceToBox(final double[] coordinates, final int node) {
        final var box = node * 2 * m_dimensions;
        var sum = 0.0;
        for (int c = 0; c < m_dimensions; c++) {
            final var value = coordinates[c];
            final var below = m_boxes[box + c] - value;
            final var above = value - m_boxes[box + m_dimensions + c];
            final var outside = Math.max(0, Math.max(below, above));
            sum += outside * outside;
        }
        return sum;
    }
}
