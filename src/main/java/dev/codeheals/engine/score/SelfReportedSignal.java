package dev.codeheals.engine.score;

import org.jspecify.annotations.Nullable;

/// A model's own confidence, drawn halfway to "says nothing": `0.5 + (s − 0.5) / 2`.
///
/// Published calibration errors of language models on code lie between 0.15 and 0.6, nearly always on the bold side.
final class SelfReportedSignal {
    private SelfReportedSignal() {}

    static @Nullable Signal of(@Nullable Double reported) {
        if (reported == null || reported.isNaN()) {
            return null;
        }
        return new Signal(0.5 + (Math.clamp(reported, 0.0, 1.0) - 0.5) / 2, "the model's own estimate, discounted");
    }
}
