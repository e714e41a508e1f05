package dev.codeheals.engine.source;

/// New text and the offset it belongs at.
public record Insertion(int offset, String text) {
    public String applyTo(String old) {
        return old.substring(0, offset) + text + old.substring(offset);
    }
}
