package org.xasnodes.nodes.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xasnodes.core.spectrum.EnergyGrid;
import org.xasnodes.core.spectrum.Scale;
import org.xasnodes.core.spectrum.Spectrum;

/** The stored form of spectra: what was once written is read forever, what is damaged is refused at once. */
final class SpectrumCodecTest {

    private static final String SAMPLES = "plugins/org.xasnodes.nodes.tests/samples/spectrum-cells.txt";

    private static final double[] ODD = {-0.0, 0.0, Double.MIN_VALUE, -Double.MIN_NORMAL / 3, Double.MAX_VALUE,
        1 / 3.0};

    /** What the stored samples hold, by name. */
    private static Map<String, Spectrum> samples() {
        final var explicit = EnergyGrid.of(8330, 8330.25, 8331.5, 8340.125, 8350, 8369.75);
        final var linear = EnergyGrid.linear(8330, 8370, 6);
        final var samples = new HashMap<String, Spectrum>();
        for (final var scale : Scale.values()) {
            samples.put("explicit " + scale, new Spectrum(explicit, ODD, 0, scale));
            samples.put("linear " + scale, new Spectrum(linear, ODD, 0, scale));
        }
        samples.put("explicit shifted", new Spectrum(explicit, ODD, -1.7, Scale.MAXIMUM));
        samples.put("linear shifted", new Spectrum(linear, ODD, 0.1, Scale.AREA));
        samples.put("two points", new Spectrum(EnergyGrid.of(-5, 0.5), new double[]{1, 2}, 0, Scale.UNKNOWN));
        return samples;
    }

    private static List<String> sampleLines() throws IOException {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(SAMPLES))) {
            folder = folder.getParent();
        }
        return Files.readAllLines(folder.resolve(SAMPLES)).stream().filter(l -> !l.startsWith("#") && !l.isBlank())
            .toList();
    }

    static byte[] write(final SpectrumCodec codec, final Spectrum spectrum) throws IOException {
        final var bytes = new ByteArrayOutputStream();
        codec.write(spectrum, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static byte[] write(final Spectrum spectrum) throws IOException {
        return write(new SpectrumCodec(), spectrum);
    }

    private static Spectrum read(final byte[] bytes) throws IOException {
        final var input = new ByteArrayInputStream(bytes);
        final var spectrum = new SpectrumCodec().read(new DataInputStream(input));
        assertEquals(0, input.available(), "bytes are left");
        return spectrum;
    }

    @Test
    void everyStoredSampleIsReadAsTheSpectrumItWasAndWrittenAsTheSameBytes() throws IOException {
        final var expected = samples();
        for (final var line : sampleLines()) {
            final var name = line.substring(0, line.indexOf(':'));
            final var bytes = HexFormat.of().parseHex(line.substring(line.indexOf(':') + 1).strip());
            final var spectrum = expected.remove(name);
            assertEquals(spectrum, read(bytes), name);
            assertArrayEquals(bytes, write(spectrum), name);
        }
        assertEquals(Map.of(), expected, "samples that are not stored");
    }

    static Stream<Spectrum> anySpectra() {
        final var random = new Random(20);
        return Stream.of(
            Stream.of(new Spectrum(EnergyGrid.of(-0.0, 1), new double[]{-0.0, 0.0}),
                new Spectrum(EnergyGrid.of(-Double.MAX_VALUE, 0, Double.MAX_VALUE), new double[]{1, 2, 3}),
                new Spectrum(EnergyGrid.of(1, Math.nextUp(1.0), 1 + 4 * Math.ulp(1.0)), new double[]{1, 2, 3}),
                new Spectrum(EnergyGrid.of(0, Double.MIN_VALUE, 2 * Double.MIN_VALUE), new double[]{1, 2, 3}),
                new Spectrum(EnergyGrid.of(1, 2, 2 + 3 * Math.ulp(2.0), Math.nextUp(2 + 3 * Math.ulp(2.0))),
                    new double[4])),
            Stream.generate(() -> random(random)).limit(200)).flatMap(s -> s);
    }

    private static Spectrum random(final Random random) {
        final var points = 2 + random.nextInt(random.nextInt(10) == 0 ? 10_000 : 300);
        final var grid = random.nextBoolean() ? EnergyGrid.linear(random.nextGaussian(), 2 + random.nextInt(9000),
            points)
            : EnergyGrid.of(random.doubles(2L * points).map(d -> d * 9000).sorted().distinct().limit(points).toArray());
        final var intensities = random.longs(grid.size()).mapToDouble(Double::longBitsToDouble)
            .map(d -> Double.isFinite(d) ? d : -0.0).toArray();
        return new Spectrum(grid, intensities, random.nextGaussian(), Scale.values()[random.nextInt(4)]);
    }

    @ParameterizedTest
    @MethodSource("anySpectra")
    void writingAndReadingGivesTheSameBits(final Spectrum spectrum) throws IOException {
        final var copy = read(write(spectrum));
        assertEquals(spectrum, copy);
        for (int i = 0; i < spectrum.size(); i++) {
            assertEquals(Double.doubleToRawLongBits(spectrum.intensity(i)),
                Double.doubleToRawLongBits(copy.intensity(i)));
            assertEquals(Double.doubleToRawLongBits(spectrum.grid().energyEv(i)),
                Double.doubleToRawLongBits(copy.grid().energyEv(i)));
        }
    }

    @Test
    void aLinearGridTakesNoMoreRoomThanItsEnds() throws IOException {
        assertEquals(15 + 16 + 8 * 100, write(new Spectrum(EnergyGrid.linear(8330, 8370, 100),
            new double[100])).length);
    }

    @Test
    void spectraThatAreReadOneAfterTheOtherShareTheirGrid() throws IOException {
        final var codec = new SpectrumCodec();
        for (final var grid : List.of(EnergyGrid.linear(0, 1, 5), EnergyGrid.of(0, 1, 2.5, 7))) {
            final var bytes = write(new Spectrum(grid, new double[grid.size()]));
            final var first = codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            final var second = codec.read(new DataInputStream(new ByteArrayInputStream(bytes)));
            assertSame(first.grid(), second.grid());
        }
    }

    @Test
    void oneCodecServesManyThreads() throws Exception {
        final var codec = new SpectrumCodec();
        final var spectra = anySpectra().toList();
        final var wrong = spectra.stream().flatMap(s -> Stream.of(s, spectra.get(5))).parallel().filter(s -> {
            try {
                return !s.equals(codec.read(new DataInputStream(new ByteArrayInputStream(write(codec, s)))));
            } catch (final IOException e) {
                return true;
            }
        }).toList();
        assertEquals(List.of(), wrong);
    }

    @Test
    void aNewerFormatIsRefusedWithTheAdviceToUpdate() throws IOException {
        final var bytes = write(new Spectrum(EnergyGrid.of(1, 2), new double[2]));
        bytes[0] = 2;
        assertEquals("This spectrum was saved by a newer version of XAS Nodes (format 2; this version reads format 1). "
            + "Update XAS Nodes.", assertThrows(IOException.class, () -> read(bytes)).getMessage());
    }

    @Test
    void eachDamagedFieldIsNamed() throws IOException {
        final var bytes = write(new Spectrum(EnergyGrid.of(1, 2, 4), new double[3]));
        assertDamaged("its format is 0", bytes, b -> b.put(0, (byte)0));
        assertDamaged("its scale is 4", bytes, b -> b.put(1, (byte)4));
        assertDamaged("The applied energy shift is NaN", bytes, b -> b.putDouble(2, Double.NaN));
        assertDamaged("its kind of energy grid is 2", bytes, b -> b.put(10, (byte)2));
        assertDamaged("its number of points is -1", bytes, b -> b.putInt(11, -1));
        assertDamaged("its number of points is 1", bytes, b -> b.putInt(11, 1));
        assertDamaged("its number of points is 100000001", bytes, b -> b.putInt(11, 100_000_001));
        assertDamaged("it ends too early", bytes, b -> b.putInt(11, 4));
        assertDamaged("Energies must ascend", bytes, b -> b.putDouble(15, 3));
        assertDamaged("The intensity at 4.0 eV is Infinity", bytes, b -> b.putDouble(55, Double.POSITIVE_INFINITY));
    }

    private interface Damage {
        void apply(ByteBuffer bytes);
    }

    private static void assertDamaged(final String why, final byte[] bytes, final Damage damage) {
        final var damaged = bytes.clone();
        damage.apply(ByteBuffer.wrap(damaged));
        final var message = assertThrows(IOException.class, () -> read(damaged)).getMessage();
        assertTrue(message.startsWith("This spectrum is damaged: ") && message.contains(why)
            && message.endsWith(" Run the node that made it again.") && !message.contains(".."), message);
    }

    @Test
    void cutAtAnyByteItSaysThatItEndsTooEarly() throws IOException {
        for (final var spectrum : samples().values()) {
            final var bytes = write(spectrum);
            for (int length = 0; length < bytes.length; length++) {
                final var cut = Arrays.copyOf(bytes, length);
                assertEquals("This spectrum is damaged: it ends too early. Run the node that made it again.",
                    assertThrows(IOException.class, () -> read(cut)).getMessage());
            }
        }
    }

    @Test
    void withAnyBytesFlippedItIsAnErrorOrAValidSpectrum() throws IOException {
        final var random = new Random(7);
        for (final var spectrum : samples().values()) {
            final var bytes = write(spectrum);
            for (int at = 0; at < bytes.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    final var flipped = bytes.clone();
                    flipped[at] ^= (byte)(1 << bit);
                    assertErrorOrValid(flipped);
                }
            }
            for (int i = 0; i < 500; i++) {
                final var noise = bytes.clone();
                for (int k = random.nextInt(20); k >= 0; k--) {
                    noise[random.nextInt(noise.length)] = (byte)random.nextInt();
                }
                assertErrorOrValid(noise);
            }
        }
    }

    private static void assertErrorOrValid(final byte[] bytes) {
        try {
            final var spectrum = new SpectrumCodec().read(new DataInputStream(new ByteArrayInputStream(bytes)));
            assertEquals(spectrum, read(write(spectrum)));
        } catch (final IOException e) {
            assertTrue(e.getMessage().startsWith("This spectrum "), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 1})
    void aDamagedLengthTakesLittleMemory(final byte kind) throws IOException {
        final var bytes = ByteBuffer.allocate(45).put((byte)1).put((byte)0).putDouble(0).put(kind).putInt(100_000_000)
            .putDouble(1).putDouble(2).array();
        final var threads = (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        final var before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        final var message = assertThrows(IOException.class, () -> read(bytes)).getMessage();
        final var taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertTrue(message.contains("ends too early"), message);
        assertTrue(taken < 1 << 20, taken + " bytes were allocated");
    }
}
