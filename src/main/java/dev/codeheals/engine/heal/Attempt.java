package dev.codeheals.engine.heal;

import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardDecision.Concern;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.TriedPatch;
import dev.codeheals.engine.repair.UnifiedDiff;
import dev.codeheals.engine.repair.model.ModelCall;
import dev.codeheals.engine.repair.pattern.PatternSource;
import dev.codeheals.engine.score.Confidence;
import dev.codeheals.engine.score.EvidenceKind;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.Verdict;
import dev.codeheals.engine.verify.VerificationSession;
import dev.codeheals.engine.verify.VerificationSession.Screened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One attempt: the candidates of one source, guarded, screened warm, the best confirmed cold and scored.
final class Attempt {
    /// Verified candidates looked for before the best is chosen: rivals that differ tell how sure the winner is.
    private static final int RIVALS = 6;
    /// A search looks this many candidates further, or half as far again, but not for long, once something holds: rivals stand near it in rank.
    private static final int FURTHER = 45;
    private static final Duration FURTHER_TIME = Duration.ofSeconds(2);
    /// A search that healed some of the failing tests looks only so long for an edit that heals them all.
    private static final Duration FOR_ALL = Duration.ofSeconds(6);
    private static final int CONFIRMATIONS = 3;
    /// What a fix is worth that the tests cannot tell from an edit that decides nothing.
    private static final double UNTOLD = 0.6;
    private static final int CANDIDATES = 4000;

    /// Concerns that speak of how much is changed, not of what it could do.
    private static final Set<String> OF_SIZE = Set.of("wide-change", "new-file", "not-python");

    private final HealRun run;
    private final VerificationSession session;
    private final Target target;
    private final boolean provenOnly;
    private final Optional<Finalist> before;
    private final Set<Long> failedReplays = new LinkedHashSet<>();
    private final Map<String, List<Concern>> concerns = new HashMap<>();
    private final List<Screened> hopefuls = new ArrayList<>();
    private @Nullable PatchSource asked;
    private @Nullable CandidatePatch second;
    private Instant until = Instant.MAX;
    private String lastReason = "No candidate fits.";
    private String lastSource = "";
    private int tried;

    /// @param provenOnly whether of the patterns only gold ones may be replayed
    /// @param before     the best fix earlier sources found, which was not sure enough
    Attempt(HealRun run, VerificationSession session, Target target, boolean provenOnly, Optional<Finalist> before) {
        this.run = run;
        this.session = session;
        this.target = target;
        this.provenOnly = provenOnly;
        this.before = before;
    }

    /// @param best       the confirmed winner, if any
    /// @param tried      candidates that were run or refused
    /// @param lastReason why the last candidate did not heal, or why there was none
    /// @param modelCalls what was asked of a model
    record Result(String source, Optional<Finalist> best, int tried, String lastReason, List<ModelCall> modelCalls, Duration duration) {}

    Result with(PatchSource source, RepairRequest request) {
        Instant started = run.now();
        asked = source;
        Stage stage = stage(source);
        run.enter(stage, "");
        int callsBefore = run.modelCalls();
        until = started.plus(stage == Stage.SEARCH ? run.searchLeft() : run.left());
        lastSource = stage.name().toLowerCase(Locale.ROOT);
        try (Stream<CandidatePatch> allowed = candidates(source, request).filter(this::allowed).limit(CANDIDATES)) {
            if (stage == Stage.MODEL) {
                screenOneByOne(allowed);
            } else {
                screen(stage, allowed, RIVALS);
            }
        }
        if (stage == Stage.SEARCH) {
            run.searched(Duration.between(started, run.now()));
        }
        Optional<Finalist> best = better(confirmBest(), seconded());
        List<ModelCall> calls = run.modelCallsFrom(callsBefore);
        if (tried == 0 && !calls.isEmpty()) {
            lastReason = Objects.requireNonNullElse(calls.getLast().fault(), lastReason);
            lastSource = calls.getLast().model().source();
        }
        return new Result(best.map(b -> b.candidate().source()).orElse(lastSource), best, tried, lastReason, calls,
                Duration.between(started, run.now()));
    }

    private Stream<CandidatePatch> candidates(PatchSource source, RepairRequest request) {
        return provenOnly && source instanceof PatternSource patterns ? patterns.goldCandidates(request) : source.candidates(request);
    }

    /// Patterns none of whose replays healed.
    Set<Long> failedReplays() {
        return failedReplays;
    }

    /// Reading a model's candidates costs a call each, and what failed goes into the next prompt: never read ahead.
    private void screenOneByOne(Stream<CandidatePatch> candidates) {
        Iterator<CandidatePatch> replies = candidates.iterator();
        while (hopefuls.isEmpty() && run.mayAskModel() && run.now().isBefore(until) && replies.hasNext()) {
            screen(Stage.MODEL, Stream.of(replies.next()), 1);
        }
    }

    private void screen(Stage stage, Stream<CandidatePatch> candidates, int wanted) {
        try (Stream<Screened> screened = session.screen(candidates, target.sealed())) {
            Iterator<Screened> results = screened.iterator();
            int last = Integer.MAX_VALUE;
            while (enough(stage) < wanted && tried < last && run.now().isBefore(until) && results.hasNext()) {
                run.order().cancellation().throwIfCancelled();
                int before = hopefuls.size();
                note(stage, results.next());
                if (stage == Stage.SEARCH && last == Integer.MAX_VALUE && enough(stage) > 0) {
                    last = tried + Math.max(FURTHER, tried / 2);
                    until = earlier(until, run.now().plus(FURTHER_TIME));
                } else if (stage == Stage.SEARCH && before == 0 && !hopefuls.isEmpty()) {
                    until = earlier(until, run.now().plus(FOR_ALL));
                }
            }
        }
        if (hopefuls.isEmpty() && !run.now().isBefore(until)) {
            lastReason = "The time for this source is spent.";
        }
    }

    /// How many candidates end the looking: a search goes on past those that heal a part only.
    private long enough(Stage stage) {
        return stage == Stage.SEARCH ? hopefuls.stream().filter(h -> h.verdict().orElseThrow() instanceof Verdict.Plausible).count() : hopefuls.size();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private void note(Stage stage, Screened next) {
        CandidatePatch candidate = next.candidate();
        String summary = next.verdict().map(Verdict::summary).orElse("It does not fit the file.");
        tried++;
        lastReason = summary;
        lastSource = candidate.source();
        if (next.verdict().filter(verdict -> worthKeeping(stage, verdict)).isPresent()) {
            hopefuls.add(next);
        }
        noteReplay(candidate);
        run.tell(new HealingEvent.CandidateTried(run.id(), run.now(), stage, tried, candidate.description(), summary));
        String diff = stage == Stage.MODEL ? session.project().changes(candidate).map(UnifiedDiff::of).orElse("") : "";
        TriedPatch outcome = new TriedPatch(candidate.hash(), candidate.description(), summary, diff);
        run.tried(target, outcome);
        tellModel(outcome);
    }

    /// A model learns from what failed, since its next reply comes from the same stream.
    private void tellModel(TriedPatch outcome) {
        if (asked instanceof PatchSource.Model model) {
            model.heard(outcome);
        }
    }

    private void noteReplay(CandidatePatch candidate) {
        boolean heals = hopefuls.stream().anyMatch(h -> h.candidate().source().equals(candidate.source()));
        PatternSource.patternId(candidate.source()).ifPresent(heals ? failedReplays::remove : failedReplays::add);
    }

    private boolean allowed(CandidatePatch candidate) {
        if (run.trail().ledNowhere(target.sealed(), candidate.hash())) {
            return false;
        }
        if (run.wasTried(target, candidate.hash())) {
            noteSecond(candidate);
            return false;
        }
        return switch (run.policy().check(candidate, session.project())) {
            case GuardDecision.Refusal(String _, String why) -> refused(candidate, why);
            case GuardDecision.Accepted(List<Concern> found) when bringsMore(found) && run.parts().promotion().onHearsay(candidate) ->
                    refused(candidate, "Nobody here has seen this shared pattern hold, and it brings more than a fix: " + found.getFirst().reason());
            case GuardDecision.Accepted(List<Concern> found) -> {
                concerns.put(candidate.hash(), found);
                yield true;
            }
        };
    }

    private boolean refused(CandidatePatch candidate, String why) {
        tried++;
        lastReason = why;
        lastSource = candidate.source();
        tellModel(new TriedPatch(candidate.hash(), candidate.description(), why, ""));
        return false;
    }

    private static boolean bringsMore(List<Concern> concerns) {
        return concerns.stream().anyMatch(concern -> !OF_SIZE.contains(concern.code()));
    }

    private Optional<Finalist> confirmBest() {
        if (hopefuls.isEmpty()) {
            return Optional.empty();
        }
        List<Finalist> ranked = hopefuls.stream().map(s -> finalist(s.candidate(), s.verdict().orElseThrow()))
                .sorted(Comparator.comparing(Finalist::complete).thenComparingDouble(f -> f.confidence().overall()).reversed()).toList();
        run.enter(Stage.VERIFY, ranked.getFirst().candidate().description());
        for (Finalist candidate : ranked.subList(0, Math.min(CONFIRMATIONS, ranked.size()))) {
            Verdict cold = session.confirm(candidate.candidate(), target.sealed());
            if (hopeful(cold)) {
                run.enter(Stage.SCORE, candidate.candidate().description());
                return Optional.of(finalist(weighed(candidate.candidate(), cold), cold));
            }
        }
        return Optional.empty();
    }

    /// A fix that the tests cannot tell from an edit that decides nothing is likely right by chance.
    private CandidatePatch weighed(CandidatePatch fix, Verdict cold) {
        // Where no test asks for anything, nearly everything passes: that is known already.
        if (!(asked instanceof PatchSource.Search search) || !(cold instanceof Verdict.Plausible plausible) || EvidenceKind.of(plausible.evidence()) != EvidenceKind.TEST) {
            return fix;
        }
        // They write nothing but a truth value and are never proposed: there is nothing for the policy to judge.
        try (Stream<Screened> screened = session.screen(search.weakened(session.project(), fix).stream(), target.sealed())) {
            boolean told = screened.noneMatch(s -> s.verdict().filter(Verdict.Plausible.class::isInstance).isPresent());
            return told ? fix : new CandidatePatch("search:untold", fix.description(), fix.edits(), fix.tier(), fix.prior() * UNTOLD, fix.selfReported(),
                    (fix.explanation() + " The tests pass without any decision here too.").strip());
        }
    }

    /// The very edit an earlier source found, now proposed by one that is right more often with it: the surer word counts.
    private void noteSecond(CandidatePatch candidate) {
        boolean surer = before.filter(b -> b.candidate().hash().equals(candidate.hash()) && b.candidate().prior() < candidate.prior()).isPresent();
        if (surer && (second == null || second.prior() < candidate.prior())) {
            second = candidate;
        }
    }

    private Optional<Finalist> seconded() {
        if (second == null) {
            return Optional.empty();
        }
        tried++;
        CandidatePatch first = before.orElseThrow().candidate();
        Tier tier = first.tier().compareTo(second.tier()) <= 0 ? first.tier() : second.tier();
        CandidatePatch both = new CandidatePatch(first.source(), first.description(), first.edits(), tier, second.prior(), first.selfReported(),
                (first.explanation() + " " + second.source() + " proposes the same.").strip());
        Finalist scored = finalist(both, before.orElseThrow().verdict());
        return Optional.of(new Finalist(both, scored.verdict(), scored.evidence(), scored.complete(), scored.confidence(),
                before.orElseThrow().concerns(), scored.field()));
    }

    private static Optional<Finalist> better(Optional<Finalist> one, Optional<Finalist> other) {
        return Stream.concat(one.stream(), other.stream())
                .max(Comparator.comparing(Finalist::complete).thenComparingDouble(f -> f.confidence().overall()));
    }

    private Finalist finalist(CandidatePatch candidate, Verdict verdict) {
        Evidence evidence = switch (verdict) {
            case Verdict.Plausible plausible -> plausible.evidence();
            case Verdict.Progressed progressed -> progressed.evidence();
            case Verdict.DoesNotCompile _, Verdict.StillFails _, Verdict.Regressed _, Verdict.Flaky _, Verdict.Stopped _ ->
                    throw new IllegalArgumentException("Not a verified candidate: " + verdict.summary());
        };
        boolean complete = verdict instanceof Verdict.Plausible;
        List<CandidatePatch> rivals = hopefuls.stream().filter(s -> s.verdict().orElseThrow() instanceof Verdict.Plausible == complete)
                .map(Screened::candidate).filter(c -> !c.hash().equals(candidate.hash())).toList();
        Confidence confidence = run.parts().scorer().score(candidate, evidence, target.sealed(), session.project(), rivals);
        return new Finalist(candidate, verdict, evidence, complete, confidence, concerns.getOrDefault(candidate.hash(), List.of()),
                new Finalist.Field(session.project(), rivals));
    }

    /// A blind edit that only moves the failure has shown nothing, unless a test passes by it; a rule's has, since the message pointed at it.
    private static boolean worthKeeping(Stage stage, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Plausible _ -> true;
            case Verdict.Progressed p -> stage != Stage.SEARCH || EvidenceKind.of(p.evidence()) == EvidenceKind.TEST;
            case Verdict.DoesNotCompile _, Verdict.StillFails _, Verdict.Regressed _, Verdict.Flaky _, Verdict.Stopped _ -> false;
        };
    }

    private static boolean hopeful(Verdict verdict) {
        return verdict instanceof Verdict.Plausible || verdict instanceof Verdict.Progressed;
    }

    private static Stage stage(PatchSource source) {
        return switch (source) {
            case PatchSource.Patterns _ -> Stage.PATTERN;
            case PatchSource.Rules _ -> Stage.RULES;
            case PatchSource.Search _ -> Stage.SEARCH;
            case PatchSource.Model _ -> Stage.MODEL;
        };
    }
}
