package dev.codeheals.engine.repair;

/// Advice that only a person can follow.
///
/// @param ruleId who advises
/// @param text   what is wrong, one sentence
/// @param action what to do about it, one sentence or a command to type
public record Suggestion(String ruleId, String text, String action) {
    /// Both as sentences, one after the other.
    public String sentences() {
        return text + " " + (action.endsWith(".") ? action : "Try: " + action);
    }
}
