package org.xasnodes.core.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Damages files in the ways that files get damaged, or that someone might choose. A seed gives the same damage. */
final class FileMutations {

    private static final String[] NUMBERS = {"1e400", "-1e308", "1e-320", "nan", "NaN", "inf", "-inf", "9".repeat(400),
        "0x1p3", "1e99999999999", "", "-", "4294967297", "-2147483649", "1.7976931348623157e308", "0"};

    /** Unpacked; more than is unpacked in any case. */
    private static final long BOMB_BYTES = 100L << 20;

    private final SplittableRandom m_random;

    FileMutations(final long seed) {
        m_random = new SplittableRandom(seed);
    }

    /**
     * @param file a good file; packed ones are sometimes unpacked first, plain ones packed afterwards
     * @param other another, from which pieces are taken
     * @return a damaged copy
     */
    byte[] damaged(final byte[] file, final byte[] other) {
        byte[] bytes = file;
        if (isPacked(bytes) && m_random.nextInt(4) > 0) {
            bytes = unpacked(bytes);
        }
        for (int i = 1 + m_random.nextInt(4); i > 0; i--) {
            bytes = mutated(bytes, other);
        }
        return m_random.nextInt(8) == 0 ? packed(bytes) : bytes;
    }

    private byte[] mutated(final byte[] bytes, final byte[] other) {
        if (bytes.length < 4) {
            return bytes;
        }
        final int at = m_random.nextInt(bytes.length);
        final int end = Math.min(bytes.length, at + 1 + m_random.nextInt(200));
        return switch (m_random.nextInt(11)) {
            case 0, 1 -> flipped(bytes, 1 + m_random.nextInt(8));
            case 2 -> flipped(bytes, 1 + bytes.length / (2 + m_random.nextInt(1000)));
            case 3 -> Arrays.copyOf(bytes, at);
            case 4 -> joined(bytes, 0, at, bytes, end, bytes.length);
            case 5 -> lineDoubled(bytes, at);
            case 6 -> joined(bytes, 0, at, other, Math.min(at, other.length), other.length);
            case 7, 8 -> numberReplaced(bytes, at);
            case 9 -> joined(bytes, 0, end, bytes, at, bytes.length);
            default -> header(bytes);
        };
    }

    private byte[] flipped(final byte[] bytes, final int count) {
        final var copy = bytes.clone();
        for (int i = 0; i < count; i++) {
            final int at = m_random.nextInt(copy.length);
            copy[at] =
                (byte)(m_random.nextBoolean() ? m_random.nextInt(256) : copy[at] ^ 1 << m_random.nextInt(8));
        }
        return copy;
    }

    /** Damages the first bytes, where binary files have their sizes and addresses. */
    private byte[] header(final byte[] bytes) {
        final var copy = bytes.clone();
        for (int i = m_random.nextInt(6); i >= 0; i--) {
            final int at = m_random.nextInt(Math.min(copy.length, 2048));
            Arrays.fill(copy, at, Math.min(copy.length, at + 1 + m_random.nextInt(8)),
                (byte)(m_random.nextBoolean() ? 0xff : m_random.nextInt(256)));
        }
        return copy;
    }

    private byte[] lineDoubled(final byte[] bytes, final int at) {
        int from = at;
        int to = at;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        while (to < bytes.length && bytes[to] != '\n') {
            to++;
        }
        byte[] result = bytes;
        for (int i = 1 + m_random.nextInt(3); i > 0; i--) {
            result = joined(result, 0, Math.min(to + 1, result.length), result, from, result.length);
        }
        return result;
    }

    private byte[] numberReplaced(final byte[] bytes, final int at) {
        int from = at;
        while (from < bytes.length && !isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && (isDigit(bytes[to]) || bytes[to] == '.')) {
            to++;
        }
        final var number = NUMBERS[m_random.nextInt(NUMBERS.length)].getBytes(StandardCharsets.US_ASCII);
        return joined(joined(bytes, 0, from, number, 0, number.length), 0, from + number.length, bytes, to,
            bytes.length);
    }

    private static boolean isDigit(final byte value) {
        return value >= '0' && value <= '9';
    }

    private static byte[] joined(final byte[] a, final int aFrom, final int aTo, final byte[] b, final int bFrom,
        final int bTo) {
        final var joined = new ByteArrayOutputStream();
        joined.write(a, aFrom, aTo - aFrom);
        joined.write(b, bFrom, Math.max(0, bTo - bFrom));
        return joined.toByteArray();
    }

    /**
     * @return a small packed file that swells to many megabytes: of one line of the file, or of zeros
     */
    byte[] bomb(final byte[] file) {
        final var start = Arrays.copyOf(file, Math.min(file.length, m_random.nextInt(4000)));
        final int from = m_random.nextInt(Math.max(1, file.length - 100));
        final var piece = m_random.nextBoolean() ? new byte[1000]
            : Arrays.copyOfRange(file, from, Math.min(file.length, from + 100));
        final var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(start);
            for (long size = 0; size < BOMB_BYTES; size += Math.max(1, piece.length)) {
                out.write(piece);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static boolean isPacked(final byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte)0x8b;
    }

    private static byte[] unpacked(final byte[] bytes) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packed(final byte[] bytes) {
        try {
            return ReadFile.gzip(bytes);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
