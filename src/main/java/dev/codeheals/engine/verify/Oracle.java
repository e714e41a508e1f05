package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.verify.Trial.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Decides what a run with a candidate shows, compared with the run before it.
///
/// @param before what the unchanged project does
/// @param target what the candidate should heal
/// @param asking ids of the tests that fail by it; empty where that is not known
/// @param match  tells that failure from others
record Oracle(Readings readings, Baseline before, Diagnosis target, Set<String> asking, FailureMatch match) {
    private static final Set<String> NAMING = Set.of("NameError", "AttributeError", "KeyError", "ImportError", "ModuleNotFoundError");
    private static final int SHOWN_OUTPUT = 64 << 10;

    /// The verdict of one whole run.
    Verdict judge(Trial after) {
        Optional<Verdict> failing = failing(after);
        if (failing.isPresent()) {
            return failing.get();
        }
        if (after.outcome().passed() && after.report() == Report.CUT_OFF) {
            return new Verdict.Regressed(List.of(), "The run ended with success before its tests were done.");
        }
        List<String> lost = lost(after);
        if (!lost.isEmpty()) {
            return new Verdict.Regressed(lost, lost.size() == 1 ? lost.getFirst() + " no longer passes." : lost.size() + " tests are lost or no longer pass.");
        }
        if (!after.outcome().passed() && worst(after) == FailureMatch.Kind.CAUSED) {
            return new Verdict.StillFails("The changed lines fail themselves.");
        }
        return after.outcome().passed() ? passing(after) : further(after);
    }

    /// A verdict for a run that was stopped or shows the target again; enough to judge a run of some of the tests.
    Optional<Verdict> failing(Trial after) {
        if (after.outcome().ending() != RunOutcome.Ending.EXITED) {
            String note = after.outcome().note().isEmpty() ? "The run was stopped." : after.outcome().note();
            return Optional.of(new Verdict.Stopped(after.outcome().ending(), note));
        }
        return worst(after) == FailureMatch.Kind.SAME ? Optional.of(new Verdict.StillFails("The same failure is still there.")) : Optional.empty();
    }

    private Verdict passing(Trial after) {
        boolean onlyLogged = before.outcome().passed();
        if (onlyLogged && !after.failures().isEmpty()) {
            return new Verdict.Progressed(after.failures(), evidence(kept(after), after), "This failure is gone; another one shows.");
        }
        return new Verdict.Plausible(evidence(tier(after), after), tested(after) ? "The failing test passes and nothing is lost." : "The command passes.");
    }

    private Verdict further(Trial after) {
        if (after.failures().isEmpty()) {
            return new Verdict.StillFails("It still ends with exit code " + after.outcome().exitCode() + ".");
        }
        Set<String> fresh = new TreeSet<>(after.tests().failed());
        fresh.removeAll(before.tally().failed());
        boolean newlyCollected = before.tally().collected() == 0 || before.tally().failed().stream().anyMatch(TestIds::isImport);
        if (after.report() == Report.COMPLETE && !fresh.isEmpty() && !newlyCollected) {
            return new Verdict.Regressed(List.copyOf(fresh), "Other tests fail now.");
        }
        if (after.report() == Report.COMPLETE && after.tests().failed().size() >= before.tally().failed().size() && !newlyCollected && sameTests(after)) {
            return elsewhere(after) ? progressed(after) : new Verdict.StillFails("The test still fails, in another way.");
        }
        return progressed(after);
    }

    private Verdict progressed(Trial after) {
        return new Verdict.Progressed(after.failures(), evidence(kept(after), after), "This failure is gone; another one shows.");
    }

    private boolean sameTests(Trial after) {
        return after.tests().failed().equals(before.tally().failed());
    }

    /// Whether what fails now is another kind of failure, at another place or about something else; a wrong answer that became another wrong
    /// answer is no progress.
    private boolean elsewhere(Trial after) {
        return after.failures().stream().map(readings::diagnose).noneMatch(seen -> seen.exceptionType().equals(target.exceptionType())
                && Objects.equals(seen.file(), target.file()) && !isAboutAnother(seen));
    }

    private boolean isAboutAnother(Diagnosis seen) {
        return NAMING.contains(target.exceptionType()) && target.subject() != null && seen.subject() != null && !seen.subject().equals(target.subject());
    }

    private FailureMatch.Kind worst(Trial after) {
        FailureMatch.Kind worst = FailureMatch.Kind.OTHER;
        boolean fewer = after.report() == Report.COMPLETE && asking.stream().anyMatch(after.tests().passed()::contains);
        for (Failure failure : after.failures()) {
            FailureMatch.Kind kind = match.of(target, readings.diagnose(failure));
            // Several tests can fail at one place; one of them less is a step.
            if (kind.compareTo(worst) < 0 && !(kind == FailureMatch.Kind.SAME && fewer)) {
                worst = kind;
            }
        }
        return worst;
    }

    /// Tests that passed before and do not now, tests that are skipped now, and tests that are not there any more.
    private List<String> lost(Trial after) {
        if (after.report() == Report.TEXT) {
            return TextCounts.of(before.outcome().text()).flatMap(old -> TextCounts.of(after.outcome().text()).flatMap(now -> now.lostSince(old)))
                    .map(List::of).orElse(List.of());
        }
        TestTally now = after.tests();
        Set<String> lost = new TreeSet<>(before.tally().passed());
        lost.removeAll(now.passed());
        now.skipped().stream().filter(id -> !before.tally().skipped().contains(id) && known(id)).forEach(lost::add);
        for (String id : before.tally().failed()) {
            boolean there = now.passed().contains(id) || now.failed().contains(id) || now.skipped().contains(id);
            if (!there && !(TestIds.isImport(id) && imported(id, now)) && !id.startsWith("setUp") && !id.startsWith("tearDown")) {
                lost.add(id);
            }
        }
        return new ArrayList<>(lost);
    }

    private boolean known(String id) {
        return before.tally().passed().contains(id) || before.tally().failed().contains(id);
    }

    private static boolean imported(String id, TestTally now) {
        String prefix = TestIds.importedPrefix(id);
        return now.passed().stream().anyMatch(test -> test.contains(prefix)) || now.failed().stream().anyMatch(test -> test.contains(prefix));
    }

    private boolean tested(Trial after) {
        return after.report() == Report.COMPLETE && !after.tests().passed().isEmpty();
    }

    /// Without a report of tests only what was printed can show that nothing is lost.
    private VerdictTier tier(Trial after) {
        return tested(after) ? VerdictTier.TEST_PASSES : kept(after);
    }

    private VerdictTier kept(Trial after) {
        boolean reported = after.report() == Report.COMPLETE && before.tally().collected() > 0;
        boolean counted = TextCounts.of(before.outcome().text()).isPresent() && TextCounts.of(after.outcome().text()).isPresent();
        return reported || counted || Spoken.isKept(before.outcome(), after.outcome()) ? VerdictTier.NOTHING_LOST : VerdictTier.FAILURE_GONE;
    }

    Evidence evidence(VerdictTier tier, Trial after) {
        return new Evidence(tier, before.tally(), after.tests(), before.outcome().duration(), after.outcome().duration(),
                after.outcome().isolation(), 0, List.of(), Optional.empty(), tail(before.outcome()), tail(after.outcome()));
    }

    static String tail(RunOutcome outcome) {
        String text = outcome.text();
        return text.length() <= SHOWN_OUTPUT ? text : text.substring(text.length() - SHOWN_OUTPUT);
    }
}
