package org.xasnodes.core.reduce;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A fitted reducer taken apart into named texts, numbers and arrays: what stands in a file. Each method says which parts
 * its version has; a part once stored keeps its name and meaning.
 *
 * @param id the method, as {@link Reducer#id}
 * @param version of the method's parts, from 1
 * @param values short values by name, such as options: texts, or numbers as <code>Double.toString</code> writes them
 * @param doubles arrays of numbers by name
 * @param ints arrays of whole numbers by name
 */
public record StoredReducer(String id, int version, SortedMap<String, String> values, SortedMap<String, double[]> doubles,
    SortedMap<String, int[]> ints) {

    /** Puts a method's parts together again. */
    @FunctionalInterface
    interface Method {

        /**
         * @param stored the parts
         * @return the reducer
         * @throws IOException if a part is missing or does not fit the others
         */
        Reducer of(StoredReducer stored) throws IOException;
    }

    /** The newest version of each method's parts, and what reads all versions up to it. */
    private record Reading(int newestVersion, Method method) {
    }

    private static final Map<String, Reading> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put(PrincipalComponents.ID, new Reading(PrincipalComponents.VERSION, PrincipalComponents::of));
        METHODS.put(Isomap.ID, new Reading(IsomapModel.VERSION, Isomap::of));
        METHODS.put(Autoencoder.ID, new Reading(Autoencoder.VERSION, Autoencoder::of));
    }

    /** @return the ids of all methods, always in the same order: each also marks the columns of reduced values */
    public static List<String> methods() {
        return List.copyOf(METHODS.keySet());
    }

    /**
     * @return the reducer
     * @throws IOException if the method is unknown, its version is newer than this program knows, or a part is missing or
     *             damaged; the message names it
     */
    public Reducer reducer() throws IOException {
        final var reading = METHODS.get(id);
        if (reading == null) {
            throw new IOException("The reducer was made with the method '" + id + "', which this version of XAS Nodes does not "
                + "know. Update XAS Nodes.");
        }
        if (version < 1 || version > reading.newestVersion) {
            throw new IOException("The reducer is stored in version " + version + " of the method '" + id + "', but this "
                + "version of XAS Nodes reads versions 1 to " + reading.newestVersion + ". Update XAS Nodes.");
        }
        return reading.method.of(this);
    }

    /**
     * @param name of a value
     * @return the value
     * @throws IOException if there is none
     */
    public String value(final String name) throws IOException {
        return required(values.get(name), name);
    }

    /**
     * @param name of a value
     * @return the value
     * @throws IOException if there is none, or it is no number
     */
    public double number(final String name) throws IOException {
        try {
            return Double.parseDouble(value(name));
        } catch (final NumberFormatException e) {
            throw new IOException(damaged("'" + name + "' is no number"), e);
        }
    }

    /**
     * @param name of a value
     * @param low the least it may be
     * @param high the largest it may be
     * @return the value
     * @throws IOException if there is none, or it is no whole number from low to high
     */
    public int count(final String name, final int low, final int high) throws IOException {
        final var number = number(name);
        if (number != Math.rint(number) || number < low || number > high) {
            throw new IOException(damaged("'" + name + "' is " + value(name)));
        }
        return (int)number;
    }

    /**
     * @param name of an array
     * @param length the length it must have
     * @return the array itself, of finite numbers
     * @throws IOException if there is none, or it has another length, or a number is not finite
     */
    public double[] doubles(final String name, final long length) throws IOException {
        final var array = required(doubles.get(name), name);
        requireLength(name, array.length, length);
        for (final var number : array) {
            if (!Double.isFinite(number)) {
                throw new IOException(damaged("a number of '" + name + "' is " + number));
            }
        }
        return array;
    }

    /**
     * @param name of an array
     * @param length the length it must have
     * @return the array itself
     * @throws IOException if there is none, or it has another length
     */
    public int[] ints(final String name, final long length) throws IOException {
        final var array = required(ints.get(name), name);
        requireLength(name, array.length, length);
        return array;
    }

    /**
     * @param what what is wrong with the parts
     * @return a message for the user
     */
    public String damaged(final String what) {
        return "The stored '" + id + "' reducer is damaged: " + what + ". Run the reducer node again.";
    }

    private void requireLength(final String name, final int length, final long needed) throws IOException {
        if (length != needed) {
            throw new IOException(damaged("'" + name + "' has " + length + " numbers instead of " + needed));
        }
    }

    private <T> T required(final T part, final String name) throws IOException {
        if (part == null) {
            throw new IOException(damaged("'" + name + "' is missing"));
        }
        return part;
    }
}
