package org.xasnodes.core.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.xasnodes.core.spectrum.Spectrum;
import org.xasnodes.core.spectrum.SpectrumException;

/**
 * Writes each spectrum to an XDI file of its own, named by its key. Energies and intensities have all digits that are
 * needed to give the same bits when they are read. Labels named Element, Edge, Name and E0 eV become Element.symbol,
 * Element.edge, Sample.name and Scan.edge_energy if their values fit, all others <code>Label.name</code>.
 */
public final class XdiWriter implements SpectrumWriter {

    private final OutputTarget m_target;

    private final XdiText m_text;

    private final SafeNames m_names = SafeNames.files();

    /** The names of what is in the folder already, in lower case. */
    private final Set<String> m_present;

    private final PendingFiles m_pending;

    /**
     * @param target the folder
     * @param labelNames the names of the labels
     * @throws IOException if the folder cannot be written to
     */
    public XdiWriter(final OutputTarget target, final List<String> labelNames) throws IOException {
        m_target = target;
        m_text = new XdiText(labelNames);
        target.checkFolder();
        m_present = target.overwrite() ? Set.of() : namesIn(target.path());
        m_pending = new PendingFiles(target.path(), target);
    }

    private static Set<String> namesIn(final Path folder) throws IOException {
        final Set<String> names = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder)) {
                files.forEach(f -> names.add(f.getFileName().toString().toLowerCase(Locale.ROOT)));
            } catch (final DirectoryIteratorException e) {
                throw e.getCause();
            }
        }
        return names;
    }

    @Override
    public void write(final String key, final Spectrum spectrum, final String[] labels)
        throws SpectrumException, IOException {
        final var text = m_text.of(key, spectrum, labels);
        final var name = m_names.next(key) + ".xdi";
        // Found before anything else is written; what comes into being later is found at the end.
        if (m_present.contains(name.toLowerCase(Locale.ROOT)) && Files.exists(m_target.path().resolve(name))) {
            throw OutputTarget.exists(m_target.path().resolve(name));
        }
        try (var stream = m_pending.create(name)) {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void finish() throws IOException {
        m_pending.finish();
    }

    @Override
    public void close() {
        m_pending.close();
    }
}
