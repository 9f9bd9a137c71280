package org.xasnodes.runner.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A class of a signature list: its head line and its public and protected members.
 *
 * @param head the line of the class
 * @param members the lines of the members (without leading blanks) by name and descriptor
 */
record ApiClass(String head, SortedMap<String, String> members) {

    private static final List<String> KINDS = List.of("annotation", "interface", "enum", "record", "class");

    static ApiClass of(final String head) {
        return new ApiClass(head, new TreeMap<>());
    }

    /** @return the words before {@code generic}, which only matters to a compiler */
    private List<String> words() {
        return List.of(withoutGenerics(head).split(" "));
    }

    private int kindIndex() {
        final List<String> words = words();
        int index = 0;
        while (!KINDS.contains(words.get(index))) {
            index++;
        }
        return index;
    }

    /** @return for example {@code public final class} */
    String modifiersAndKind() {
        return String.join(" ", words().subList(0, kindIndex() + 1));
    }

    String name() {
        return words().get(kindIndex() + 1);
    }

    boolean isInterface() {
        return List.of("interface", "annotation").contains(words().get(kindIndex()));
    }

    /** @return the super class first, then the interfaces */
    List<String> superTypes() {
        final List<String> words = words();
        final List<String> types = new ArrayList<>(List.of(words.get(words.indexOf("extends") + 1)));
        final int implemented = words.indexOf("implements");
        if (implemented >= 0) {
            types.addAll(Arrays.asList(words.get(implemented + 1).split(",")));
        }
        return types;
    }

    void add(final String memberLine) {
        final String line = memberLine.strip();
        members.put(key(line), line);
    }

    /** A method is {@code name(descriptor)result}, a field {@code name descriptor}. */
    private static String key(final String line) {
        final String[] words = line.split(" ");
        int index = 0;
        while (List.of("public", "protected", "static", "abstract", "final").contains(words[index])) {
            index++;
        }
        return words[index].contains("(") ? words[index] : words[index] + " " + words[index + 1];
    }

    /** @return modifiers, name and descriptor of a member */
    static String withoutDetails(final String memberLine) {
        final String line = withoutGenerics(memberLine);
        final int end = line.indexOf(line.contains("(") ? " throws " : " = ");
        return end < 0 ? line : line.substring(0, end);
    }

    /**
     * Some compilers repeat a descriptor as the generic signature of what has no type parameters, for example where it
     * names a class nested in a generic one.
     *
     * @return a member without such a repetition
     */
    static String withoutRepetition(final String memberLine) {
        final String key = key(memberLine);
        final String descriptor = key.substring(key.contains("(") ? key.indexOf('(') : key.indexOf(' ') + 1);
        return memberLine.endsWith(" generic " + descriptor) ? withoutGenerics(memberLine) : memberLine;
    }

    private static String withoutGenerics(final String line) {
        final int generic = line.indexOf(" generic ");
        return generic < 0 ? line : line.substring(0, generic);
    }
}
