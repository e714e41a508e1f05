package dev.codeheals.engine.score;

import java.time.Instant;

/// A fix whose correctness is known.
///
/// @param envelopeId the attempt
/// @param source     who proposed it: {@code rule:<id>}, {@code pattern:<id>} …
/// @param raw        the probability before calibration
/// @param predicted  the probability that was shown
/// @param right      approved and kept; wrong if rejected, undone or failed again within a week
/// @param why        in a few words: "approved", "rejected", "undone", "failed again"
public record JudgedFix(String envelopeId, String project, String clusterId, String family, String source, double raw, double predicted,
                        boolean right, String why, Instant at) {}
