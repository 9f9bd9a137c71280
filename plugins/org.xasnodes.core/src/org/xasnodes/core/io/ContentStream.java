package org.xasnodes.core.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * A file's content: unpacks gzip, which it knows by its first two bytes; reports progress and checks for cancellation
 * whenever bytes are read; stops unpacking what is not worth it.
 */
final class ContentStream extends FilterInputStream {

    /**
     * How far gzip is unpacked. A table of numbers shrinks to between a half and a tenth, one of zeros to a thousandth.
     *
     * @param bytes at most this much
     * @param ratio at most so many times the size of the packed file ...
     * @param freeBytes ... once more than this is unpacked
     */
    record Limits(long bytes, long ratio, long freeBytes) {

        static final Limits DEFAULT = new Limits(4L << 30, 200, 64L << 20);
    }

    private static final int BUFFER = 1 << 16;

    private final Counter m_counter;

    private final boolean m_packed;

    private final Limits m_limits;

    private final ProgressMonitor m_monitor;

    private final long m_size;

    private final String m_message;

    private long m_unpacked;

    private DamagedFileException m_damage;

    /**
     * @param source the file; opened here, closed by {@link #close}
     * @param monitor shows which part of the file is read
     * @param limits for gzip
     * @throws IOException if the file cannot be opened
     */
    static ContentStream open(final SpectrumSource source, final ProgressMonitor monitor, final Limits limits)
        throws IOException {
        final var counter = new Counter(source.open());
        try {
            final var raw = new BufferedInputStream(counter, BUFFER);
            raw.mark(2);
            final boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return new ContentStream(packed ? unpack(raw) : raw, packed, counter, source, monitor, limits);
        } catch (final IOException e) {
            counter.close();
            throw e;
        }
    }

    private static InputStream unpack(final InputStream raw) throws IOException {
        try {
            return new GZIPInputStream(raw, BUFFER);
        } catch (final EOFException | ZipException e) {
            throw damaged(e);
        }
    }

    private ContentStream(final InputStream in, final boolean packed, final Counter counter,
        final SpectrumSource source, final ProgressMonitor monitor, final Limits limits) {
        super(in);
        m_packed = packed;
        m_counter = counter;
        m_limits = limits;
        m_monitor = monitor;
        m_size = source.size();
        m_message = "Reading " + source.name();
    }

    @Override
    public int read() throws IOException {
        final var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(final byte[] bytes, final int offset, final int length) throws IOException {
        report();
        return m_packed ? readPacked(bytes, offset, length) : in.read(bytes, offset, length);
    }

    /** Tells the monitor how much of the file is read, which lets it cancel. */
    void report() {
        m_monitor.update(m_size > 0 ? Math.min(1, (double)m_counter.m_bytes / m_size) : 0, m_message);
    }

    /**
     * Reads as much as there is.
     *
     * @param most at most so many bytes
     * @return fewer only at the end of the file, or where damage begins; reading on then says so
     */
    byte[] readHead(final int most) throws IOException {
        final var head = new ByteArrayOutputStream();
        final var buffer = new byte[BUFFER];
        try {
            for (int count = 0; count >= 0 && head.size() < most;) {
                count = read(buffer, 0, Math.min(buffer.length, most - head.size()));
                head.write(buffer, 0, Math.max(0, count));
            }
        } catch (final DamagedFileException e) {
            m_damage = e;
        }
        return head.toByteArray();
    }

    boolean isDamaged() {
        return m_damage != null;
    }

    /** @throws DamagedFileException if the file is known to be damaged */
    void checkDamage() throws DamagedFileException {
        if (m_damage != null) {
            throw m_damage;
        }
    }

    private int readPacked(final byte[] bytes, final int offset, final int length) throws IOException {
        checkDamage();
        final int count;
        try {
            count = in.read(bytes, offset, length);
        } catch (final EOFException | ZipException e) {
            throw damaged(e);
        }
        m_unpacked += Math.max(0, count);
        if (m_unpacked > m_limits.bytes()
            || m_unpacked > m_limits.freeBytes() && m_unpacked / m_limits.ratio() > m_counter.m_bytes) {
            throw new DamagedFileException("It was unpacked only in part: a gzip file may hold "
                + mega(m_limits.bytes()) + " MB at most, and beyond " + mega(m_limits.freeBytes()) + " MB at most "
                + m_limits.ratio() + " times its packed size. If it is what you expect, unpack it and "
                + "read the unpacked file.", null);
        }
        return count;
    }

    private static long mega(final long bytes) {
        return bytes >> 20;
    }

    private static DamagedFileException damaged(final IOException cause) {
        return new DamagedFileException(cause instanceof EOFException
            ? "The gzip data end too early: the file is cut off. Copy or download it again."
            : "The gzip data are damaged (" + cause.getMessage() + "). Copy or download the file again.", cause);
    }

    @Override
    public long skip(final long count) throws IOException {
        return readNBytes((int)Math.min(count, BUFFER)).length;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** Counts the bytes of the file as it is stored. */
    private static final class Counter extends FilterInputStream {

        private long m_bytes;

        private boolean m_ended;

        Counter(final InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            final int value = in.read();
            m_bytes += value < 0 ? 0 : 1;
            m_ended |= value < 0;
            return value;
        }

        @Override
        public int read(final byte[] bytes, final int offset, final int length) throws IOException {
            final int count = in.read(bytes, offset, length);
            m_bytes += Math.max(0, count);
            m_ended |= count < 0;
            return count;
        }

        /**
         * Not 0 before the end is seen: {@link GZIPInputStream} takes 0 for the end and would drop the other parts of a
         * file of several, but streams over a network often say 0.
         */
        @Override
        public int available() {
            return m_ended ? 0 : 1;
        }
    }
}
