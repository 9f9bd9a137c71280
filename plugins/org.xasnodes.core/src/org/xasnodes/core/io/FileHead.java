package org.xasnodes.core.io;

import java.nio.charset.StandardCharsets;

/**
 * The beginning of a file, decompressed, from which formats recognise it.
 *
 * @param fileName the file's name, for messages
 * @param bytes the first bytes, without a UTF-8 byte order mark; not to be changed
 * @param complete whether this is the whole file
 */
record FileHead(String fileName, byte[] bytes, boolean complete) {

    private static final int START_BYTES = 1 << 14;

    /** @return the bytes as text; bytes above 127 may come out wrong, which does not matter for recognising */
    String text() {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** @return enough of the text for any header, without what a long table costs */
    String start() {
        return new String(bytes, 0, Math.min(bytes.length, START_BYTES), StandardCharsets.ISO_8859_1);
    }

    boolean contains(final int value) {
        for (final byte b : bytes) {
            if (b == value) {
                return true;
            }
        }
        return false;
    }
}
