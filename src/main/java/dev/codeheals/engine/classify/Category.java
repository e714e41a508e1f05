package dev.codeheals.engine.classify;

import java.util.List;

/// One kind of failure, as a taxonomy file describes it.
///
/// @param code            "RES.NAME_ERROR": family, dot, name
/// @param title           a few words
/// @param difficulty      0 (trivial) to 1
/// @param confidence      0 to 1: how sure a match is
/// @param hint            one actionable sentence
/// @param explain         a paragraph that a learner understands
/// @param detectors       any of them makes a match
/// @param examples        "Type: message" texts that must get this code
/// @param counterExamples texts that must not
/// @param origin          the file it came from
public record Category(String code, String title, Severity severity, double difficulty, double confidence, String hint, String explain,
                       List<Detector> detectors, List<String> examples, List<String> counterExamples, String origin) {
    public Category {
        detectors = List.copyOf(detectors);
        examples = List.copyOf(examples);
        counterExamples = List.copyOf(counterExamples);
    }

    /// The part before the first dot: "RES".
    public String family() {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
