package org.xasnodes.nodes.io.reader;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import org.knime.core.webui.node.dialog.defaultdialog.internal.file.FileChooserFilters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.text.TextInputWidget;

/** Which files of a folder are read. The field names are keys in saved workflows. */
@LoadDefaultsForAbsentFields
final class SpectrumFileFilter implements FileChooserFilters {

    @Widget(title = "File name pattern",
        description = "Which files of the folder to read: * stands for any characters, ? for one; several patterns are "
            + "separated by a semicolon, for example '*.xdi; *.dat'. Upper and lower case are the same.")
    @TextInputWidget
    String m_pattern = "*";

    @Widget(title = "Hidden files", description = "Whether to read files, and look into folders, whose name begins with a dot.")
    boolean m_hidden;

    @Override
    public boolean passesFilter(final Path root, final Path path, final BasicFileAttributes attributes) {
        if (path.equals(root)) {
            return true;
        }
        final var name = path.getFileName().toString();
        if (!m_hidden && name.startsWith(".")) {
            return false;
        }
        return attributes.isDirectory() || matches(name);
    }

    @Override
    public boolean followSymlinks() {
        return false;
    }

    private boolean matches(final String name) {
        return Arrays.stream((m_pattern == null ? "" : m_pattern).split(";")).map(String::strip)
            .filter(p -> !p.isEmpty()).anyMatch(p -> regex(p).matcher(name.toLowerCase(Locale.ROOT)).matches());
    }

    private static Pattern regex(final String pattern) {
        final var regex = new StringBuilder();
        for (final var c : pattern.toLowerCase(Locale.ROOT).toCharArray()) {
            regex.append(switch (c) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(c));
            });
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
