package org.xasnodes.core.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.xasnodes.core.util.ProgressMonitor;

/** Reads spectra files of all known formats. The format is recognised by the content, never by the file's name. */
public final class SpectrumFiles {

    /** The first that recognises a file reads it, so the most particular come first. */
    private static final List<SpectrumFormat> FORMATS =
        List.of(new ForeignFile(),
            new Xdi(),
            new NxXas(),
            new AthenaProject(),
            new Feff(),
            new Fdmnes(),
            new Ocean(),
            new Xspectra(),
            new Exciting(),
            new Vasp(),
            new PymatgenXas(),
            new PandasJson(), new WideCsv(), new ColumnText());

    /** Enough for the header of a table with many thousand columns. */
    private static final int HEAD_BYTES = 1 << 20;

    private SpectrumFiles() {
    }

    /**
     * Reads one file. What was delivered before an exception is good and may be kept.
     *
     * @param source the file; may be packed with gzip
     * @param options how to read
     * @param sink takes the spectra and notes, in file order, called from this thread only
     * @param monitor called often; the fraction is that of this file's bytes
     * @throws SpectrumFileException if the file, or the rest of it, is unusable
     * @throws IOException if reading the bytes or the sink fails
     * @throws CancellationException as the monitor does; no thread is left behind
     */
    public static void read(final SpectrumSource source, final ReaderOptions options, final SpectrumSink sink,
        final ProgressMonitor monitor) throws SpectrumFileException, IOException {
        read(source, options, sink, monitor, ContentStream.Limits.DEFAULT);
    }

    static void read(final SpectrumSource source, final ReaderOptions options, final SpectrumSink sink,
        final ProgressMonitor monitor, final ContentStream.Limits limits) throws SpectrumFileException, IOException {
        try (var stream = open(source, monitor, limits)) {
            final var first = stream.readHead(HEAD_BYTES);
            final int mark = hasByteOrderMark(first) ? 3 : 0;
            final var bytes = mark == 0 ? first : Arrays.copyOfRange(first, mark, first.length);
            final var head = new FileHead(source.name(), bytes,
                first.length < HEAD_BYTES && !stream.isDamaged());
            final var content = new FileContent(source.name(), head,
                new SequenceInputStream(new ByteArrayInputStream(bytes), stream), stream::report);
            for (final var format : FORMATS) {
                if ((options.columns().isAuto() || !format.isColumnText()) && format.recognises(head)) {
                    format.read(content, options, sink);
                    return;
                }
            }
            stream.checkDamage();
            throw content.refused(Unrecognised.reason(head));
        } catch (final DamagedFileException e) {
            throw new SpectrumFileException("File '" + source.name() + "': " + e.getMessage(), e);
        }
    }

    private static ContentStream open(final SpectrumSource source, final ProgressMonitor monitor,
        final ContentStream.Limits limits) throws SpectrumFileException, IOException {
        try {
            return ContentStream.open(source, monitor, limits);
        } catch (final DamagedFileException e) {
            throw e;
        } catch (final AccessDeniedException e) {
            throw new SpectrumFileException(
                "File '" + source.name() + "' may not be read: permission is missing. Change that, or copy the file.",
                e);
        } catch (final IOException e) {
            throw new SpectrumFileException("File '" + source.name() + "' cannot be opened: " + e.getMessage(), e);
        }
    }

    private static boolean hasByteOrderMark(final byte[] bytes) {
        return bytes.length > 2 && bytes[0] == (byte)0xef && bytes[1] == (byte)0xbb && bytes[2] == (byte)0xbf;
    }
}
