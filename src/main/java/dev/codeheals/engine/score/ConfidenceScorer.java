package dev.codeheals.engine.score;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.verify.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Turns evidence into the probability that a fix is correct.
///
/// `raw = logistic(bias + base · logodds(rate) + Σ weight · (signal − 0.5))`, where `rate` is how often verified fixes of this source were
/// right on the bench. The family's own outcomes calibrate that, and {@link EvidenceLimit} caps it.
public final class ConfidenceScorer {
    /// Rivals often do the same in other words, so they count half.
    private static final double RIVAL_WEIGHT = 0.5;

    private final Priors priors;
    private final FixOutcomes outcomes;

    public ConfidenceScorer(Priors priors, FixOutcomes outcomes) {
        this.priors = priors;
        this.outcomes = outcomes;
    }

    /// Scores one verified candidate.
    ///
    /// A different fix that verifies too takes its share of the base rate, by the odds of the priors: at equal ones a third.
    ///
    /// @param project the files the candidate edits, as they are without it
    /// @param rivals  other candidates that verified for the same failure
    public Confidence score(CandidatePatch patch, Evidence evidence, SealedDiagnosis sealed, ProjectSnapshot project,
                            List<CandidatePatch> rivals) {
        Diagnosis diagnosis = sealed.diagnosis();
        EditShape shape = EditShape.of(patch, project);
        EvidenceKind kind = EvidenceKind.of(evidence);
        double rate = priors.baseRate(patch.source(), patch.prior(), kind) * share(patch, rivals);
        Signal syntax = SyntaxSignal.of(shape, evidence);
        Signal semantic = SemanticSignal.of(evidence);
        Signal difficulty = new Signal(1 - diagnosis.difficulty(), "");
        Signal selfReported = SelfReportedSignal.of(patch.selfReported(), patch.source(), patch.selfReported() == null ? List.of() : outcomes.all());
        double raw = combine(rate, syntax, semantic, difficulty, selfReported);
        FamilyCalibration calibration = FamilyCalibration.fit(outcomes.ofFamily(diagnosis.family()));
        double calibrated = calibration.apply(raw);
        EvidenceLimit limit = EvidenceLimit.of(patch, shape, evidence, rate);
        return new Confidence(syntax.value(), semantic.value(), difficulty.value(), selfReported == null ? null : selfReported.value(), raw,
                Math.min(calibrated, limit.highest()), calibration.size(),
                why(syntax, semantic, rivals.size(), calibrated > limit.highest() ? limit.why() : "", diagnosis.family(), calibration.size()));
    }

    private static double share(CandidatePatch patch, List<CandidatePatch> rivals) {
        double strongest = rivals.stream().mapToDouble(rival -> odds(rival.prior())).max().orElse(0);
        double own = odds(patch.prior());
        return own / (own + RIVAL_WEIGHT * strongest);
    }

    private static double odds(double prior) {
        double kept = Math.clamp(prior, 0.01, 0.99);
        return kept / (1 - kept);
    }

    private double combine(double rate, Signal syntax, Signal semantic, Signal difficulty, @Nullable Signal selfReported) {
        Priors.Weights w = priors.weights();
        double sum = w.bias() + w.base() * LogOdds.of(rate) + w.syntax() * (syntax.value() - 0.5) + w.semantic() * (semantic.value() - 0.5)
                + w.difficulty() * (difficulty.value() - 0.5);
        return LogOdds.probability(selfReported == null ? sum : sum + w.selfReported() * (selfReported.value() - 0.5));
    }

    private static String why(Signal syntax, Signal semantic, int rivals, String limit, String family, int size) {
        String history = size >= Confidence.ENOUGH ? "calibrated by " + size + " own fixes of " + family
                : "not enough history of " + family + " yet (" + size + " of " + Confidence.ENOUGH + ")";
        String because = limit.isEmpty() ? "" : "; held down because " + limit;
        String others = rivals == 0 ? "" : rivals == 1 ? "; another fix verifies too" : "; " + rivals + " other fixes verify too";
        return semantic.why() + others + "; " + syntax.why() + because + "; " + history + ".";
    }
}
