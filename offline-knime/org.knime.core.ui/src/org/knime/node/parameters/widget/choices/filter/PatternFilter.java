package org.knime.node.parameters.widget.choices.filter;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.knime.node.parameters.persistence.Persistable;

/** Names picked by a regular expression or by a pattern with the wildcards {@code *} and {@code ?}. */
final class PatternFilter implements Persistable {

    String m_pattern = "";

    boolean m_isCaseSensitive;

    boolean m_isInverted;

    Predicate<String> predicate(final boolean wildcards) {
        final String pattern = lower(m_pattern);
        final Predicate<String> matches;
        if (wildcards) {
            matches = Pattern.compile(toRegex(pattern), Pattern.DOTALL).asMatchPredicate();
        } else {
            matches = pattern.isEmpty() ? name -> false : Pattern.compile("^" + pattern + "$").asPredicate();
        }
        return name -> matches.test(lower(name)) != m_isInverted;
    }

    private String lower(final String text) {
        return m_isCaseSensitive ? text : text.toLowerCase(Locale.getDefault());
    }

    private static String toRegex(final String wildcards) {
        return wildcards.chars().mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining());
    }
}
