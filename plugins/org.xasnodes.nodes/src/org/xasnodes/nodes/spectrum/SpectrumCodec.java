package org.xasnodes.nodes.spectrum;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;

/**
 * The stored form of a spectrum, a contract with every saved workflow. All numbers are big-endian:
 * <ol>
 * <li>byte: version, 1</li>
 * <li>byte: scale; 0 unknown, 1 maximum, 2 area, 3 edge step</li>
 * <li>double: applied shift in eV</li>
 * <li>byte: kind of grid; 0 explicit, 1 linear</li>
 * <li>int: number of points</li>
 * <li>energies in eV: for an explicit grid one double a point; for a linear one the first and the last, from which
 * {@link EnergyGrid#linear} makes the same bits again (where it does not, the grid is stored as explicit)</li>
 * <li>intensities: one double a point</li>
 * </ol>
 */
final class SpectrumCodec {

    private static final int VERSION = 1;

    private static final int EXPLICIT = 0;

    private static final int LINEAR = 1;

    /** The position of a scale is its code: only ever append. */
    private static final Scale[] SCALES = {Scale.UNKNOWN, Scale.MAXIMUM, Scale.AREA, Scale.EDGE_STEP};

    private static final int MAX_POINTS = 100_000_000;

    /** Doubles that are read before more memory is taken: a damaged length then ends in a clear error, not in memory. */
    private static final int CHUNK = 4096;

    /** The grid of the spectrum before, since the spectra of a table mostly share one: shared again after reading. */
    private volatile GridOnDisk m_last = new GridOnDisk(EnergyGrid.linear(0, 1, 2));

    private record GridOnDisk(EnergyGrid grid, boolean linear) {

        GridOnDisk(final EnergyGrid grid) {
            this(grid, isLinear(grid));
        }

        private static boolean isLinear(final EnergyGrid grid) {
            try {
                return grid.equals(EnergyGrid.linear(grid.firstEv(), grid.lastEv(), grid.size()));
            } catch (final IllegalArgumentException e) { // NOSONAR: ends too near or too far apart for equal steps
                return false;
            }
        }
    }

    void write(final Spectrum spectrum, final DataOutput output) throws IOException {
        output.writeByte(VERSION);
        output.writeByte(Arrays.asList(SCALES).indexOf(spectrum.scale()));
        output.writeDouble(spectrum.appliedShiftEv());
        final var grid = spectrum.grid();
        final var linear = onDisk(grid).linear();
        output.writeByte(linear ? LINEAR : EXPLICIT);
        output.writeInt(grid.size());
        if (linear) {
            output.writeDouble(grid.firstEv());
            output.writeDouble(grid.lastEv());
        } else {
            for (int i = 0; i < grid.size(); i++) {
                output.writeDouble(grid.energyEv(i));
            }
        }
        for (int i = 0; i < spectrum.size(); i++) {
            output.writeDouble(spectrum.intensity(i));
        }
    }

    /**
     * @throws IOException if the bytes are no spectrum; the message says what to do
     */
    Spectrum read(final DataInput input) throws IOException {
        try {
            return readAll(input);
        } catch (final EOFException e) {
            throw new IOException(damaged("it ends too early"), e);
        }
    }

    private Spectrum readAll(final DataInput input) throws IOException {
        final var version = input.readUnsignedByte();
        if (version != VERSION) {
            throw new IOException(version > VERSION
                ? "This spectrum was saved by a newer version of XAS Nodes (format " + version
                    + "; this version reads format " + VERSION + "). Update XAS Nodes."
                : damaged("its format is " + version));
        }
        final var scale = input.readUnsignedByte();
        if (scale >= SCALES.length) {
            throw new IOException(damaged("its scale is " + scale));
        }
        final var shiftEv = input.readDouble();
        final var kind = input.readUnsignedByte();
        final var points = input.readInt();
        if (kind != EXPLICIT && kind != LINEAR) {
            throw new IOException(damaged("its kind of energy grid is " + kind));
        }
        if (points < 2 || points > MAX_POINTS) {
            throw new IOException(damaged("its number of points is " + points));
        }
        final var energies = readDoubles(input, kind == LINEAR ? 2 : points);
        // Only after the intensities were read is it known that a linear grid of so many points is meant.
        final var intensities = readDoubles(input, points);
        try {
            final var grid = kind == LINEAR ? linear(energies[0], energies[1], points) : share(EnergyGrid.of(energies));
            return new Spectrum(grid, intensities, shiftEv, SCALES[scale]);
        } catch (final IllegalArgumentException e) {
            throw new IOException(damaged(e.getMessage()), e);
        }
    }

    private EnergyGrid linear(final double firstEv, final double lastEv, final int points) {
        final var known = m_last;
        final var same = known.linear() && known.grid().size() == points && known.grid().firstEv() == firstEv
            && known.grid().lastEv() == lastEv;
        return same ? known.grid() : share(EnergyGrid.linear(firstEv, lastEv, points));
    }

    private EnergyGrid share(final EnergyGrid grid) {
        return onDisk(grid).grid();
    }

    private GridOnDisk onDisk(final EnergyGrid grid) {
        var known = m_last;
        if (!known.grid().equals(grid)) {
            known = new GridOnDisk(grid);
            m_last = known;
        }
        return known;
    }

    private static double[] readDoubles(final DataInput input, final int count) throws IOException {
        var values = new double[Math.min(count, CHUNK)];
        for (int i = 0; i < count; i++) {
            if (i == values.length) {
                values = Arrays.copyOf(values, (int)Math.min(count, 2L * values.length));
            }
            values[i] = input.readDouble();
        }
        return values;
    }

    private static String damaged(final String why) {
        return "This spectrum is damaged: " + why + (why.endsWith(".") ? "" : ".") + " Run the node that made it again.";
    }
}
