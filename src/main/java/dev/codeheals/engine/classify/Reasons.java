package dev.codeheals.engine.classify;

import dev.codeheals.engine.detect.Traceback;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a classification into words.
final class Reasons {
    private Reasons() {}

    static Explanation explain(Category category, Taxonomy.@Nullable Match match, Traceback judged, Diagnosis diagnosis) {
        List<String> tokens = new ArrayList<>();
        if (match != null && !match.matched().isEmpty()) {
            tokens.add(match.matched());
        }
        if (diagnosis.subject() != null) {
            tokens.add(diagnosis.subject());
        }
        return new Explanation(category.title(), category.explain(), category.hint(), why(category, match, judged), grouped(category, diagnosis), tokens,
                match == null ? null : detector(match), category.origin());
    }

    private static String why(Category category, Taxonomy.@Nullable Match match, Traceback judged) {
        if (match == null) {
            return "No category knows " + judged.exceptionType() + ", so it is called unknown.";
        }
        String type = match.type().equals("*") ? "The type " + judged.exceptionType() + " is not known"
                : "The type " + judged.exceptionType() + " fits " + match.type();
        return match.matched().isEmpty() ? type + "; the type alone decides for " + category.code() + "."
                : type + ", and the message says \"" + match.matched() + "\".";
    }

    private static String grouped(Category category, Diagnosis diagnosis) {
        String natural = diagnosis.subject() == null ? category.code() : category.code() + ":" + diagnosis.subject();
        String cluster = diagnosis.clusterId();
        if (!natural.equals(cluster)) {
            return cluster.startsWith(natural + "@") ? "You made a group of its own of " + natural + " at " + cluster.substring(natural.length() + 1) + "."
                    : "You put " + natural + " into " + cluster + ".";
        }
        if (TypeNames.last(diagnosis.exceptionType()).equals(diagnosis.subject())) {
            return "Nothing is known of this class, so only failures that raise a " + diagnosis.subject() + " are one group.";
        }
        return diagnosis.subject() == null ? "All failures of this kind are one group, since the message names nothing that tells them apart."
                : "Failures of this kind that name '" + diagnosis.subject() + "' are likely to need the same fix.";
    }

    private static String detector(Taxonomy.Match match) {
        String pattern = match.detector().pattern();
        return pattern == null ? match.type() : match.type() + ": " + pattern;
    }
}
