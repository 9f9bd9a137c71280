package org.xasnodes.core.picture;

import java.util.ArrayList;
import java.util.List;

/** Of too many things some are drawn: evenly picked, so that sorted things stay represented. */
final class EvenChoice {

    private EvenChoice() {
    }

    /**
     * @param things any number
     * @param max at least 2
     * @return at most so many; the first and the last are always there
     */
    static <T> List<T> of(final List<T> things, final int max) {
        if (things.size() <= max) {
            return things;
        }
        final List<T> picked = new ArrayList<>(max);
        for (int i = 0; i < max; i++) {
            picked.add(things.get((int) ((long) i * (things.size() - 1) / (max - 1))));
        }
        return picked;
    }
}
