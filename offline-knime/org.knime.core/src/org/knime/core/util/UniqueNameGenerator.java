package org.knime.core.util;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;

/** Gives names that are not taken yet, such as <code>a (#1)</code> after <code>a</code>. */
public final class UniqueNameGenerator {

    private static final Pattern NUMBERED = Pattern.compile("(.*) \\(#(\\d{1,9})\\)");

    private final Set<String> m_taken;

    /** @param names taken names, null for none */
    public UniqueNameGenerator(final Set<String> names) {
        m_taken = names == null ? new HashSet<>() : new HashSet<>(names);
    }

    /** @param spec a table whose column names are taken, null for none */
    public UniqueNameGenerator(final DataTableSpec spec) {
        this(spec == null ? null : new HashSet<>(Arrays.asList(spec.getColumnNames())));
    }

    /**
     * @param suggested a name
     * @return the name without blanks around it, numbered if it is taken; taken from now on
     */
    public String newName(final String suggested) {
        if (suggested == null) {
            throw new NullPointerException("Argument must not be null.");
        }
        final String wanted = suggested.trim();
        final Matcher numbered = NUMBERED.matcher(wanted);
        final boolean continues = numbered.matches();
        final String base = continues ? numbered.group(1) : wanted;
        long number = continues ? Long.parseLong(numbered.group(2)) + 1 : 1;
        String result = wanted;
        while (!m_taken.add(result)) {
            result = base + " (#" + number++ + ")";
        }
        return result;
    }

    public DataColumnSpecCreator newCreator(final String suggested, final DataType type) {
        return new DataColumnSpecCreator(newName(suggested), type);
    }

    public DataColumnSpecCreator newCreator(final DataColumnSpec column) {
        final DataColumnSpecCreator result = new DataColumnSpecCreator(column);
        result.setName(newName(column.getName()));
        return result;
    }

    public DataColumnSpec newColumn(final String suggested, final DataType type) {
        return newCreator(suggested, type).createSpec();
    }
}
