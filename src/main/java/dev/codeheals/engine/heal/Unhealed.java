package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.repair.Suggestion;
import java.util.List;

/// A failure nothing healed, told so that a person can go on from there: what is wrong, where, what was tried, what to do.
///
/// @param reason what came of the attempts
record Unhealed(Diagnosis diagnosis, List<Suggestion> suggestions, String reason) {
    Unhealed {
        suggestions = List.copyOf(suggestions);
    }

    String words() {
        String place = diagnosis.file() == null ? "" : " in " + diagnosis.file() + (diagnosis.line() == null ? "" : ":" + diagnosis.line());
        String what = diagnosis.exceptionType() + (diagnosis.message().isEmpty() ? "" : ": " + diagnosis.message());
        String advice = suggestions.isEmpty() ? diagnosis.hint() : String.join(" ", suggestions.stream().map(Suggestion::sentences).distinct().toList());
        return (what + place + ". " + reason + " " + advice).strip();
    }
}
