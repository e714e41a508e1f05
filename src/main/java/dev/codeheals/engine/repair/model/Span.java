package dev.codeheals.engine.repair.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A stretch of text that must not leave the machine.
///
/// @param what a word for it, for the placeholder: SECRET, USER, PATH
record Span(int start, int end, String what) {

    /// The stretches in order, those that overlap made one.
    static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans.stream().filter(s -> s.start() < s.end()).sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (!merged.isEmpty() && span.start() < merged.getLast().end()) {
                Span last = merged.removeLast();
                merged.add(new Span(last.start(), Math.max(last.end(), span.end()), last.what()));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }
}
