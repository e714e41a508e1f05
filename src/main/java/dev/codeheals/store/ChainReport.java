package dev.codeheals.store;

import java.util.List;

/// What a check of the whole journal found.
///
/// @param envelopes records looked at
/// @param decisions outcome changes looked at
/// @param breaks    everything that is not as it was written, by sequence
public record ChainReport(long envelopes, long decisions, List<Break> breaks) {
    public ChainReport {
        breaks = List.copyOf(breaks);
    }

    public boolean intact() {
        return breaks.isEmpty();
    }

    /// @param envelopeId the record it concerns; empty where that cannot be told
    public record Break(long sequence, String envelopeId, String problem) {}
}
