package dev.codeheals.engine.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CircuitBreakerThreadsTest {
    private static final int THREADS = 64;

    @Test
    void sixtyFourThreadsGetExactlyTheProbes() throws Exception {
        rounds(300);
    }

    @Test
    @Tag("proof")
    void sixtyFourThreadsGetExactlyTheProbesInTenThousandRounds() throws Exception {
        rounds(10_000);
    }

    private static void rounds(int rounds) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < rounds; round++) {
                HandClock clock = new HandClock();
                CircuitBreaker breaker = new CircuitBreaker(BreakerSettings.DEFAULT, clock, clock::nanos);
                for (int i = 0; i < 5; i++) {
                    breaker.record(breaker.tryAcquire(), new AttemptOutcome(false, 0.5, "RES"));
                }
                clock.advance(Duration.ofSeconds(30));
                assertThat(admitted(threads, breaker)).isEqualTo(2);
                assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
            }
        }
    }

    private static long admitted(ExecutorService threads, CircuitBreaker breaker) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        Callable<Permit> ask = () -> {
            start.await();
            return breaker.tryAcquire();
        };
        List<Future<Permit>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            answers.add(threads.submit(ask));
        }
        long admitted = 0;
        for (Future<Permit> answer : answers) {
            admitted += answer.get() instanceof Permit.Probe ? 1 : 0;
        }
        return admitted;
    }
}
