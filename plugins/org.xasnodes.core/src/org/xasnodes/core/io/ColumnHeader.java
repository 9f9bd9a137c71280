package org.xasnodes.core.io;

import java.util.List;

/**
 * What the text above a table says of it.
 *
 * @param names of the columns
 * @param groupNames names of spectra, one for each column above which one stands, otherwise <code>null</code>
 * @param energyColumn which column holds energies or angles, counted from 0, where the kind of file tells; -1 if it
 *            does not
 * @param muColumn the same for the ready absorption
 * @param facts element, edge and what else stands in it
 * @param instrument whether the labels are of counters, never of samples
 * @param keepsQuiet whether numbers above the table are known to be none of it
 */
record ColumnHeader(ColumnNames names, List<String> groupNames, int energyColumn, int muColumn, HeaderFacts facts,
    boolean instrument, boolean keepsQuiet) {
}
