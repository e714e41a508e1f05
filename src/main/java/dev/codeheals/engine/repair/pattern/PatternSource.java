package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.knowledge.KnowledgeBase;
import dev.codeheals.engine.knowledge.PatternQuery;
import dev.codeheals.engine.knowledge.SuccessPattern;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.PatchSource;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.repair.TriedPatch;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Replays proven patterns on the code as it is now. What does not apply here yields nothing, whatever its record.
public final class PatternSource implements PatchSource.Patterns {
    /// Prefix of {@link CandidatePatch#source()}; the pattern's id follows.
    public static final String PREFIX = "pattern:";

    private final KnowledgeBase knowledge;

    public PatternSource(KnowledgeBase knowledge) {
        this.knowledge = knowledge;
    }

    @Override
    public Stream<CandidatePatch> candidates(RepairRequest request) {
        return candidates(request, _ -> true);
    }

    /// The candidates of gold patterns alone: all that may be tried while the breaker is open.
    public Stream<CandidatePatch> goldCandidates(RepairRequest request) {
        return candidates(request, SuccessPattern::gold);
    }

    /// The pattern behind a candidate or envelope; empty where its source is no pattern.
    public static Optional<Long> patternId(String source) {
        try {
            return source.startsWith(PREFIX) ? Optional.of(Long.valueOf(source.substring(PREFIX.length()))) : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Stream<CandidatePatch> candidates(RepairRequest request, Predicate<SuccessPattern> wanted) {
        Diagnosis diagnosis = request.sealed().diagnosis();
        Set<String> seen = new HashSet<>(request.tried().stream().map(TriedPatch::hash).toList());
        TemplateApplier applier = new TemplateApplier(request.project(), diagnosis, new Importable(request)::test);
        PatternQuery query = PatternQuery.of(diagnosis.errorCode(), diagnosis.clusterId(), request.project().root().toString());
        return knowledge.lookup(query).stream().filter(wanted).takeWhile(_ -> !request.cancellation().isCancelled())
                .flatMap(pattern -> candidates(pattern, applier, diagnosis)).filter(candidate -> seen.add(candidate.hash()));
    }

    private static Stream<CandidatePatch> candidates(SuccessPattern pattern, TemplateApplier applier, Diagnosis diagnosis) {
        List<TemplateApplier.Application> ways = TemplateJson.read(pattern.template()).map(applier::apply).orElse(List.of());
        return ways.stream().map(way -> new CandidatePatch(PREFIX + pattern.id(), way.description(), way.edits(), tier(pattern, diagnosis),
                prior(pattern, diagnosis) / Math.sqrt(ways.size()), null, why(pattern)));
    }

    /// A pattern proven for exactly this failure may go as far as any; borrowed from another, it wants a person or a test, except for
    /// imports, which either resolve or do not.
    private static Tier tier(SuccessPattern pattern, Diagnosis diagnosis) {
        boolean exact = pattern.clusterId().equals(diagnosis.clusterId());
        boolean imports = TemplateJson.read(pattern.template()).filter(t -> t.steps().stream().allMatch(Step.AddImport.class::isInstance)).isPresent();
        boolean sameCode = pattern.errorCode().equals(diagnosis.errorCode());
        return exact || (imports && sameCode) ? Tier.A : Tier.B;
    }

    /// Laplace's rule on the pattern's record, less for a borrowed one.
    private static double prior(SuccessPattern pattern, Diagnosis diagnosis) {
        double held = (pattern.successCount() * pattern.avgConfidence() + 1.8) / (pattern.successCount() + pattern.failureCount() + 2.0);
        double near = pattern.clusterId().equals(diagnosis.clusterId()) ? 1 : pattern.errorCode().equals(diagnosis.errorCode()) ? 0.95 : 0.75;
        return Math.clamp(held * near, 0.05, 0.99);
    }

    private static String why(SuccessPattern pattern) {
        String failed = pattern.failureCount() == 0 ? "" : " and failed " + pattern.failureCount() + " times";
        return "The same edit held " + (pattern.successCount() == 1 ? "once" : pattern.successCount() + " times") + failed + " for "
                + pattern.clusterId() + ".";
    }
}
