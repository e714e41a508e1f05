package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Small typed edits at suspicious places: single ones first, then pairs of the most promising.
///
/// Candidates are tried by suspicion × prior of the edit × how well the result fits in with its file, so a likely edit at a likely place comes first. What does not parse is left out
/// before anything runs. Runs without Python.
public final class SearchSource implements PatchSource.Search {
    private static final List<EditOperator> OPERATORS = List.of(new Comparisons(), new Logic(), new Bounds(), new Arithmetic(), new Constants(),
            new Variables(), new UnusedNames(), new Calls(), new Statements(), new Updates(), new Conversions(), new BranchOrder(), new LoopSlips(),
            new LoopEnds(), new DrainedLoops(), new EndlessLoops(), new RecursiveSteps(), new BestSoFar(), new ReturnedTruth(), new Mirrors(),
            new Defaults(), new Guards(), new Orders(), new SharedRows(), new TextCleaning(), new Steps(),
            new EmptyForNone(), new LostFactors(), new Arguments(), new LostArguments(), new Owners(), new LibraryTraps(), new LibraryTypes(),
            new MergeOrder(), new InnerCopies(), new EmptyButThere(), new WholesAndShares(), new NumbersInText(), new WrittenNumbers(), new WholeSpans());
    private static final int MOST_SINGLES = 1500;
    private static final int PAIRED = 40;
    /// Edits below this pass a test by chance more often than by being right, whatever else their operator does.
    private static final double UNLIKELY = 0.15;

    private record Ranked(Site site, EditOperator operator, Edit edit, double familiarity) {
        double rank() {
            return site.suspicion() * edit.prior();
        }

        double order() {
            return rank() * familiarity;
        }
    }

    @Override
    public Stream<CandidatePatch> candidates(RepairRequest request) {
        List<Ranked> singles = singles(request);
        Stream<CandidatePatch> alone = singles.stream().map(SearchSource::patch);
        Stream<CandidatePatch> pairs = Stream.of(singles).flatMap(SearchSource::pairs);
        Set<String> seen = new HashSet<>();
        return Stream.concat(alone, pairs).takeWhile(_ -> !request.cancellation().isCancelled())
                .filter(candidate -> parses(request, candidate) && seen.add(result(request, candidate)));
    }

    @Override
    public List<CandidatePatch> weakened(ProjectSnapshot project, CandidatePatch fix) {
        return Weakening.of(project, fix);
    }

    private static List<Ranked> singles(RepairRequest request) {
        List<Ranked> all = new ArrayList<>();
        Map<ModuleInfo, Familiarity> files = new HashMap<>();
        for (Site site : new SiteFinder(request).find()) {
            for (EditOperator operator : OPERATORS) {
                operator.offer(site, edit -> all.add(new Ranked(site, operator, edit, files.computeIfAbsent(site.module(), m -> new Familiarity(m.parsed())).of(edit))));
            }
        }
        return all.stream().sorted(Comparator.comparingDouble(Ranked::order).reversed()).limit(MOST_SINGLES).toList();
    }

    private static CandidatePatch patch(Ranked ranked) {
        FileEdit edit = new FileEdit(ranked.site().source().path(), false, ranked.edit().replacements());
        boolean unlikely = ranked.edit().prior() < UNLIKELY || UnreadParameters.leaves(ranked.site(), ranked.edit());
        return new CandidatePatch("search:" + (unlikely ? "long-shot" : ranked.operator().id()), ranked.edit().description(), List.of(edit), Tier.B,
                prior(ranked.rank()) * ranked.site().constraint() * (unlikely ? 0.75 : 1), null,
                "The best of many small edits that were tried at " + ranked.site().source().path() + ":" + ranked.site().line() + ".");
    }

    /// A rank compares candidates; as a probability it is kept between a blind guess and the share measured for single edits that pass.
    private static double prior(double rank) {
        return 0.25 + 0.5 * Math.min(1, rank * 2);
    }

    private static Stream<CandidatePatch> pairs(List<Ranked> singles) {
        List<Ranked> best = singles.subList(0, Math.min(PAIRED, singles.size()));
        record Pair(Ranked one, Ranked two) {}
        return IntStream.range(0, best.size()).boxed().flatMap(i -> IntStream.range(i + 1, best.size()).mapToObj(j -> new Pair(best.get(i), best.get(j))))
                .filter(p -> p.one().site().source().path().equals(p.two().site().source().path()) && apart(p.one().edit(), p.two().edit()))
                .sorted(Comparator.comparingDouble((Pair p) -> p.one().rank() * p.two().rank()).reversed()).map(p -> {
                    List<Replacement> both = new ArrayList<>(p.one().edit().replacements());
                    both.addAll(p.two().edit().replacements());
                    String second = p.two().edit().description();
                    return new CandidatePatch("search:pair", p.one().edit().description() + ", and " + Character.toLowerCase(second.charAt(0))
                            + second.substring(1), List.of(new FileEdit(p.one().site().source().path(), false, both)), Tier.B,
                            prior(p.one().rank() * p.two().rank()) * 0.7 * p.one().site().constraint(), null, "Two small edits together.");
                });
    }

    private static boolean apart(Edit one, Edit two) {
        return one.replacements().stream().allMatch(a -> two.replacements().stream().allMatch(b -> a.end() < b.start() || b.end() < a.start()));
    }

    private static boolean parses(RepairRequest request, CandidatePatch candidate) {
        return candidate.edits().stream().allMatch(edit -> request.project().file(edit.file())
                .map(old -> PythonParser.parse(SourceFile.of(edit.file(), edit.applyTo(old.text()))).isValid()).orElse(false));
    }

    private static String result(RepairRequest request, CandidatePatch candidate) {
        FileEdit edit = candidate.edits().getFirst();
        return request.project().file(edit.file()).map(old -> edit.file() + '\n' + edit.applyTo(old.text())).orElse("");
    }
}
