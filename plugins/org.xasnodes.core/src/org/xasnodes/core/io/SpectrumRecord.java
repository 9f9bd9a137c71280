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
 * @param columns how energy and intensity were found, for the user, for example "energy: column 1 'energy' in eV; mu:
 *            ln('i0' / 'itrans')"; <code>null</code> where nothing was chosen
 */
public record SpectrumRecord(String name, String element, String edge, double e0Ev, Spectrum spectrum, String problem,
    Map<String, Object> labels, String columns) {

    /**
     * @throws IllegalArgumentException unless there is either a spectrum or a problem
     */
    public SpectrumRecord {
        if ((spectrum == null) == (problem == null)) {
            throw new IllegalArgumentException("Either a spectrum or a problem is needed.");
        }
    }

    /** A spectrum of a file in which nothing had to be chosen. */
    public SpectrumRecord(final String name, final String element, final String edge, final double e0Ev,
        final Spectrum spectrum, final String problem, final Map<String, Object> labels) {
        this(name, element, edge, e0Ev, spectrum, problem, labels, null);
    }
}
