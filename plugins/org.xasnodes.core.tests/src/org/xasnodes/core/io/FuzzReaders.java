package org.xasnodes.core.io;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.xasnodes.core.util.ProgressMonitor;

/**
 * Reads damaged copies of good files and checks that each is read or refused: no exception but those that are meant for
 * the user, no end without a word, no energies or intensities that are not finite or not in order.
 * <p>
 * <code>java -Xmx512m ... org.xasnodes.core.io.FuzzReaders FOLDER [COUNT [FIRST_SEED]]</code> prints what happened and
 * ends with 1 if anything was wrong. One in a thousand cases is a gzip file that swells without measure.
 */
public final class FuzzReaders {

    private static final int BOMBS = 1000;

    private static final long LARGEST = 2 << 20;

    private static final long SLOW_NANOS = 1_000_000_000;

    private final List<Path> m_names = new ArrayList<>();

    private final List<byte[]> m_files = new ArrayList<>();

    private final List<String> m_failures = new ArrayList<>();

    private final Map<String, Integer> m_outcomes = new TreeMap<>();

    private final List<Slow> m_slowest = new ArrayList<>();

    private record Slow(long seed, Path file, long nanos) {
    }

    /**
     * @param folder all files in and below it are taken that are not too large
     */
    FuzzReaders(final Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (final var path : paths.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(path) <= LARGEST) {
                    m_names.add(path);
                    m_files.add(Files.readAllBytes(path));
                }
            }
        }
    }

    /** @return what went wrong: seed, file and how; empty if nothing did */
    List<String> failures() {
        return m_failures;
    }

    int files() {
        return m_files.size();
    }

    /** Reads one damaged file. */
    void run(final long seed) {
        final var random = new SplittableRandom(seed);
        final int index = random.nextInt(m_files.size());
        final var mutations = new FileMutations(random.nextLong());
        final var bytes = random.nextInt(BOMBS) == 0 ? mutations.bomb(m_files.get(index))
            : mutations.damaged(m_files.get(index), m_files.get(random.nextInt(m_files.size())));
        final var file = new Checker();
        final long start = cpuNanos();
        String outcome;
        try {
            SpectrumFiles.read(ReadFile.source(bytes), new ReaderOptions(null, 1), file, ProgressMonitor.NONE);
            outcome = file.m_count == 0 ? "NOTHING" : "read";
        } catch (final SpectrumFileException e) {
            outcome = file.m_count == 0 ? "refused" : "read in part";
        } catch (final IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            final var trace = e.getStackTrace();
            outcome = "THROWN " + e + (trace.length == 0 ? "" : " at " + trace[0]);
        }
        final long nanos = cpuNanos() - start;
        m_slowest.add(new Slow(seed, m_names.get(index), nanos));
        if (m_slowest.size() > 1000) {
            keepSlowest();
        }
        final var wrong = outcome.startsWith("NOTHING") || outcome.startsWith("THROWN") ? outcome : file.m_wrong;
        m_outcomes.merge(wrong == null ? outcome : "WRONG", 1, Integer::sum);
        if (wrong != null) {
            m_failures.add("seed " + seed + ", " + m_names.get(index).getFileName() + ": " + wrong);
        }
    }

    /** Of this thread, so that other work on the machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Looks at each spectrum and keeps none. */
    private static final class Checker implements SpectrumSink {

        private int m_count;

        /** <code>null</code> if nothing is. */
        private String m_wrong;

        @Override
        public void spectrum(final SpectrumRecord record) {
            m_count++;
            final var spectrum = record.spectrum();
            for (int i = 0; spectrum != null && i < spectrum.size(); i++) {
                final double energyEv = spectrum.grid().energyEv(i);
                if (!Double.isFinite(energyEv) || !Double.isFinite(spectrum.intensity(i))
                    || i > 0 && energyEv <= spectrum.grid().energyEv(i - 1)) {
                    m_wrong = "point " + i + " of '" + record.name() + "' is not finite, or not above the one before";
                }
            }
        }

        @Override
        public void note(final String message) {
            if (message.isBlank()) {
                m_wrong = "a note without a word";
            }
        }
    }

    private void keepSlowest() {
        m_slowest.sort(Comparator.comparingLong(Slow::nanos).reversed());
        m_slowest.subList(Math.min(10, m_slowest.size()), m_slowest.size()).clear();
    }

    private void print(final long cases, final long nanos) {
        keepSlowest();
        System.out.printf(Locale.ROOT, "%d damaged files in %.1f s, %.3f ms a file: %s%n", cases, nanos * 1e-9,
            nanos * 1e-6 / cases, m_outcomes);
        System.out.println("slowest (processor time):");
        for (final var slow : m_slowest) {
            System.out.printf(Locale.ROOT, "  %8.1f ms  seed %d  %s%n", slow.nanos * 1e-6, slow.seed,
                slow.file.getFileName());
        }
        m_failures.forEach(System.out::println);
    }

    /**
     * @param arguments folder, number of cases, first seed
     * @throws IOException if a file of the folder cannot be read
     */
    public static void main(final String[] arguments) throws IOException {
        final var fuzz = new FuzzReaders(Path.of(arguments[0]));
        final long count = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1000;
        final long first = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        final long start = System.nanoTime();
        final var watch = new Thread(fuzz::watch, "watch");
        watch.setDaemon(true);
        watch.start();
        for (long seed = first; seed < first + count; seed++) {
            fuzz.m_running = seed;
            fuzz.m_started = System.nanoTime();
            fuzz.run(seed);
        }
        fuzz.print(count, System.nanoTime() - start);
        fuzz.keepSlowest();
        System.exit(fuzz.m_failures.isEmpty() && fuzz.m_slowest.get(0).nanos < SLOW_NANOS ? 0 : 1);
    }

    private volatile long m_running;

    private volatile long m_started;

    /** Names a case that does not come to an end, which could not be seen otherwise. */
    private void watch() {
        long told = -1;
        try {
            while (true) {
                Thread.sleep(1000);
                if (System.nanoTime() - m_started > 10 * SLOW_NANOS && m_running != told) {
                    told = m_running;
                    System.out.println("seed " + told + " takes more than 10 s");
                    Thread.getAllStackTraces().forEach((thread, trace) -> {
                        if (thread.getName().equals("main")) {
                            System.out.println(List.of(trace).subList(0, Math.min(12, trace.length)));
                        }
                    });
                }
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
