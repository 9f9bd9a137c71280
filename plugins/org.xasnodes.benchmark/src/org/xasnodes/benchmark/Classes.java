package org.xasnodes.benchmark;

import java.util.Arrays;

/**
 * The classes that occur in the training rows, numbered anew from 0 without gaps: a class can be missing in a fold, and
 * models learn only classes that have rows.
 */
final class Classes {

    private final double[] m_present;

    /** @param targets classes of the training rows, as positions among all classes */
    Classes(final double[] targets) {
        m_present = Arrays.stream(targets).distinct().sorted().toArray();
    }

    int count() {
        return m_present.length;
    }

    /**
     * @param targets classes that occur, as positions among all classes
     * @return their numbers here
     */
    double[] numbered(final double[] targets) {
        return Arrays.stream(targets).map(target -> Arrays.binarySearch(m_present, target)).toArray();
    }

    /**
     * @param numbers numbers of classes here
     * @return their positions among all classes
     */
    double[] positions(final double[] numbers) {
        return Arrays.stream(numbers).map(number -> m_present[(int)number]).toArray();
    }
}
