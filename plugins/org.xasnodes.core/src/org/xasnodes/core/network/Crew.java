package org.xasnodes.core.network;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.xasnodes.core.util.Parallel;

/**
 * Threads that stay for many short rounds of work, of some 100 microseconds each, for which starting or waking threads
 * would cost as much as the work. A free thread waits awake for a moment and then sleeps in short naps; nobody waits
 * for a thread that came too late to get a piece. The caller works too, and alone if it is the only one.
 */
final class Crew implements AutoCloseable {

    private static final int SPINS = 5_000;

    private static final int YIELDS = 200;

    private static final long NAP_NANOS = 50_000;

    /** Pieces not yet taken; whoever counts down from above 0 has taken one. */
    private final AtomicInteger m_left = new AtomicInteger();

    private final AtomicInteger m_unfinished = new AtomicInteger();

    private volatile Parallel.Piece m_piece;

    private volatile Throwable m_failure;

    private volatile boolean m_closed;

    /** @param threads how many, with the caller's */
    Crew(final int threads) {
        for (int i = 1; i < threads; i++) {
            final var helper = new Thread(this::help, "xas-worker");
            helper.setDaemon(true);
            helper.start();
        }
    }

    /**
     * Does all pieces and returns when they are done.
     *
     * @param pieces how many
     * @param piece does one; which thread does which is open
     */
    void run(final int pieces, final Parallel.Piece piece) {
        m_piece = piece;
        m_unfinished.set(pieces);
        m_left.set(pieces);
        work();
        for (int turn = 0; m_unfinished.get() > 0; turn++) {
            await(turn);
        }
        if (m_failure instanceof Error error) {
            throw error;
        }
        if (m_failure != null) {
            throw (RuntimeException)m_failure;
        }
    }

    private void help() {
        int turn = 0;
        while (!m_closed) {
            if (m_left.get() > 0) {
                work();
                turn = 0;
            } else {
                await(turn++);
            }
        }
    }

    private void work() {
        for (int left = m_left.getAndDecrement(); left > 0; left = m_left.getAndDecrement()) {
            try {
                m_piece.run(left - 1);
            } catch (final RuntimeException | Error e) {
                m_failure = e;
            } finally {
                m_unfinished.decrementAndGet();
            }
        }
    }

    private static void await(final int turn) {
        if (turn < SPINS) {
            Thread.onSpinWait();
        } else if (turn < SPINS + YIELDS) {
            Thread.yield();
        } else {
            LockSupport.parkNanos(NAP_NANOS);
        }
    }

    /** Lets the threads go. */
    @Override
    public void close() {
        m_closed = true;
    }
}
