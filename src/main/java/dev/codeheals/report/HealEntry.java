package dev.codeheals.report;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.OutcomeChange;
import dev.codeheals.engine.envelope.VerdictRecord;
import dev.codeheals.engine.score.Confidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the envelopes of one heal into its entry in a report.
final class HealEntry {
    private final Map<String, List<OutcomeChange>> changes;
    private final CleanText text;

    private HealEntry(Map<String, List<OutcomeChange>> changes, CleanText text) {
        this.changes = changes;
        this.text = text;
    }

    /// @param attempts first attempt first; not empty
    static Report.Heal of(List<Envelope> attempts, Map<String, List<OutcomeChange>> changes, CleanText text) {
        return new HealEntry(changes, text).heal(attempts);
    }

    private Report.Heal heal(List<Envelope> attempts) {
        Envelope first = attempts.getFirst();
        List<Report.Attempt> entries = attempts.stream().map(this::attempt).toList();
        Report.State state = state(attempts.stream().map(Envelope::outcome).toList());
        List<Report.OutcomeEntry> outcomes = entries.stream().flatMap(a -> a.outcomes().stream()).toList();
        Report.Approval approval = approval(state, outcomes);
        Duration duration = Duration.ofMillis(attempts.stream().mapToLong(Envelope::durationMs).sum());
        return new Report.Heal(first.healId(), ReportBuilder.name(first.project()), first.createdAt(), state, text.of(first.command()),
                approval, decidedBy(state, approval, outcomes), duration, entries);
    }

    /// What a failure came to whose attempts came to these.
    static Report.State state(List<Outcome> outcomes) {
        if (outcomes.stream().anyMatch(o -> o == Outcome.PROMOTED || o == Outcome.APPROVED || o == Outcome.EDITED)) {
            return Report.State.HEALED;
        }
        if (outcomes.contains(Outcome.PROPOSED)) {
            return Report.State.WAITING;
        }
        if (outcomes.contains(Outcome.UNDONE)) {
            return Report.State.UNDONE;
        }
        if (outcomes.contains(Outcome.REJECTED)) {
            return Report.State.REJECTED;
        }
        return outcomes.contains(Outcome.ABORTED) ? Report.State.ABORTED : Report.State.NOT_HEALED;
    }

    private static Report.Approval approval(Report.State state, List<Report.OutcomeEntry> outcomes) {
        if (state != Report.State.HEALED && state != Report.State.UNDONE) {
            return Report.Approval.NOBODY;
        }
        if (outcomes.stream().anyMatch(o -> o.outcome() == Outcome.EDITED)) {
            return Report.Approval.PERSON_EDITED;
        }
        return outcomes.stream().anyMatch(o -> o.outcome() == Outcome.APPROVED) ? Report.Approval.PERSON : Report.Approval.AUTOMATIC;
    }

    private static String decidedBy(Report.State state, Report.Approval approval, List<Report.OutcomeEntry> outcomes) {
        String applied = switch (approval) {
            case PERSON -> "Approved by a person";
            case PERSON_EDITED -> "Edited and approved by a person";
            case AUTOMATIC -> "Applied automatically, as it was asked to";
            case NOBODY -> "";
        };
        return switch (state) {
            case HEALED -> applied + ".";
            case UNDONE -> applied + ", later undone.";
            case WAITING -> "Waits for a person.";
            case REJECTED -> rejection(outcomes);
            case NOT_HEALED -> "There was nothing to approve.";
            case ABORTED -> "Stopped before anything could be approved.";
        };
    }

    private static String rejection(List<Report.OutcomeEntry> outcomes) {
        String plain = "Rejected by a person.";
        return outcomes.reversed().stream().filter(o -> o.outcome() == Outcome.REJECTED).findFirst().map(Report.OutcomeEntry::reason)
                .filter(reason -> !reason.isEmpty() && !reason.equals(plain)).map(reason -> "Rejected by a person: " + reason).orElse(plain);
    }

    private Report.Finding finding(Envelope e) {
        Diagnosis d = e.sealed().diagnosis();
        return new Report.Finding(d.errorCode(), text.of(d.clusterId()), d.family(), d.severity().name(), d.difficulty(), d.exceptionType(),
                text.of(d.message()), d.file() == null ? null : text.of(d.file()), d.line(), d.column(), d.function(), text.of(d.hint()),
                d.confidence(), e.sealed().hash());
    }

    private Report.Attempt attempt(Envelope e) {
        String diff = text.ofCode(e.fixDiff());
        List<Report.OutcomeEntry> outcomes = changes.getOrDefault(e.envelopeId(), List.of()).stream()
                .map(c -> new Report.OutcomeEntry(c.at(), c.outcome(), text.of(c.reason()))).toList();
        return new Report.Attempt(e.envelopeId(), e.sequence(), e.attempt(), e.createdAt(), finding(e), e.source(), e.candidatesTried(),
                text.of(e.fixDescription()), diff, diff.equals(e.fixDiff()), evidence(e.verdict()), confidence(e.confidence()), e.decision().name(),
                text.of(e.reason()), e.breakerState().name(), e.outcome(), model(e), Duration.ofMillis(e.durationMs()), e.envelopeHash(), outcomes);
    }

    private Report.Evidence evidence(VerdictRecord v) {
        return new Report.Evidence(v.tier(), text.of(v.summary()), v.passedBefore(), v.failedBefore(), v.passedAfter(), v.failedAfter(),
                v.skippedAfter(), v.testsThatHeal().stream().map(text::of).toList(), v.isolation(), Duration.ofMillis(v.beforeMs()),
                Duration.ofMillis(v.afterMs()), v.probes().stream().map(text::of).toList());
    }

    private Report.@Nullable Confidence confidence(@Nullable Confidence c) {
        return c == null ? null : new Report.Confidence(c.overall(), c.syntax(), c.semantic(), c.difficulty(), c.selfReported(), c.sampleSize(),
                text.of(c.why()));
    }

    private static Report.@Nullable Model model(Envelope e) {
        return e.model() == null ? null : new Report.Model(e.model().provider(), e.model().model(), e.model().tokensIn(), e.model().tokensOut(),
                e.model().cost(), e.model().latency());
    }
}
