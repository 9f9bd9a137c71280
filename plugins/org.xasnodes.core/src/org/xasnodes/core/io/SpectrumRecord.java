package org.xasnodes.core.io;

import java.util.Map;

import org.xasnodes.core.spectrum.Spectrum;

/**
 * One spectrum of a file with everything the file says of it.
 *
 * @param name the spectrum's own name, <code>null</code> if the file gives none
 * @param element the absorbing element's symbol, <code>null</code> if unknown
 * @param edge the absorption edge (K, L3, ...), <code>null</code> if unknown
 * @param e0Ev the edge energy the file states, in eV, NaN if it states none
 * @param spectrum the spectrum, <code>null</code> if it is unusable
 * @param problem why the spectrum is unusable, <code>null</code> if it is usable
 * @param labels the data set's labels of this spectrum in file order: String, Long, Double, Boolean or
 *            <code>null</code>; not to be changed
 */
public record SpectrumRecord(String name, String element, String edge, double e0Ev, Spectrum spectrum, String problem,
    Map<String, Object> labels) {

    /**
     * @throws IllegalArgumentException unless there is either a spectrum or a problem
     */
    public SpectrumRecord {
        if ((spectrum == null) == (problem == null)) {
            throw new IllegalArgumentException("Either a spectrum or a problem is needed.");
        }
    }
}
