package dev.codeheals.engine.heal;

import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Pause;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long a heal waits between attempts that ask a model.
public record Pacing(Backoff backoff, RandomGenerator random, Pause pause) {

    /// The wait after that many failed attempts.
    Duration waitAfter(int failures) {
        return backoff.after(failures, random);
    }

    void await(Duration wait, Cancellation cancellation) {
        pause.await(wait, cancellation);
    }
}
