package dev.codeheals.engine.heal;

import dev.codeheals.engine.breaker.BreakerChange;
import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.breaker.CircuitBreaker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.guard.PatchPolicy;
import dev.codeheals.engine.heal.HealResult.HealOutcome;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.TriedPatch;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.engine.repair.model.ModelCall;
import dev.codeheals.engine.repair.model.ModelHeal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The state of one heal while it runs. Used by one thread.
final class HealRun {
    private final HealParts parts;
    private final HealOrder order;
    private final Consumer<HealingEvent> events;
    private final String id;
    private final InstantSource clock;
    private final Instant started;
    private final CircuitBreaker breaker;
    private final PatchPolicy policy;
    private final List<Envelope> envelopes = new ArrayList<>();
    private final Trail trail = new Trail();
    private final Map<String, List<TriedPatch>> tried = new HashMap<>();
    private final Map<String, Set<String>> triedHashes = new HashMap<>();
    private final List<PatchSource> sources;
    private final List<ModelCall> modelCalls = new ArrayList<>();
    private final Map<String, Integer> attempts = new HashMap<>();
    private final Set<String> gaveUp = new HashSet<>();
    private final Map<String, List<Suggestion>> advice = new HashMap<>();
    private String unhealed = "";
    private String reason = "";
    private String unasked = "";
    private @Nullable BreakerChange lastChange;
    private boolean breakerBlocks;
    private boolean applied;
    private int candidates;
    private Duration searched = Duration.ZERO;

    HealRun(HealParts parts, HealOrder order, Consumer<HealingEvent> events) {
        this.parts = parts;
        this.order = order;
        this.events = events;
        this.clock = parts.clocks().get();
        this.started = clock.instant();
        this.id = parts.ids().next();
        this.breaker = parts.breaker().apply(order.project());
        this.policy = parts.policy().apply(order.project());
        this.lastChange = lastChange(breaker.snapshot());
        this.sources = parts.sources().forHeal(new ModelHeal(new ModelEar(this), modelCalls::add, this::modelNotAsked, this::pause, this::left));
    }

    HealParts parts() {
        return parts;
    }

    HealOrder order() {
        return order;
    }

    String id() {
        return id;
    }

    Instant now() {
        return clock.instant();
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    PatchPolicy policy() {
        return policy;
    }

    void tell(HealingEvent event) {
        events.accept(event);
    }

    void enter(Stage stage, String detail) {
        tell(new HealingEvent.StageEntered(id, now(), stage, detail));
    }

    /// Tells of every change of the breaker since the last time.
    void tellBreakerChanges() {
        List<BreakerChange> history = breaker.snapshot().history();
        int told = lastChange == null ? -1 : history.lastIndexOf(lastChange);
        for (BreakerChange change : history.subList(told + 1, history.size())) {
            tell(new HealingEvent.BreakerChanged(id, change.at(), change.from(), change.to(), change.reason()));
            lastChange = change;
        }
    }

    private static @Nullable BreakerChange lastChange(BreakerSnapshot snapshot) {
        return snapshot.history().isEmpty() ? null : snapshot.history().getLast();
    }

    private void modelNotAsked(String why) {
        unasked = why;
    }

    private void pause(int failures) {
        Duration wait = parts.pacing().waitAfter(failures);
        if (wait.compareTo(left()) < 0) {
            waiting(wait, "A pause before the model is asked again.");
            parts.pacing().await(wait, order.cancellation());
        }
        order.cancellation().throwIfCancelled();
    }

    void waiting(Duration wait, String why) {
        tell(new HealingEvent.Waiting(id, now(), wait.toMillis(), why));
    }

    Duration left() {
        return order.budget().wallTime().minus(Duration.between(started, now()));
    }

    /// What is left for searches, over all failures of this heal. Half of it is kept back while the way there may have been wrong.
    Duration searchLeft() {
        Duration left = order.budget().searchTime().minus(searched);
        Duration most = left.compareTo(left()) < 0 ? left : left();
        return trail.mayTurnBack() ? most.dividedBy(2) : most;
    }

    void searched(Duration time) {
        searched = searched.plus(time);
    }

    /// Whether the budget allows another attempt; notes the reason if not.
    boolean mayGoOn() {
        order.cancellation().throwIfCancelled();
        if (breakerBlocks) {
            return false;
        }
        if (left().isNegative() || left().isZero()) {
            reason = "The time budget of " + order.budget().wallTime().toSeconds() + " s is spent.";
            return false;
        }
        if (envelopes.size() >= order.budget().attempts() || steps().size() >= order.budget().steps()) {
            reason = "The budget of " + order.budget().attempts() + " attempts is spent.";
            return false;
        }
        return true;
    }

    void attempted(Target target, Envelope envelope) {
        envelopes.add(envelope);
        attempts.merge(target.sealed().hash(), 1, Integer::sum);
        reason = envelope.reason();
        tell(new HealingEvent.AttemptEnded(id, now(), envelope));
    }

    /// Replaces the newest record of an envelope whose outcome changed.
    void decided(Envelope envelope) {
        envelopes.replaceAll(e -> e.envelopeId().equals(envelope.envelopeId()) ? envelope : e);
    }

    int attemptsOf(Target target) {
        return attempts.getOrDefault(target.sealed().hash(), 0);
    }

    void tried(Target target, TriedPatch patch) {
        triedFor(target).add(patch);
        triedHashes.computeIfAbsent(target.sealed().hash(), _ -> new HashSet<>()).add(patch.hash());
    }

    /// Whether a patch was tried for that failure; for another failure of the same run it may still be the right one.
    boolean wasTried(Target target, String hash) {
        return triedHashes.getOrDefault(target.sealed().hash(), Set.of()).contains(hash);
    }

    /// A live view.
    List<TriedPatch> triedSoFar(Target target) {
        return Collections.unmodifiableList(triedFor(target));
    }

    private List<TriedPatch> triedFor(Target target) {
        return tried.computeIfAbsent(target.sealed().hash(), _ -> new ArrayList<>());
    }

    void countCandidates(int more) {
        candidates += more;
    }

    List<PatchSource> sources() {
        return sources;
    }

    int modelCalls() {
        return modelCalls.size();
    }

    /// Whether the budget has another call of a model. Half of it is kept back while the way there may have been wrong.
    boolean mayAskModel() {
        int most = order.budget().modelCalls();
        return modelCalls.size() < (trail.mayTurnBack() ? (most + 1) / 2 : most);
    }

    private int modelRequests() {
        return modelCalls.stream().mapToInt(ModelCall::requests).sum();
    }

    List<ModelCall> modelCallsFrom(int index) {
        return List.copyOf(modelCalls.subList(index, modelCalls.size()));
    }

    void adopted(Step step) {
        trail.add(step);
        forgetTried();
    }

    /// What was tried on other files tells nothing on these.
    void forgetTried() {
        tried.clear();
        triedHashes.clear();
    }

    Trail trail() {
        return trail;
    }

    List<Step> steps() {
        return trail.steps();
    }

    List<Envelope> envelopes() {
        return envelopes;
    }

    /// What a person may do about a failure, should nothing heal it.
    void advised(Target target, List<Suggestion> suggestions) {
        advice.put(target.sealed().hash(), suggestions);
    }

    /// The failure the heal gave up on first, in words: what is wrong, where, and what to do about it; empty if it gave up on none.
    String unhealed() {
        return unhealed;
    }

    void giveUpOn(Target target) {
        gaveUp.add(target.sealed().hash());
        if (unhealed.isEmpty()) {
            unhealed = new Unhealed(target.sealed().diagnosis(), advice.getOrDefault(target.sealed().hash(), List.of()), reason()).words();
        }
    }

    boolean gaveUpOn(SealedDiagnosis sealed) {
        return gaveUp.contains(sealed.hash());
    }

    void blockedByBreaker(String why) {
        breakerBlocks = true;
        reason = why;
    }

    boolean breakerBlocks() {
        return breakerBlocks;
    }

    void markApplied() {
        applied = true;
    }

    String reason() {
        String known = reason.isEmpty() ? "No source had an idea for this failure." : reason;
        return unasked.isEmpty() ? known : known + " The model was not asked: " + unasked;
    }

    HealResult result(HealOutcome outcome, String message) {
        Envelope best = steps().isEmpty() ? null : steps().getLast().envelope();
        return result(outcome, message, best);
    }

    HealResult result(HealOutcome outcome, String message, @Nullable Envelope best) {
        return new HealResult(outcome, message, envelopes, best, UnifiedDiff.of(together()), applied, candidates, modelRequests(), Duration.between(started, now()));
    }

    /// The steps as one change: what each file was before the first and is after the last.
    private List<FileChange> together() {
        Map<String, FileChange> merged = new TreeMap<>();
        for (Step step : steps()) {
            for (FileChange change : step.changes()) {
                merged.merge(change.file(), change, (first, last) -> new FileChange(first.file(), first.before(), last.after()));
            }
        }
        return List.copyOf(merged.values());
    }
}
