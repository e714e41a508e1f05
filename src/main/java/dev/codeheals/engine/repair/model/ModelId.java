package dev.codeheals.engine.repair.model;

/// Names a model.
///
/// @param provider {@code anthropic}, {@code openai} or {@code compatible}
/// @param name     as its provider calls it
public record ModelId(String provider, String name) {

    /// How a candidate names it as its source: {@code model:anthropic/…}.
    public String source() {
        return "model:" + provider + "/" + name;
    }
}
