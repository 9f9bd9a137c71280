package org.xasnodes.runner.bench;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Times work as the median of several runs after a warm-up, long work by one run. */
final class Stopwatch {

    private static final int RUNS = 5;

    /** So that short work is repeated until the compiler has seen it. */
    private static final double MIN_WARM_UP_SECONDS = 1;

    /** Shorter runs are repeated within one measurement: the clock and the scheduler would show. */
    private static final double MIN_RUN_SECONDS = 0.1;

    /** Work that takes longer than this in the warm-up is compiled by then, and measured once. */
    private static final double LONG_RUN_SECONDS = 5;

    /** Each result is added here, so that no work can be left out as unused. */
    static volatile double consumed;

    private Stopwatch() {
    }

    /**
     * @param work what to time; its result is used
     * @return seconds for one run, the median of several unless it takes long
     */
    static double seconds(final Callable<Double> work) throws Exception {
        final var start = System.nanoTime();
        var runs = 0;
        double elapsed;
        do {
            consumed += work.call();
            runs++;
            elapsed = (System.nanoTime() - start) / 1e9;
        } while (elapsed < MIN_WARM_UP_SECONDS);
        final var repeats = (int)Math.max(1, Math.ceil(MIN_RUN_SECONDS / (elapsed / runs)));
        final var seconds = new double[elapsed / runs > LONG_RUN_SECONDS ? 1 : RUNS];
        for (int r = 0; r < seconds.length; r++) {
            final var begin = System.nanoTime();
            for (int i = 0; i < repeats; i++) {
                consumed += work.call();
            }
            seconds[r] = (System.nanoTime() - begin) / 1e9 / repeats;
        }
        Arrays.sort(seconds);
        return seconds[seconds.length / 2];
    }

    /** Work on a part of the spectra, from the first index to the one before the last. */
    @FunctionalInterface
    interface Part {
        double call(int from, int to) throws Exception;
    }

    /** Splits work over the spectra evenly among threads. */
    static double seconds(final int spectra, final int threads, final Part part) throws Exception {
        if (threads == 1) {
            return seconds(() -> part.call(0, spectra));
        }
        final var pool = Executors.newFixedThreadPool(threads);
        try {
            return seconds(() -> {
                final var tasks = IntStream.range(0, threads).mapToObj(t -> (Callable<Double>)() -> part
                    .call((int)((long)spectra * t / threads), (int)((long)spectra * (t + 1) / threads))).toList();
                var sum = 0.0;
                for (final var result : pool.invokeAll(tasks)) {
                    sum += get(result);
                }
                return sum;
            });
        } finally {
            pool.shutdownNow();
        }
    }

    private static double get(final Future<Double> result) throws Exception {
        try {
            return result.get();
        } catch (final ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
