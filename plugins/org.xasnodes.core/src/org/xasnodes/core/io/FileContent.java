package org.xasnodes.core.io;

import java.io.InputStream;

/**
 * An open file: its beginning, and all its bytes, decompressed. Reading the stream reports progress and checks for
 * cancellation, so that a format need not while it waits for bytes.
 *
 * @param fileName the file's name, for messages
 * @param head the beginning
 * @param stream everything from the first byte on (without a byte order mark), to be read once
 * @param progress reports how far the reading is and checks for cancellation, for work that goes on without reading
 */
record FileContent(String fileName, FileHead head, InputStream stream, Runnable progress) {

    /**
     * @param problem what is wrong and what to do
     * @return the exception that says so of this file
     */
    SpectrumFileException refused(final String problem) {
        return new SpectrumFileException("File '" + fileName + "': " + problem);
    }

    SpectrumFileException refused(final String problem, final Throwable cause) {
        return new SpectrumFileException("File '" + fileName + "': " + problem, cause);
    }
}
