package dev.codeheals.engine.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How a probability or a share is written for people: rounded down, so that nothing less than sure reads as sure and nothing below a limit
/// as having reached it.
public final class Certainty {
    /// What sums of such numbers lose; half a millionth is no difference to anybody.
    private static final double NOISE = 5e-7;

    private Certainty() {}

    /// {@code 0.99} for 0.997.
    public static String digits(double probability) {
        return cut(probability, 2).toPlainString();
    }

    /// {@code 99 %} for 0.997.
    public static String percent(double share) {
        return cut(share, 2).movePointRight(2).toPlainString() + " %";
    }

    private static BigDecimal cut(double value, int digits) {
        return BigDecimal.valueOf(value < 1 ? Math.min(value + NOISE, Math.nextDown(1.0)) : value).setScale(digits, RoundingMode.DOWN);
    }
}
