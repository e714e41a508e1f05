package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Node;
import java.util.List;

/// One small change of a file.
///
/// @param prior        0 to 1: how often a change like this is the right one, before anything is known of the place
/// @param description  as a sentence without a full stop
/// @param replacements not overlapping
record Edit(double prior, String description, List<Replacement> replacements) {
    Edit {
        replacements = List.copyOf(replacements);
    }

    static Edit replace(double prior, String description, Node node, String text) {
        return new Edit(prior, description, List.of(new Replacement(node.start(), node.end(), text)));
    }

    static Edit replace(double prior, String description, int start, int end, String text) {
        return new Edit(prior, description, List.of(new Replacement(start, end, text)));
    }

    static Edit insert(double prior, String description, int offset, String text) {
        return new Edit(prior, description, List.of(Replacement.insert(offset, text)));
    }
}
