package org.xasnodes.runner.ui;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/** The type of a field with the type variables of its class and super classes resolved, as far as they are known. */
final class FieldType {

    private final Class<?> m_raw;

    private final Map<TypeVariable<?>, Type> m_arguments = new HashMap<>();

    private FieldType(final Type type, final Class<?> raw, final Map<TypeVariable<?>, Type> outer) {
        m_raw = raw;
        m_arguments.putAll(outer);
        Type known = type;
        for (Class<?> current = raw; current != null; current = current.getSuperclass()) {
            if (known instanceof ParameterizedType parameterized) {
                final Class<?> generic = (Class<?>)parameterized.getRawType();
                for (int i = 0; i < generic.getTypeParameters().length; i++) {
                    m_arguments.put(generic.getTypeParameters()[i], parameterized.getActualTypeArguments()[i]);
                }
            }
            known = current.getGenericSuperclass();
        }
    }

    static FieldType of(final Class<?> raw) {
        return new FieldType(raw, raw, Map.of());
    }

    /** The class. */
    Class<?> raw() {
        return m_raw;
    }

    /** The type of a field of this class. */
    FieldType of(final Field field) {
        return resolve(field.getGenericType(), field.getType());
    }

    /** The content of an {@code Optional}. */
    FieldType content() {
        return resolve(m_raw.getTypeParameters()[0], Object.class);
    }

    private FieldType resolve(final Type type, final Class<?> erasure) {
        Type known = type;
        while (known instanceof TypeVariable<?> && m_arguments.containsKey(known)) {
            known = m_arguments.get(known);
        }
        if (known instanceof Class<?> plain) {
            return of(plain);
        }
        final Class<?> raw = known instanceof ParameterizedType generic ? (Class<?>)generic.getRawType() : erasure;
        return new FieldType(known, raw, m_arguments);
    }
}
