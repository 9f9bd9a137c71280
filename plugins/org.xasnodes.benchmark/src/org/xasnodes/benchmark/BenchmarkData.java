package org.xasnodes.benchmark;

import java.util.List;

import org.xasnodes.core.spectrum.EnergyGrid;

/**
 * Spectra with a known target.
 *
 * @param grid the energies of all spectra
 * @param intensities for each spectrum a finite number for each energy; left unchanged
 * @param targets for each spectrum its class, as position in classes, or a finite number; left unchanged
 * @param classes names of the classes; empty if the target is a number
 */
public record BenchmarkData(EnergyGrid grid, double[][] intensities, double[] targets, List<String> classes) {

    /** @throws IllegalArgumentException if lengths do not agree or a number is not finite */
    public BenchmarkData {
        if (intensities.length != targets.length) {
            throw new IllegalArgumentException(intensities.length + " spectra, but " + targets.length + " targets.");
        }
        for (int row = 0; row < targets.length; row++) {
            if (intensities[row].length != grid.size()) {
                throw new IllegalArgumentException("Spectrum " + row + " has " + intensities[row].length
                    + " points instead of "
                    + grid.size() + ".");
            }
            if (!Double.isFinite(targets[row])) {
                throw new IllegalArgumentException("The target of spectrum " + row + " is " + targets[row] + ".");
            }
        }
        classes = List.copyOf(classes);
    }

    /** @return whether the target is a class */
    public boolean areClasses() {
        return !classes.isEmpty();
    }
}
