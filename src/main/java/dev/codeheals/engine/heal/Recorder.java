package dev.codeheals.engine.heal;

import dev.codeheals.engine.breaker.BreakerSnapshot;
import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.context.HealContextBuilder;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.Ids;
import dev.codeheals.engine.envelope.ModelUse;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.HealContexts;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.engine.repair.model.ModelCall;
import dev.codeheals.engine.score.Decision;
import dev.codeheals.engine.verify.VerificationSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns attempts into envelopes and keeps them in the journal and the ring.
public final class Recorder {
    private static final int LOOKED_BACK_ON = 2_000;

    private final EnvelopeJournal journal;
    private final RecentEnvelopes recent;
    private final Judgements judgements;
    private final HealContextBuilder contexts;
    private final Ids ids;

    public Recorder(EnvelopeJournal journal, RecentEnvelopes recent, Judgements judgements, HealContextBuilder contexts, Ids ids) {
        this.journal = journal;
        this.recent = recent;
        this.judgements = judgements;
        this.contexts = contexts;
        this.ids = ids;
    }

    HealContexts contexts(SealedDiagnosis sealed, Path project, BreakerSnapshot breaker) {
        return contexts.build(project.toString(), sealed, breaker);
    }

    /// Notes that a failure was met: if a fix of it counted as right lately, it turns out wrong.
    void met(SealedDiagnosis sealed, Path project) {
        judgements.met(sealed, project);
    }

    /// Journals one attempt.
    ///
    /// @param enough whether its fix is good enough to be proposed
    Envelope record(HealRun run, VerificationSession session, Target target, RepairRequest request, Attempt.Result result, boolean enough) {
        @Nullable Finalist best = result.best().orElse(null);
        List<FileChange> changes = best == null ? List.of() : session.project().changes(best.candidate()).orElse(List.of());
        List<FileEdit> edits = best == null ? List.of() : best.candidate().edits();
        Envelope draft = new Envelope(ids.next(), run.id(), run.order().project().toString(), 0, run.now(), run.envelopes().size() + 1,
                run.order().command().display(), target.sealed(), result.source(), result.tried(),
                best == null ? "" : best.candidate().description(), UnifiedDiff.of(changes), best == null ? "" : best.candidate().hash(),
                baseHashes(changes), best == null ? VerdictRecord.none(result.lastReason()) : verdict(best),
                best == null ? null : best.confidence(), enough ? Decision.PROMOTE : Decision.RETRY, reason(best, result, enough),
                run.breaker().state(), modelUse(result.modelCalls()), shown(request.contexts(), result.modelCalls()),
                result.duration().toMillis(), enough ? Outcome.PROPOSED : Outcome.NOT_HEALED, "", "");
        Envelope kept = journal.append(draft, edits);
        recent.add(kept);
        return kept;
    }

    /// Journals that a heal met a failure nobody had an idea for.
    Envelope nothingFound(HealRun run, Target target, String reason) {
        Envelope draft = new Envelope(ids.next(), run.id(), run.order().project().toString(), 0, run.now(), run.envelopes().size() + 1,
                run.order().command().display(), target.sealed(), "rules", 0, "", "", "", Map.of(), VerdictRecord.none(reason), null,
                Decision.ROLLBACK, reason, run.breaker().state(), null, HealContexts.NONE, 0, Outcome.NOT_HEALED, "", "");
        Envelope kept = journal.append(draft, List.of());
        recent.add(kept);
        return kept;
    }

    /// Whether a person rejected or undid that very patch of that failure in this project before.
    boolean turnedDown(Path project, String clusterId, String patchHash) {
        return journal.rows(Instant.MIN, project.toString(), LOOKED_BACK_ON).stream()
                .filter(row -> row.clusterId().equals(clusterId) && (row.outcome() == Outcome.REJECTED || row.outcome() == Outcome.UNDONE))
                .anyMatch(row -> journal.find(row.envelopeId()).filter(e -> e.patchHash().equals(patchHash)).isPresent());
    }

    /// Notes that a fix was written; the promotion itself has told the journal.
    void promoted(Envelope envelope) {
        judgements.right(envelope, "applied");
        recent.decide(envelope.envelopeId(), Outcome.PROMOTED);
    }

    void decide(Envelope envelope, Outcome outcome, String reason) {
        journal.decide(envelope.envelopeId(), outcome, reason);
        recent.decide(envelope.envelopeId(), outcome);
    }

    private static String reason(@Nullable Finalist best, Attempt.Result result, boolean enough) {
        if (best == null) {
            return result.tried() == 0 ? result.lastReason()
                    : "None of " + result.tried() + " candidates healed it; the last: " + result.lastReason();
        }
        return best.candidate().description() + ": " + best.verdict().summary()
                + (enough ? "" : " Not sure enough to be proposed by itself: " + best.confidence().why());
    }

    private static Map<String, String> baseHashes(List<FileChange> changes) {
        Map<String, String> hashes = new TreeMap<>();
        for (FileChange change : changes) {
            byte @Nullable [] before = change.before();
            hashes.put(change.file(), before == null ? "" : PacketHash.sha256(before));
        }
        return hashes;
    }

    static VerdictRecord verdict(Finalist best) {
        var evidence = best.evidence();
        List<String> healed = evidence.after().passed().stream().filter(evidence.before().failed()::contains).sorted().toList();
        return new VerdictRecord(evidence.tier().name(), best.verdict().summary(), evidence.before().passed().size(),
                evidence.before().failed().size(), evidence.after().passed().size(), evidence.after().failed().size(),
                evidence.after().skipped().size(), healed, evidence.isolation().name(), evidence.beforeTime().toMillis(),
                evidence.afterTime().toMillis(), evidence.probes(), evidence.beforeOutput(), evidence.afterOutput());
    }

    private static @Nullable ModelUse modelUse(List<ModelCall> calls) {
        if (calls.isEmpty()) {
            return null;
        }
        ModelCall last = calls.getLast();
        return new ModelUse(last.model().provider(), last.model().name(), calls.stream().mapToLong(c -> c.usage().in()).sum(),
                calls.stream().mapToLong(c -> c.usage().out()).sum(), calls.stream().mapToDouble(ModelCall::cost).sum(),
                calls.stream().map(ModelCall::latency).reduce(Duration.ZERO, Duration::plus));
    }

    /// What the model was shown is kept as the text that really went out.
    private static HealContexts shown(HealContexts contexts, List<ModelCall> calls) {
        return calls.isEmpty() ? contexts : new HealContexts(contexts.memory(), contexts.insights(),
                contexts.success() + "\n\n--- sent to the model ---\n" + calls.getLast().prompt());
    }
}
