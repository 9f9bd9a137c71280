package org.xasnodes.core.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;

import io.jhdf.HdfFile;

/**
 * HDF5 files of the NeXus application definition NXxas, and others alike: groups that hold the arrays energy and
 * intensity. The file is read into memory as a whole, within a limit, so that it may come from anywhere and be packed,
 * and so that links to other files lead nowhere.
 */
final class NxXas implements SpectrumFormat {

    private static final byte[] SIGNATURE = {(byte)0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** The signature may stand behind a block of the user's, at the first of these or their doubles. */
    private static final int FIRST_USER_BLOCK = 512;

    private static final int LARGEST = 1 << 30;

    private final int m_mostBytes;

    NxXas() {
        this((int)Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4));
    }

    /**
     * @param mostBytes a file may be so large
     */
    NxXas(final int mostBytes) {
        m_mostBytes = mostBytes;
    }

    @Override
    public String name() {
        return "NXxas HDF5";
    }

    @Override
    public boolean recognises(final FileHead head) {
        final var bytes = head.bytes();
        for (int at = 0; at + SIGNATURE.length <= bytes.length; at = at == 0 ? FIRST_USER_BLOCK : 2 * at) {
            if (Arrays.equals(bytes, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var bytes = content.stream().readNBytes(m_mostBytes + 1);
        if (bytes.length > m_mostBytes) {
            throw content.refused("It is an HDF5 file of more than " + (m_mostBytes >> 20) + " MB, which is too large "
                + "to be read here. Copy the spectra alone, without images and raw data, into another file.");
        }
        final var entries = new NxEntries(content);
        search(bytes, entries, content);
        entries.deliver(sink);
    }

    private static void search(final byte[] bytes, final NxEntries entries, final FileContent content)
        throws SpectrumFileException {
        try (var file = HdfFile.fromBytes(bytes)) {
            entries.search(file);
        } catch (final CancellationException e) {
            throw e;
        } catch (final RuntimeException | StackOverflowError e) { // damaged data show in many ways
            throw content.refused("The HDF5 data are damaged or of a kind that cannot be read (" + e.getMessage()
                + "). Copy or download the file again.", e);
        } catch (final OutOfMemoryError e) {
            throw content.refused("The HDF5 data need more memory than there is: a damaged size, or data packed beyond "
                + "measure. Copy the spectra alone into another file.", e);
        }
    }
}
