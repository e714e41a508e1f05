package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import java.util.List;

/// One way to mend a file that does not compile.
///
/// @param prior        0 to 1: how often an edit like this is right when the file compiles with it
/// @param replacements not overlapping
record SyntaxOption(Tier tier, double prior, String description, List<Replacement> replacements) {
    SyntaxOption {
        replacements = List.copyOf(replacements);
    }

    SyntaxOption atMost(double most) {
        return new SyntaxOption(tier, Math.min(prior, most), description, replacements);
    }

    static SyntaxOption sure(double prior, String description, Replacement... replacements) {
        return new SyntaxOption(Tier.A, prior, description, List.of(replacements));
    }

    static SyntaxOption unsure(double prior, String description, Replacement... replacements) {
        return new SyntaxOption(Tier.B, prior, description, List.of(replacements));
    }
}
