package org.xasnodes.core.io;

import java.io.IOException;

/** One kind of spectra file. Instances keep no state of a file and may be used by several threads. */
interface SpectrumFormat {

    /** @return what users call it, for messages, for example "two-column text" */
    String name();

    /**
     * @param head the beginning of the file, decompressed
     * @return whether {@link #read} is in charge of the file; it may still refuse it with a better reason
     */
    boolean recognises(FileHead head);

    /**
     * @return whether the files are text of columns whose meaning is known, so that, if the user names columns, they are
     *         read as any other text of columns
     */
    default boolean isColumnText() {
        return false;
    }

    /**
     * Reads the file and delivers its spectra in file order, calling the sink from the calling thread only.
     *
     * @param content the file
     * @param options how to read
     * @param sink takes the spectra and notes
     * @throws SpectrumFileException if the file, or the rest of it, is unusable
     * @throws IOException if reading or the sink fails
     */
    void read(FileContent content, ReaderOptions options, SpectrumSink sink) throws SpectrumFileException, IOException;
}
