package org.xasnodes.core.io;

import java.io.IOException;

/** Takes what is read from a file. All calls come from the thread that reads, in file order. */
public interface SpectrumSink {

    /**
     * @param spectrum the next spectrum
     * @throws IOException if it cannot be stored; ends the reading
     */
    void spectrum(SpectrumRecord spectrum) throws IOException;

    /**
     * @param message something the user must know that is not an error, for example that energies were sorted; at most
     *            a few per file, never one per spectrum
     */
    void note(String message);
}
