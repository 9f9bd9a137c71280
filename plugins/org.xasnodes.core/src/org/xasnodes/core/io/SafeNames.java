package org.xasnodes.core.io;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names made of any text: of ASCII letters, digits, points, underscores and minus signs only, not too long, and
 * different from all names given before, also where upper and lower case are the same.
 */
final class SafeNames {

    /** File systems allow 255 bytes; some room is left for an extension and for paths that are limited as a whole. */
    private static final int LONGEST = 100;

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    /** Names of devices, which Windows knows in every folder and with any extension. */
    private static final Pattern DEVICE =
        Pattern.compile("(con|prn|aux|nul|com\\d|lpt\\d|conin|conout|clock)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private final Pattern m_unsafe;

    private final String m_nameless;

    private final Set<String> m_used = new HashSet<>();

    /** Where counting goes on for a name that comes often. */
    private final Map<String, Integer> m_counts = new HashMap<>();

    private SafeNames(final String unsafe, final String nameless) {
        m_unsafe = Pattern.compile(unsafe);
        m_nameless = nameless;
    }

    /** @return gives names that every file system takes, that are not hidden and stay in their folder */
    static SafeNames files() {
        return new SafeNames("[^A-Za-z0-9._\\-]+", "spectrum");
    }

    /** @return gives the second part of a field name of XDI */
    static SafeNames fields() {
        return new SafeNames("[^A-Za-z0-9_\\-]+", "label");
    }

    /**
     * @param wanted any text
     * @return a name like it
     */
    String next(final String wanted) {
        final var ascii = ACCENTS.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFD)).replaceAll("");
        var base = m_unsafe.matcher(ascii).replaceAll("_");
        if (base.length() > LONGEST) {
            base = base.substring(0, LONGEST);
        }
        if (base.replaceAll("[._\\-]+", "").isEmpty()) {
            base = m_nameless;
        } else if (base.startsWith(".") || base.startsWith("-") || DEVICE.matcher(base).matches()) {
            base = "_" + base.replaceFirst("^[._\\-]+", "");
        }
        return distinct(base);
    }

    private String distinct(final String base) {
        final var key = base.toLowerCase(Locale.ROOT);
        var name = base;
        while (!m_used.add(name.toLowerCase(Locale.ROOT))) {
            name = base + "_" + (m_counts.merge(key, 1, Integer::sum) + 1);
        }
        return name;
    }

    /** @return the text with blanks in place of line breaks and other control characters, none at its ends */
    static String oneLine(final String text) {
        final var line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> line.appendCodePoint(isControl(c) ? ' ' : c));
        return line.toString().strip();
    }

    private static boolean isControl(final int c) {
        final int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
