package org.xasnodes.core.io;

import java.io.IOException;

import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Writes spectra to new files, all or none: nothing is to be seen at the target before {@link #finish()}, and what was
 * written is gone if {@link #close()} comes without it. Not to be shared by threads.
 */
public interface SpectrumWriter extends AutoCloseable {

    /**
     * Writes one spectrum.
     *
     * @param key what the spectrum is called in its table
     * @param spectrum the spectrum
     * @param labels one for each label name, in their order; <code>null</code> where missing
     * @throws SpectrumException if this spectrum cannot be written to such a file
     * @throws IOException if the file cannot be written, or exists and is not to be replaced; the message is fit for
     *             the user
     */
    void write(String key, Spectrum spectrum, String[] labels) throws SpectrumException, IOException;

    /**
     * Puts the files in place.
     *
     * @throws IOException if that fails, or a file has come into being meanwhile; nothing new is left behind then
     */
    void finish() throws IOException;

    /** Removes what was written, unless it is in place. Does not throw: after a failure that would hide its reason. */
    @Override
    void close();
}
