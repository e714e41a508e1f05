package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Names;

/// Tells a mended misspelling from a new word: {@code os.sytem} was meant to be {@code os.system} by whoever wrote the program, so the fix
/// adds nothing that was not wanted.
final class Misspellings {
    private static final int SHORTEST = 4;
    private static final double NEAR = 0.75;

    private Misspellings() {}

    /// Whether all an edit does is to spell names right that mean nothing as they are.
    static boolean onlyMends(FileEdit edit, String before, Bindings bindings) {
        return !edit.creates() && !edit.replacements().isEmpty() && edit.replacements().stream().allMatch(r -> mends(r, before, bindings));
    }

    private static boolean mends(Replacement r, String before, Bindings bindings) {
        int start = r.start();
        while (start > 0 && part(before.charAt(start - 1))) {
            start--;
        }
        int end = r.end();
        while (end < before.length() && part(before.charAt(end))) {
            end++;
        }
        String old = before.substring(start, end);
        String spelled = before.substring(start, r.start()) + r.text() + before.substring(r.end(), end);
        boolean words = old.chars().allMatch(Misspellings::part) && spelled.chars().allMatch(Misspellings::part);
        return words && !spelled.isEmpty() && old.length() >= SHORTEST && old.charAt(0) == spelled.charAt(0) && meansNothing(old, bindings) && Names.score(old, spelled) >= NEAR;
    }

    private static boolean meansNothing(String word, Bindings bindings) {
        return !bindings.bound().contains(word) && !CapabilityTable.telling(word) && !Builtins.FUNCTIONS.contains(word) && !Builtins.TYPES.contains(word);
    }

    private static boolean part(int c) {
        return Character.isJavaIdentifierPart(c) && c != '$';
    }
}
