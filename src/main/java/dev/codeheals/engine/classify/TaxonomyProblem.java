package dev.codeheals.engine.classify;

/// Why a taxonomy file, or a part of it, is not in use.
///
/// @param line 1-based; 0 where the reason concerns the whole file
public record TaxonomyProblem(String file, int line, String reason) {
    @Override
    public String toString() {
        return line > 0 ? file + ":" + line + ": " + reason : file + ": " + reason;
    }
}
