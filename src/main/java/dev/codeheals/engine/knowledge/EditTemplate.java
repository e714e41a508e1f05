package dev.codeheals.engine.knowledge;

/// An abstract edit: what to do with holes for names, and where by syntax.
///
/// @param json the template's own document; its format belongs to {@code engine.repair.pattern}
public record EditTemplate(String json) {
    /// For a fix that could not be made abstract; it is kept as a diff only.
    public static final EditTemplate NONE = new EditTemplate("{}");
}
