package org.xasnodes.nodes.port;

import java.io.IOException;
import java.util.zip.ZipInputStream;

/** Finds the parts of a stored reducer. */
final class ZipEntries {

    private ZipEntries() {
    }

    /** Goes to the next entry, which must have this name. */
    static void open(final ZipInputStream in, final String name) throws IOException {
        final var entry = in.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException("This is no reducer of XAS Nodes: it has "
                + (entry == null ? "no part" : "a part '" + entry.getName() + "' in place of") + " '" + name + "'.");
        }
    }
}
