package org.xasnodes.core.network;

/** Sees when a loss does not fall any more. */
final class Patience {

    private final int m_epochs;

    private final double m_tolerance;

    private double m_least = Double.POSITIVE_INFINITY;

    private double m_toBeat = Double.POSITIVE_INFINITY;

    private int m_inVain;

    /**
     * @param epochs how many in vain are too many; 0: never
     * @param tolerance a fall by no more than this is in vain
     */
    Patience(final int epochs, final double tolerance) {
        m_epochs = epochs;
        m_tolerance = tolerance;
    }

    /**
     * @param loss of the next epoch
     * @return whether it is less than all before
     */
    boolean isLeast(final double loss) {
        if (loss < m_toBeat - m_tolerance) {
            m_toBeat = loss;
            m_inVain = 0;
        } else {
            m_inVain++;
        }
        final var least = loss < m_least;
        m_least = Math.min(m_least, loss);
        return least;
    }

    boolean isOver() {
        return m_epochs > 0 && m_inVain >= m_epochs;
    }
}
