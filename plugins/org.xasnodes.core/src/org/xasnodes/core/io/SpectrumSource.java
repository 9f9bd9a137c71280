package org.xasnodes.core.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of one spectra file come from. */
public interface SpectrumSource {

    /** @return the file's name without folders, as it stands in messages */
    String name();

    /**
     * @return a new stream from the first byte on; the caller closes it
     * @throws IOException if the file cannot be opened; the message is fit for the user
     */
    InputStream open() throws IOException;

    /** @return the number of bytes, -1 if unknown; used for showing progress only */
    long size();

    /**
     * @param path a file of any file system
     * @return the source that reads this file
     */
    static SpectrumSource of(final Path path) {
        return new PathSource(path);
    }

    /** A file that is reached by a path. */
    record PathSource(Path path) implements SpectrumSource {

        @Override
        public String name() {
            final var fileName = path.getFileName();
            return (fileName == null ? path : fileName).toString();
        }

        @Override
        public InputStream open() throws IOException {
            if (Files.isDirectory(path)) {
                throw new IOException("'" + path + "' is a folder, not a file. Choose a file in it.");
            }
            if (!Files.exists(path)) {
                throw new IOException("The file '" + path + "' does not exist.");
            }
            return Files.newInputStream(path);
        }

        @Override
        public long size() {
            try {
                return Files.size(path);
            } catch (final IOException e) { // NOSONAR: without the size there is only less progress to show
                return -1;
            }
        }
    }
}
