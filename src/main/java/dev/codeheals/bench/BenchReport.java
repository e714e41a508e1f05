package dev.codeheals.bench;

import dev.codeheals.bench.CaseResult.Ending;
import dev.codeheals.engine.score.Calibration;
import dev.codeheals.engine.score.Calibration.Prediction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// The figures of a bench.
public record BenchReport(List<CaseResult> results) {
    public BenchReport {
        results = List.copyOf(results);
    }

    /// The figures of one family, or of all cases.
    ///
    /// @param cases     that could be run and did fail
    /// @param plausible the command passes with the fix
    /// @param checked   plausible ones with a held-back check
    /// @param correct   the held-back check passes
    /// @param first     correct, and the first verified fix was it
    /// @param promoted  sure enough to be written without a question
    /// @param wrong     promoted, and the held-back check fails
    /// @param errors    cases that could not be run, or did not fail
    /// @param medianMs  time of a heal
    public record Row(String family, int cases, int plausible, int checked, int correct, int first, int promoted, int wrong, int errors,
                      int candidates, long medianMs, long p90Ms) {}

    /// All families in alphabetical order.
    public List<Row> families() {
        Map<String, List<CaseResult>> groups = new TreeMap<>();
        results.forEach(result -> groups.computeIfAbsent(result.family().isEmpty() ? "(none)" : result.family(), _ -> new ArrayList<>()).add(result));
        return groups.entrySet().stream().map(group -> row(group.getKey(), group.getValue())).toList();
    }

    public Row all() {
        return row("all", results);
    }

    private static Row row(String family, List<CaseResult> group) {
        List<CaseResult> run = group.stream().filter(r -> r.ending() == Ending.PLAUSIBLE || r.ending() == Ending.NOT_HEALED).toList();
        long[] times = run.stream().mapToLong(CaseResult::millis).sorted().toArray();
        return new Row(family, run.size(), count(run, CaseResult::plausible), count(run, r -> r.correct().isPresent()),
                count(run, CaseResult::reallyCorrect), count(run, r -> r.reallyCorrect() && r.first()), count(run, CaseResult::promoted),
                count(run, CaseResult::wrongPromotion), group.size() - run.size(), run.stream().mapToInt(CaseResult::candidates).sum(),
                quantile(times, 0.5), quantile(times, 0.9));
    }

    private static int count(List<CaseResult> results, Predicate<CaseResult> which) {
        return (int) results.stream().filter(which).count();
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /// How far the shown probabilities can be believed: all healed cases with a held-back check.
    public Calibration calibration() {
        return Calibration.of(results.stream().filter(r -> r.plausible() && r.correct().isPresent())
                .map(r -> new Prediction(r.confidence(), r.reallyCorrect())).toList());
    }
}
