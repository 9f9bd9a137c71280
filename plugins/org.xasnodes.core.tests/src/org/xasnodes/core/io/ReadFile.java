package org.xasnodes.core.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.util.ProgressMonitor;

/** Reads a file for a test and keeps all it delivers. */
final class ReadFile implements SpectrumSink {

    static final String NAME = "test.dat";

    final List<SpectrumRecord> m_spectra = new ArrayList<>();

    final List<String> m_notes = new ArrayList<>();

    /** Why reading ended early, <code>null</code> if it did not. */
    String m_refusal;

    @Override
    public void spectrum(final SpectrumRecord spectrum) {
        m_spectra.add(spectrum);
    }

    @Override
    public void note(final String message) {
        m_notes.add(message);
    }

    static ReadFile of(final String text) {
        return of(text, null);
    }

    static ReadFile of(final String text, final EnergyGrid grid) {
        return of(text.getBytes(StandardCharsets.UTF_8), grid);
    }

    static ReadFile of(final byte[] bytes, final EnergyGrid grid) {
        return of(source(bytes), grid, 1);
    }

    static ReadFile of(final SpectrumSource source, final EnergyGrid grid, final int threads) {
        final var file = new ReadFile();
        try {
            SpectrumFiles.read(source, new ReaderOptions(grid, threads), file, ProgressMonitor.NONE);
        } catch (final SpectrumFileException e) {
            file.m_refusal = e.getMessage();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Reads with one format, without recognising. */
    static ReadFile with(final SpectrumFormat format, final byte[] bytes, final int threads) throws IOException {
        final var file = new ReadFile();
        final var content = new FileContent(NAME, new FileHead(NAME, bytes, true), new ByteArrayInputStream(bytes),
            () -> { });
        try {
            format.read(content, new ReaderOptions(null, threads), file);
        } catch (final SpectrumFileException e) {
            file.m_refusal = e.getMessage();
        } catch (final DamagedFileException e) {
            file.m_refusal = e.getMessage();
        }
        return file;
    }

    static SpectrumSource source(final byte[] bytes) {
        return new SpectrumSource() {

            @Override
            public String name() {
                return NAME;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }

    static byte[] gzip(final byte[] bytes) throws IOException {
        final var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    SpectrumRecord first() {
        return m_spectra.get(0);
    }

    /** The energies of the first spectrum. */
    double[] energies() {
        return first().spectrum().grid().toArray();
    }

    /** The intensities of the first spectrum. */
    double[] intensities() {
        return first().spectrum().intensities();
    }
}
