package org.xasnodes.core.util;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs independent pieces of work in several threads. Which thread does which piece is left open, so a piece must write to
 * its own place only; then the result does not depend on the number of threads.
 */
public final class Parallel {

    /** One piece of work; called from several threads. */
    @FunctionalInterface
    public interface Piece {

        /** @param index the piece's number */
        void run(int index);
    }

    private Parallel() {
    }

    /**
     * Runs all pieces and returns when they are done. Progress is told, and cancelling seen, before each piece, so pieces
     * should take milliseconds rather than seconds.
     *
     * @param pieces how many
     * @param threads at most so many at the same time, at least 1; with 1 all run in the caller's thread
     * @param progress is told the share of pieces done, from any of the threads
     * @param message what is being done, in the user's words
     * @param piece does one piece
     * @throws CancellationException if the user cancelled or the caller's thread was interrupted; no piece runs any more
     * @throws RuntimeException what a piece threw; no piece runs any more
     */
    public static void run(final int pieces, final int threads, final ProgressMonitor progress, final String message,
        final Piece piece) {
        final var next = new AtomicInteger();
        final Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                try {
                    progress.update((double)i / pieces, message);
                    piece.run(i);
                } catch (final RuntimeException | Error e) {
                    next.set(pieces); // the other threads end after their piece
                    throw e;
                }
            }
        };
        final var workers = Math.min(threads, pieces);
        if (workers <= 1) {
            worker.run();
        } else {
            inPool(worker, workers, () -> next.set(pieces));
        }
        progress.update(1, message);
    }

    private static void inPool(final Runnable worker, final int workers, final Runnable stop) {
        final var pool = Executors.newFixedThreadPool(workers, task -> {
            final var thread = new Thread(task, "xas-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            final var running = new ArrayList<Future<?>>();
            for (int i = 0; i < workers; i++) {
                running.add(pool.submit(worker));
            }
            RuntimeException failure = null;
            for (final var future : running) { // all of them: none may still write when this returns
                failure = join(future, stop, failure);
            }
            if (failure != null) {
                throw failure;
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static RuntimeException join(final Future<?> future, final Runnable stop, final RuntimeException failure) {
        var result = failure;
        var interrupted = false;
        while (true) {
            try {
                future.get();
                break;
            } catch (final InterruptedException e) {
                stop.run();
                interrupted = true;
                result = (CancellationException)new CancellationException("The computation was interrupted.").initCause(e);
            } catch (final ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                result = result == null ? (RuntimeException)e.getCause() : result;
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return result;
    }
}
