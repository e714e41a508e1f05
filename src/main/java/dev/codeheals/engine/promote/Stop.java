package dev.codeheals.engine.promote;

import java.io.Serial;

/// Ends a promotion early with its result.
final class Stop extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient PromotionResult result;

    Stop(PromotionResult result) {
        super(result.message(), null, false, false);
        this.result = result;
    }

    static Stop refused(String code, String file, String reason) {
        return new Stop(new PromotionResult.Refused(code, file, reason));
    }

    PromotionResult result() {
        return result;
    }
}
