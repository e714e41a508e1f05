package dev.codeheals.engine.score;

/// Probabilities as log odds, kept away from certainty.
final class LogOdds {
    private static final double EDGE = 0.005;

    private LogOdds() {}

    static double of(double probability) {
        double p = Math.clamp(probability, EDGE, 1 - EDGE);
        return Math.log(p / (1 - p));
    }

    static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
