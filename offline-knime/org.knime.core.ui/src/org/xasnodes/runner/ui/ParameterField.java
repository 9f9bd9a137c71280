package org.xasnodes.runner.ui;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.knime.node.parameters.persistence.Persist;

/** A stored field of a class of parameters. */
final class ParameterField {

    private static final String HIDDEN_SUFFIX = "_Internals";

    private final FieldType m_owner;

    private final Field m_field;

    private ParameterField(final FieldType owner, final Field field) {
        m_owner = owner;
        m_field = field;
        field.setAccessible(true); // NOSONAR parameters need not be public
    }

    /** Inherited fields first; a field that hides an inherited one takes its place. Private fields are not stored. */
    static List<ParameterField> of(final FieldType owner) {
        final Map<String, Field> byName = new LinkedHashMap<>();
        collect(owner.raw(), byName);
        byName.values().removeIf(field -> Modifier.isPrivate(field.getModifiers()));
        return byName.values().stream().map(field -> new ParameterField(owner, field)).toList();
    }

    private static void collect(final Class<?> type, final Map<String, Field> byName) {
        if (type == null || type == Object.class) {
            return;
        }
        collect(type.getSuperclass(), byName);
        for (final Field field : type.getDeclaredFields()) {
            final int modifiers = field.getModifiers();
            if (!field.isSynthetic() && !Modifier.isStatic(modifiers) && !Modifier.isTransient(modifiers)) {
                byName.put(field.getName(), field);
            }
        }
    }

    FieldType owner() {
        return m_owner;
    }

    FieldType type() {
        return m_owner.of(m_field);
    }

    /** The annotation of the field; an inherited field also has those of the class that declares it. */
    <A extends Annotation> Optional<A> annotation(final Class<A> type) {
        final A own = m_field.getAnnotation(type);
        return Optional.ofNullable(own != null || m_field.getDeclaringClass() == m_owner.raw() ? own
            : m_field.getDeclaringClass().getAnnotation(type));
    }

    /** The key in settings. */
    String key() {
        final String name = m_field.getName().startsWith("m_") ? m_field.getName().substring(2) : m_field.getName();
        return annotation(Persist.class).map(persist -> (persist.configKey().isEmpty() ? name : persist.configKey())
            + (persist.hidden() ? HIDDEN_SUFFIX : "")).orElse(name);
    }

    Object get(final Object owner) {
        try {
            return m_field.get(Objects.requireNonNull(owner, () -> "There is no object that has the field " + this));
        } catch (final IllegalAccessException ex) {
            throw new IllegalStateException("The field " + this + " cannot be read.", ex);
        }
    }

    void set(final Object owner, final Object value) {
        try {
            m_field.set(owner, value);
        } catch (final IllegalAccessException ex) {
            throw new IllegalStateException("The field " + this + " cannot be written.", ex);
        }
    }

    @Override
    public String toString() {
        return m_owner.raw().getName() + "." + m_field.getName();
    }
}
