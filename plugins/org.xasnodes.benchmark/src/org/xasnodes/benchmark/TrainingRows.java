package org.xasnodes.benchmark;

/**
 * What a model is trained on.
 *
 * @param rows rows of features, all of the same length and finite; left unchanged
 * @param targets for each row a class, from 0 to classes - 1, or a finite number
 * @param classes how many classes there are, each with at least one row; 0 if the target is a number
 */
record TrainingRows(double[][] rows, double[] targets, int classes) {

    boolean areClasses() {
        return classes > 0;
    }

    /** @return the number of features of a row */
    int features() {
        return rows[0].length;
    }
}
