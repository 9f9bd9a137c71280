package org.xasnodes.core.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.atomic.AtomicIntegerArray;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyPieceOfEveryRoundIsDoneOnce(final int threads) {
        final var rounds = 5000;
        try (var crew = new Crew(threads)) {
            for (int round = 0; round < rounds; round++) {
                final var pieces = 1 + round % 4;
                final var done = new AtomicIntegerArray(pieces);
                crew.run(pieces, done::incrementAndGet);
                for (int i = 0; i < pieces; i++) {
                    assertEquals(1, done.get(i), "piece " + i + " of round " + round);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatAPieceThrowsReachesTheCallerWhenAllPiecesAreDone(final int threads) {
        final var failure = new IllegalStateException("broken");
        final var done = new AtomicIntegerArray(4);
        try (var crew = new Crew(threads)) {
            assertSame(failure, assertThrows(IllegalStateException.class, () -> crew.run(4, i -> {
                done.incrementAndGet(i);
                if (i == 2) {
                    throw failure;
                }
            })));
        }
        for (int i = 0; i < 4; i++) {
            assertEquals(1, done.get(i));
        }
    }
}
