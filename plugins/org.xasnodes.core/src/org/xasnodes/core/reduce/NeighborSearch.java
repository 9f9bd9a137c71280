package org.xasnodes.core.reduce;

/**
 * Finds the rows nearest to one row: exactly, by the distance of the features themselves, and of equally near ones
 * those with the lower numbers. For one thread; used again for many rows.
 */
final class NeighborSearch {

    private final ProjectedRows m_rows;

    private final int m_neighbors;

    private final int[] m_ids;

    private final double[] m_squares;

    private final double[] m_coordinates;

    private double[] m_flat;

    private int m_from;

    private int m_excluded;

    private int m_found;

    /** The square above which a row is no neighbour. */
    private double m_limit;

    /** The square above which a part of the tree has no neighbour, rounding errors allowed for. */
    private double m_safeLimit;

    private double m_rounding;

    /**
     * @param rows the rows among which the neighbours are
     * @param neighbors how many are sought
     */
    NeighborSearch(final ProjectedRows rows, final int neighbors) {
        m_rows = rows;
        m_neighbors = neighbors;
        m_ids = new int[neighbors];
        m_squares = new double[neighbors];
        m_coordinates = new double[rows.dimensions()];
    }

    /**
     * @param flat rows one after the other
     * @param from where the row begins
     * @param excluded the number of a row that is no neighbour, such as the row itself, or -1
     * @param limit the square of a distance; those further away do not matter
     */
    void begin(final double[] flat, final int from, final int excluded, final double limit) {
        m_flat = flat;
        m_from = from;
        m_excluded = excluded;
        m_found = 0;
        final var norm = m_rows.project(flat, from, m_coordinates);
        m_rounding = m_rows.rounding() + 1e-12 * norm;
        setLimit(limit);
    }

    private void setLimit(final double limit) {
        m_limit = limit;
        final var safe = Math.sqrt(limit) + m_rounding;
        m_safeLimit = safe * safe;
    }

    /** @return the row's coordinates, live */
    double[] coordinates() {
        return m_coordinates;
    }

    /** @return whether rows so far away (squared, between coordinates) may be neighbours */
    boolean admits(final double square) {
        return square <= m_safeLimit;
    }

    /** Takes a row if it is near enough. */
    void offer(final int id) {
        if (id == m_excluded) {
            return;
        }
        final var inputs = m_rows.inputs();
        final var square = ProjectedRows.squaredDistance(m_flat, m_from, m_rows.flat(), id * inputs, inputs, m_limit);
        if (!(square <= m_limit)) {
            return;
        }
        int place = m_found;
        while (place > 0
            && (m_squares[place - 1] > square || m_squares[place - 1] == square && m_ids[place - 1] > id)) {
            place--;
        }
        if (place == m_neighbors) {
            return;
        }
        m_found = Math.min(m_found + 1, m_neighbors);
        for (int i = m_found - 1; i > place; i--) {
            m_ids[i] = m_ids[i - 1];
            m_squares[i] = m_squares[i - 1];
        }
        m_ids[place] = id;
        m_squares[place] = square;
        if (m_found == m_neighbors) {
            setLimit(m_squares[m_neighbors - 1]);
        }
    }

    /** @return how many neighbours there are */
    int found() {
        return m_found;
    }

    /** @return the number of the i-th nearest row */
    int id(final int i) {
        return m_ids[i];
    }

    /** @return the square of the i-th distance */
    double square(final int i) {
        return m_squares[i];
    }
}
