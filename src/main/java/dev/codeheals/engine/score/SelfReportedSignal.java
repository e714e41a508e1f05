package dev.codeheals.engine.score;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model's own confidence, calibrated by what became of that model's fixes.
///
/// Without outcomes it is drawn halfway to "says nothing": `d = 0.5 + (s − 0.5) / 2`. Published calibration errors of language models on code
/// lie between 0.15 and 0.6, nearly always on the bold side. With `n` judged fixes of this model, `r` of them right, it is
/// `(10 · d + r) / (10 + n)`: after ten fixes the record weighs as much as the word.
final class SelfReportedSignal {
    private static final double WORD = 10;

    private SelfReportedSignal() {}

    /// @param judged fixes whose correctness is known, of any source
    static @Nullable Signal of(@Nullable Double reported, String source, List<JudgedFix> judged) {
        if (reported == null || reported.isNaN()) {
            return null;
        }
        List<JudgedFix> own = judged.stream().filter(fix -> fix.source().equals(source)).toList();
        double discounted = 0.5 + (Math.clamp(reported, 0.0, 1.0) - 0.5) / 2;
        double right = own.stream().filter(JudgedFix::right).count();
        return new Signal((WORD * discounted + right) / (WORD + own.size()), own.isEmpty() ? "the model's own estimate, discounted"
                : "the model's own estimate, weighed with %d of its fixes".formatted(own.size()));
    }
}
