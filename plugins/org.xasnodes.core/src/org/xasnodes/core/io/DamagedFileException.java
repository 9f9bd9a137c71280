package org.xasnodes.core.io;

import java.io.IOException;

/** The bytes of a file cannot be had to the end: it is cut off, damaged, or swells without measure. */
final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * @param message what is wrong and what to do, without the file's name
     */
    DamagedFileException(final String message, final IOException cause) {
        super(message, cause);
    }
}
