package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Names;
import java.util.Collection;
import java.util.List;

/// How sure a near name is the one that was meant.
final class Nearness {
    private static final double CLEAR_LEAD = 0.12;

    private Nearness() {}

    /// How often the i-th of the near names is the right one: high for a lone close one, low where several compete.
    static double prior(List<Names.Match> near, int i) {
        double score = near.get(i).score();
        double rival = near.size() == 1 ? 0 : near.get(i == 0 ? 1 : 0).score();
        double base = score >= 0.85 ? 0.95 : score >= Names.LIKELY ? 0.9 : score >= 0.68 ? 0.75 : 0.6;
        double lead = score - rival;
        return lead >= CLEAR_LEAD ? base : lead >= 0 ? base * (0.75 + 0.25 * lead / CLEAR_LEAD) : base * Math.max(0.3, 0.6 + lead);
    }

    /// The names that may have been meant, best first; dunder names only for a name that looks like one.
    static List<Names.Match> of(String written, Collection<String> known) {
        boolean dunder = written.startsWith("_");
        return Names.rank(written, known.stream().filter(k -> dunder || !k.startsWith("__")).distinct().toList());
    }
}
