package org.xasnodes.runner.ui;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * The type of a field with the type variables of its class resolved, as far as they are known.
 *
 * @param raw the class
 * @param arguments what its type variables stand for
 */
record FieldType(Class<?> raw, Map<TypeVariable<?>, Type> arguments) {

    static FieldType of(final Class<?> raw) {
        return new FieldType(raw, Map.of());
    }

    /** The type of a field of this class. */
    FieldType of(final Field field) {
        return resolve(field.getGenericType(), field.getType());
    }

    /** The content of an {@code Optional}. */
    FieldType content() {
        final TypeVariable<?> variable = raw.getTypeParameters()[0];
        return resolve(variable, Object.class);
    }

    private FieldType resolve(final Type type, final Class<?> erasure) {
        Type known = type;
        while (known instanceof TypeVariable<?> && arguments.containsKey(known)) {
            known = arguments.get(known);
        }
        if (known instanceof Class<?> plain) {
            return of(plain);
        }
        if (!(known instanceof ParameterizedType parameterized)) {
            return of(erasure);
        }
        final Class<?> generic = (Class<?>)parameterized.getRawType();
        final Map<TypeVariable<?>, Type> inner = new HashMap<>(arguments);
        for (int i = 0; i < generic.getTypeParameters().length; i++) {
            inner.put(generic.getTypeParameters()[i], parameterized.getActualTypeArguments()[i]);
        }
        return new FieldType(generic, inner);
    }
}
