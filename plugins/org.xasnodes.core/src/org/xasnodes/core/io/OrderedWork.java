package org.xasnodes.core.io;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does equal pieces of work in several threads and hands over the results in the order of the pieces, in the thread
 * that adds them. Few pieces are under way at a time, so memory stays small.
 */
final class OrderedWork<T, R> implements AutoCloseable {

    /** Takes the next result. */
    @FunctionalInterface
    interface Taker<R> {
        void take(R result) throws IOException;
    }

    private static final long LONGEST_WAIT_MS = 60_000;

    private final Function<T, R> m_work;

    private final Taker<R> m_taker;

    private final int m_threads;

    /** <code>null</code> for one thread, which is then the caller's. */
    private final ExecutorService m_pool;

    private final List<Thread> m_workers = new ArrayList<>();

    private final Deque<Future<R>> m_underWay = new ArrayDeque<>();

    OrderedWork(final int threads, final Function<T, R> work, final Taker<R> taker) {
        m_work = work;
        m_taker = taker;
        m_threads = threads;
        m_pool = threads == 1 ? null : Executors.newFixedThreadPool(threads, task -> {
            final var thread = new Thread(task, "spectra-parser");
            thread.setDaemon(true);
            m_workers.add(thread);
            return thread;
        });
    }

    /** Adds a piece, and hands over results if enough is under way. */
    void add(final T piece) throws IOException {
        if (m_pool == null) {
            m_taker.take(m_work.apply(piece));
            return;
        }
        m_underWay.add(m_pool.submit(() -> m_work.apply(piece)));
        while (m_underWay.size() > 2 * m_threads) {
            takeFirst();
        }
    }

    /** Hands over all results that are still under way. */
    void finish() throws IOException {
        while (!m_underWay.isEmpty()) {
            takeFirst();
        }
    }

    private void takeFirst() throws IOException {
        try {
            m_taker.take(m_underWay.remove().get());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (CancellationException)new CancellationException("Reading was interrupted.").initCause(e);
        } catch (final ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Gives up what is still under way and waits for the threads to end, which takes no longer than one piece. */
    @Override
    public void close() {
        if (m_pool == null) {
            return;
        }
        m_pool.shutdownNow();
        try {
            for (final var worker : m_workers) {
                worker.join(LONGEST_WAIT_MS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
