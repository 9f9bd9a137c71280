package org.xasnodes.core.io;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.SpectrumException;

import com.fasterxml.jackson.core.JsonToken;

/**
 * X-ray absorption spectra as pymatgen writes them and the Materials Project serves them: an object with arrays x
 * (energies in eV) and y, absorbing_element and edge; alone, in lists, or inside other documents, whose values then
 * belong to the spectrum too. Structures are passed over.
 */
final class PymatgenXas implements SpectrumFormat {

    private static final Pattern X = Pattern.compile("\"x\"\\s*:\\s*\\[");

    private static final Pattern Y = Pattern.compile("\"y\"\\s*:\\s*\\[");

    private static final String ELEMENT = "absorbing_element";

    private static final Pattern SYMBOL = Pattern.compile("[A-Z][a-z]?");

    private static final Pattern EDGE = Pattern.compile("[KLMN][1-7]?|L23|L2,3");

    private static final String[] NAMES = {"spectrum_id", "material_id", "task_id", "id", "name"};

    @Override
    public String name() {
        return "pymatgen XAS JSON";
    }

    @Override
    public boolean recognises(final FileHead head) {
        if (!JsonInput.beginsWith(head, JsonToken.START_OBJECT, JsonToken.FIELD_NAME)
            && !JsonInput.beginsWith(head, JsonToken.START_ARRAY, JsonToken.START_OBJECT)) {
            return false;
        }
        final var text = head.text();
        return text.contains('"' + ELEMENT + '"') && X.matcher(text).find() && Y.matcher(text).find();
    }

    @Override
    public void read(final FileContent content, final ReaderOptions options, final SpectrumSink sink)
        throws SpectrumFileException, IOException {
        final var reader = new XasDocument.Reader(content);
        JsonInput.read(content, parser -> {
            while (parser.nextToken() != null) {
                reader.read(parser);
            }
        });
        final var points = new PointsInOrder();
        final var delivery = new Delivery(sink, points);
        for (final var document : reader.documents()) {
            delivery.deliver(document, Map.of());
        }
        if (delivery.m_count == 0) {
            throw content.refused("No object in it holds both energies (array x) and intensities (array y).");
        }
        points.tell(sink);
    }

    /** Hands over the spectra of nested documents. */
    private static final class Delivery {

        private final SpectrumSink m_sink;

        private final PointsInOrder m_points;

        private int m_count;

        Delivery(final SpectrumSink sink, final PointsInOrder points) {
            m_sink = sink;
            m_points = points;
        }

        void deliver(final XasDocument document, final Map<String, Object> inherited) throws IOException {
            final var values = new LinkedHashMap<>(inherited);
            values.putAll(document.values());
            if (document.x() != null && document.y() != null) {
                m_count++;
                m_sink.spectrum(record(document, values));
            }
            for (final var child : document.children()) {
                deliver(child, values);
            }
        }

        private SpectrumRecord record(final XasDocument document, final Map<String, Object> values) {
            final var element = matching(SYMBOL, values.remove(ELEMENT));
            final var edge = matching(EDGE, values.remove("edge"));
            String name = null;
            for (int i = 0; i < NAMES.length && name == null; i++) {
                name = values.get(NAMES[i]) == null ? null : values.get(NAMES[i]).toString();
            }
            try {
                final var spectrum =
                    m_points.spectrum(document.x(), document.y(), 0, Scale.UNKNOWN, "number " + m_count);
                return new SpectrumRecord(name, element, edge, Double.NaN, spectrum, null, values);
            } catch (final SpectrumException e) {
                return new SpectrumRecord(name, element, edge, Double.NaN, null,
                    "Spectrum number " + m_count + ": " + e.getMessage(), values);
            }
        }

        private static String matching(final Pattern pattern, final Object value) {
            return value instanceof String text && pattern.matcher(text).matches() ? text : null;
        }
    }
}
