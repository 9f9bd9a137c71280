package org.xasnodes.runner.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.choices.Label;

/** The titles and descriptions of parameters, as the description of a node lists them. */
final class WidgetOptions {

    private WidgetOptions() {
    }

    /** A parameter as the user sees it; the description is an XML fragment. */
    record Option(String title, String description) {
    }

    /** Groups are replaced by their own parameters; a field without a widget is not shown. */
    static List<Option> of(final FieldType type) {
        final List<Option> options = new ArrayList<>();
        for (final ParameterField field : ParameterField.of(type)) {
            final FieldType fieldType = field.type();
            if (WidgetGroup.class.isAssignableFrom(fieldType.raw())) {
                options.addAll(of(fieldType));
            } else {
                field.annotation(Widget.class).ifPresent(
                    widget -> options.add(new Option(widget.title(), description(widget, fieldType))));
            }
        }
        return options;
    }

    private static String description(final Widget widget, final FieldType type) {
        final FieldType shown = type.raw() == Optional.class ? type.content() : type;
        if (shown.raw().isEnum() && !widget.description().isEmpty()) {
            return widget.description() + list(
                Arrays.stream(shown.raw().getEnumConstants()).map(constant -> option((Enum<?>)constant)).toList());
        }
        final Class<?> element = shown.raw().getComponentType();
        if (element != null && WidgetGroup.class.isAssignableFrom(element)) {
            return widget.description() + list(of(FieldType.of(element)));
        }
        return widget.description();
    }

    private static Option option(final Enum<?> constant) {
        try {
            final Label label = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            if (label != null) {
                return new Option(label.value(), label.description());
            }
        } catch (final NoSuchFieldException ex) {
            throw new IllegalStateException("An enum constant has no field: " + constant, ex);
        }
        final String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new Option(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1), "");
    }

    /** A list is only of use where at least one entry is explained. */
    private static String list(final List<Option> entries) {
        if (entries.stream().allMatch(entry -> entry.description().isBlank())) {
            return "";
        }
        return entries.stream().map(WidgetOptions::entry).collect(Collectors.joining("", "\n<ul>", "\n</ul>"));
    }

    private static String entry(final Option entry) {
        final String title = entry.title().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        final String explanation = entry.description().isBlank() ? "" : ": " + entry.description();
        return "\n<li><b>" + title + "</b>" + explanation + "</li>";
    }
}
