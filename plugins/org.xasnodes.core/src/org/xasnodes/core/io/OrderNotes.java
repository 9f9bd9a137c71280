package org.xasnodes.core.io;

/** Counts what was done to the order of energies in a file, so that it is told once and not for every spectrum. */
final class OrderNotes {

    private int m_sorted;

    private String m_firstSorted;

    private int m_merged;

    private int m_mergedPoints;

    private String m_firstMerged;

    /**
     * @param arrangement of the next spectrum
     * @param where the spectrum, <code>null</code> if there is just one or all are alike
     */
    void add(final Arrangement arrangement, final String where) {
        if (arrangement.sorted() && m_sorted++ == 0) {
            m_firstSorted = where;
        }
        if (arrangement.merged() > 0 && m_merged++ == 0) {
            m_firstMerged = where;
        }
        m_mergedPoints += arrangement.merged();
    }

    void tell(final SpectrumSink sink) {
        if (m_sorted > 0) {
            sink.note((m_firstSorted == null ? "Energies" : "In " + Texts.spectra(m_sorted) + " energies")
                + " did not ascend and were sorted" + first(m_firstSorted) + ".");
        }
        if (m_merged > 0) {
            sink.note((m_firstMerged == null ? "" : "In " + Texts.spectra(m_merged) + " ") + m_mergedPoints
                + (m_mergedPoints == 1 ? " repeated energy was" : " repeated energies were") + " averaged"
                + first(m_firstMerged) + ".");
        }
    }

    private static String first(final String where) {
        return where == null ? "" : " (first: " + where + ")";
    }
}
