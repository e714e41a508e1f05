package dev.codeheals.engine.score;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.verify.Evidence;
import dev.codeheals.engine.verify.VerdictTier;

/// The highest probability that the evidence allows, whatever the signals say.
///
/// "It no longer crashes" is no proof. Without a test that asked for the change, 0.8 is within reach only for tier A edits of a kind that
/// measured history says is then right; a guard or default that merely silences never gets there, nor where it pleased one test while others
/// still fail.
///
/// @param highest 0 to 1
/// @param why     why no more; empty where nothing limits
record EvidenceLimit(double highest, String why) {
    private static final double TRUSTED = 0.87;
    private static final double BELOW_PROPOSAL = 0.79;

    /// @param baseRate how often verified fixes of this source with this evidence are right
    static EvidenceLimit of(CandidatePatch patch, EditShape shape, Evidence evidence, double baseRate) {
        if (evidence.tier().compareTo(VerdictTier.FAILURE_GONE) < 0) {
            return new EvidenceLimit(0.5, "it was not shown that the failure is gone");
        }
        if (patch.tier() == Tier.C) {
            return new EvidenceLimit(0.6, "edits of this kind are only ever suggestions");
        }
        if (evidence.doubt().isPresent()) {
            return new EvidenceLimit(BELOW_PROPOSAL, evidence.doubt().get());
        }
        boolean silences = shape.kind() == EditShape.Kind.SILENCE;
        if (EvidenceKind.of(evidence) == EvidenceKind.TEST) {
            return silences && !evidence.after().failed().isEmpty() ? new EvidenceLimit(BELOW_PROPOSAL, "it may only hide the failure where tests still fail")
                    : new EvidenceLimit(1, "");
        }
        if (silences) {
            return new EvidenceLimit(0.7, "it may only hide the failure, and no test asks for it");
        }
        if (patch.tier() == Tier.B) {
            return new EvidenceLimit(BELOW_PROPOSAL, "no test asks for it");
        }
        if (baseRate < TRUSTED) {
            return new EvidenceLimit(BELOW_PROPOSAL, "no test asks for it, and edits of this kind are not right often enough by themselves");
        }
        return new EvidenceLimit(1, "");
    }
}
