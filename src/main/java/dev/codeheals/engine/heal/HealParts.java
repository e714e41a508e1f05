package dev.codeheals.engine.heal;

import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.guard.PatchPolicy;
import dev.codeheals.engine.score.ConfidenceScorer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a heal works with.
///
/// @param policy  the guard of one project
/// @param breaker of one project
/// @param pacing  of attempts that ask a model
/// @param clocks  gives each heal a clock of its own
public record HealParts(Verification verification, ReBanker reBanker, Sources sources, Function<Path, PatchPolicy> policy,
                        ConfidenceScorer scorer, Function<Path, CircuitBreaker> breaker, Recorder recorder, FixPromotion promotion,
                        Ids ids, Pacing pacing, Supplier<InstantSource> clocks) {}
