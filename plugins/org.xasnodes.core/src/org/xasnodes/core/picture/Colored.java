package org.xasnodes.core.picture;

/** Something in a picture that has a colour. */
interface Colored {

    /** @return for the legend */
    String name();

    /** @return the number which the colour shows, NaN if there is none */
    double colorValue();

    /** @return the class which the colour shows, {@code null} if there is none; numbers go first */
    String colorClass();
}
