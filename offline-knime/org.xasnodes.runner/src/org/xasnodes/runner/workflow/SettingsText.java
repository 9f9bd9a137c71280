package org.xasnodes.runner.workflow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The code for characters in settings files: two per cent signs and five decimal digits. */
final class SettingsText {

    private static final Pattern CODED = Pattern.compile("%%(\\d{5})");

    private static final char LAST_PLAIN = '\ud7ff';

    private SettingsText() {
    }

    static String decode(final String text) {
        return CODED.matcher(text).replaceAll(
            match -> Matcher.quoteReplacement("" + (char)Integer.parseInt(match.group(1))));
    }

    static String encode(final String text) {
        final StringBuilder coded = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c < ' ' || c > LAST_PLAIN || text.startsWith("%%", i)) {
                coded.append(String.format("%%%%%05d", (int)c));
            } else {
                coded.append(c);
            }
        }
        return coded.toString();
    }
}
