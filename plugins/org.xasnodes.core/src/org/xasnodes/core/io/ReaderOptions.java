package org.xasnodes.core.io;

import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * How files are read.
 *
 * @param gridForFilesWithoutEnergies the energies of files that hold intensities only; <code>null</code>: such files
 *            are refused
 * @param threads the number of threads that parse large files, at least 1; the result does not depend on it
 * @param columns which columns of a column file are energy and intensity; overrules what the reader finds
 */
public record ReaderOptions(EnergyGrid gridForFilesWithoutEnergies, int threads, ColumnChoice columns) {

    /**
     * @throws IllegalArgumentException if there is no thread
     */
    public ReaderOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("At least 1 thread is needed, not " + threads + ".");
        }
        if (columns == null) {
            throw new IllegalArgumentException("A choice of columns is needed; ColumnChoice.AUTO leaves it to the "
                + "reader.");
        }
    }

    /** The reader finds the columns itself. */
    public ReaderOptions(final EnergyGrid gridForFilesWithoutEnergies, final int threads) {
        this(gridForFilesWithoutEnergies, threads, ColumnChoice.AUTO);
    }
}
