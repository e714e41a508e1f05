package dev.codeheals.engine.repair;

import java.util.Comparator;
import java.util.List;

/// The change of one file.
///
/// @param file         relative to the project root, forward slashes
/// @param creates      whether the file is new; then there is one replacement at 0
/// @param replacements in ascending order, not overlapping
public record FileEdit(String file, boolean creates, List<Replacement> replacements) {
    public FileEdit {
        replacements = replacements.stream().sorted(Comparator.comparingInt(Replacement::start).thenComparingInt(Replacement::end)).toList();
        for (int i = 1; i < replacements.size(); i++) {
            if (replacements.get(i).start() < replacements.get(i - 1).end()) {
                throw new IllegalArgumentException("Replacements overlap in " + file);
            }
        }
        if (replacements.isEmpty()) {
            throw new IllegalArgumentException("An edit of " + file + " needs a replacement.");
        }
    }

    public static FileEdit of(String file, Replacement... replacements) {
        return new FileEdit(file, false, List.of(replacements));
    }

    /// The new text.
    ///
    /// @throws IndexOutOfBoundsException if a replacement lies outside the old text
    public String applyTo(String old) {
        StringBuilder result = new StringBuilder(old.length() + 64);
        int from = 0;
        for (Replacement r : replacements) {
            result.append(old, from, r.start()).append(r.text());
            from = r.end();
        }
        return result.append(old, from, old.length()).toString();
    }
}
