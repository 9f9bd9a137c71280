package org.xasnodes.runner.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Says what of our bytecode a Java machine could not link against the classes of a signature list. */
final class KnimeLinker {

    private static final String KNIME = "org/knime/";

    private final SignatureList m_knime;

    private final Map<String, ClassShape> m_own;

    KnimeLinker(final SignatureList knime, final Map<String, ClassShape> own) {
        m_knime = knime;
        m_own = own;
    }

    /** @return a sentence for each class or member that is not there */
    List<String> unresolved(final References references) {
        final Set<String> problems = new TreeSet<>();
        references.types().stream().filter(type -> type.startsWith(KNIME) && m_knime.find(type).isEmpty())
            .forEach(type -> problems.add("The class " + type + " is not in KNIME's list."));
        for (final References.Member member : references.members()) {
            final Set<String> lineage = lineage(member.owner());
            if (lineage.stream().anyMatch(type -> type.startsWith(KNIME)) && !isFound(member, lineage)) {
                problems.add(member.from() + " uses " + (member.isStatic() ? "the static " : "") + member.owner() + " "
                    + member.key() + ", which KNIME's list does not have.");
            }
        }
        return List.copyOf(problems);
    }

    /** @return a sentence for each abstract method of KNIME's that a concrete class of ours does not implement */
    List<String> notImplemented() {
        final List<String> problems = new ArrayList<>();
        m_own.forEach((name, shape) -> {
            if (shape.isConcrete()) {
                final Set<String> lineage = lineage(name);
                abstractMethods(lineage).filter(key -> !isImplemented(key, lineage))
                    .forEach(key -> problems.add(name + " does not implement " + key + "."));
            }
        });
        return problems;
    }

    private Set<String> lineage(final String className) {
        final Set<String> types = new LinkedHashSet<>();
        collect(className, types);
        return types;
    }

    private void collect(final String className, final Set<String> types) {
        if (types.add(className)) {
            superTypes(className).forEach(type -> collect(type, types));
        }
    }

    private List<String> superTypes(final String className) {
        final ClassShape own = m_own.get(className);
        return own != null ? own.superTypes() : m_knime.find(className).map(ApiClass::superTypes).orElse(List.of());
    }

    private boolean isFound(final References.Member member, final Set<String> lineage) {
        for (final String type : lineage) {
            final ClassShape own = m_own.get(type);
            if (own != null && own.members().containsKey(member.key())) {
                return true;
            }
            final String line = m_knime.find(type).map(c -> c.members().get(member.key())).orElse(null);
            if (line != null) {
                return member.isStatic() == isStatic(line);
            }
            if (own == null && type.startsWith("java") && isInJdk(type, member.key())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isStatic(final String memberLine) {
        return "static".equals(memberLine.split(" ")[1]);
    }

    private Stream<String> abstractMethods(final Set<String> lineage) {
        return lineage.stream().flatMap(type -> m_knime.find(type).stream())
            .flatMap(c -> c.members().entrySet().stream())
            .filter(member -> isAbstract(member.getValue())).map(Map.Entry::getKey).distinct();
    }

    private static boolean isAbstract(final String memberLine) {
        return "abstract".equals(memberLine.split(" ")[1]);
    }

    private boolean isImplemented(final String key, final Set<String> lineage) {
        return lineage.stream().anyMatch(type -> {
            final Integer access = m_own.containsKey(type) ? m_own.get(type).members().get(key) : null;
            if (access != null) {
                return (access & Opcodes.ACC_ABSTRACT) == 0;
            }
            return m_knime.find(type).map(c -> isImplementedBy(c, key))
                .orElseGet(() -> type.startsWith("java") && isInJdk(type, key));
        });
    }

    /** The list leaves out what a compiler adds: the method with the erased types that calls the one written. */
    private static boolean isImplementedBy(final ApiClass c, final String key) {
        final String shape = shape(key);
        return c.members().entrySet().stream()
            .anyMatch(member -> shape(member.getKey()).equals(shape) && !isAbstract(member.getValue()));
    }

    /** @return name and number of parameters of a method; a field stays as it is */
    private static String shape(final String key) {
        final int bracket = key.indexOf('(');
        return bracket < 0 ? key
            : key.substring(0, bracket) + Type.getArgumentTypes(key.substring(bracket)).length;
    }

    private static boolean isInJdk(final String type, final String key) {
        try {
            final Class<?> c = Class.forName(type.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
            final Stream<String> fields = Stream.of(c.getDeclaredFields()).filter(f -> isVisible(f.getModifiers()))
                .map(KnimeLinker::key);
            final Stream<String> executables = Stream
                .<Executable> concat(Stream.of(c.getDeclaredMethods()), Stream.of(c.getDeclaredConstructors()))
                .filter(e -> isVisible(e.getModifiers())).map(KnimeLinker::key);
            return Stream.concat(fields, executables).anyMatch(key::equals)
                || c.getSuperclass() != null && isInJdk(Type.getInternalName(c.getSuperclass()), key)
                || Stream.of(c.getInterfaces()).anyMatch(i -> isInJdk(Type.getInternalName(i), key));
        } catch (final ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean isVisible(final int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String key(final Field field) {
        return field.getName() + " " + Type.getDescriptor(field.getType());
    }

    private static String key(final Executable executable) {
        return executable instanceof Method method ? method.getName() + Type.getMethodDescriptor(method)
            : "<init>" + Type.getConstructorDescriptor((Constructor<?>)executable);
    }
}
