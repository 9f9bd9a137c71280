package org.xasnodes.core.util;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 50})
    void eachPieceRunsOnce(final int threads) {
        final var runs = new AtomicIntegerArray(20);
        Parallel.run(20, threads, ProgressMonitor.NONE, "", runs::incrementAndGet);
        for (int i = 0; i < 20; i++) {
            assertEquals(1, runs.get(i));
        }
    }

    @Test
    void noPiecesIsNoWork() {
        Parallel.run(0, 2, ProgressMonitor.NONE, "", i -> {
            throw new AssertionError("piece " + i);
        });
    }

    @Test
    void oneThreadIsTheCallers() {
        final var caller = Thread.currentThread();
        Parallel.run(3, 1, ProgressMonitor.NONE, "", i -> assertSame(caller, Thread.currentThread()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAPieceThrowsReachesTheCallerAndNoMorePiecesStart(final int threads) {
        final var runs = new AtomicInteger();
        final var failure = new IllegalStateException("piece 3");
        assertSame(failure, assertThrows(IllegalStateException.class,
            () -> Parallel.run(1_000_000, threads, ProgressMonitor.NONE, "", i -> {
                runs.incrementAndGet();
                if (i == 3) {
                    throw failure;
                }
            })));
        assertTrue(runs.get() < 1_000_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anErrorOfAPieceReachesTheCaller(final int threads) {
        assertThrows(StackOverflowError.class, () -> Parallel.run(10, threads, ProgressMonitor.NONE, "", i -> {
            throw new StackOverflowError();
        }));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aCancelledMonitorStopsTheWork(final int threads) {
        final var runs = new AtomicInteger();
        assertThrows(CancellationException.class, () -> Parallel.run(1_000_000, threads, (fraction, message) -> {
            if (runs.get() >= 5) {
                throw new CancellationException();
            }
        }, "", i -> runs.incrementAndGet()));
        assertTrue(runs.get() < 100, () -> runs.get() + " pieces");
    }

    @Test
    void anInterruptStopsTheWorkAndIsKept() {
        final var caller = Thread.currentThread();
        final var runs = new AtomicInteger();
        assertThrows(CancellationException.class, () -> Parallel.run(10_000_000, 2, ProgressMonitor.NONE, "", i -> {
            if (runs.incrementAndGet() == 10) {
                caller.interrupt();
            }
        }));
        assertTrue(Thread.interrupted());
    }

    @Test
    void progressEndsAtOne() {
        final var last = new double[1];
        Parallel.run(4, 1, (fraction, message) -> {
            assertEquals("Counting", message);
            last[0] = fraction;
        }, "Counting", i -> { });
        assertEquals(1, last[0]);
    }
}
