package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Names;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Tells of two near names which one is spelt like English.
final class Spelling {
    private static final class Loaded {
        static final Set<String> WORDS = read();

        private static Set<String> read() {
            Set<String> words = new HashSet<>(40_000);
            Tables.lines("words.txt").forEach(line -> words.addAll(Arrays.asList(line.split(" ", -1))));
            return words;
        }
    }

    private Spelling() {}

    /// How far the second name is spelt better than the first: 1 if only it is English, -1 if only the first is, else 0.
    static int compare(String first, String second) {
        return Integer.compare(unknown(first), unknown(second));
    }

    private static int unknown(String name) {
        List<String> words = Names.words(name);
        return words.stream().anyMatch(w -> w.length() > 3 && !isWord(w)) ? 1 : 0;
    }

    private static boolean isWord(String word) {
        return Loaded.WORDS.contains(word) || (word.endsWith("s") && Loaded.WORDS.contains(word.substring(0, word.length() - 1)))
                || (word.endsWith("ed") && (Loaded.WORDS.contains(word.substring(0, word.length() - 2)) || Loaded.WORDS.contains(word.substring(0, word.length() - 1))))
                || (word.endsWith("es") && Loaded.WORDS.contains(word.substring(0, word.length() - 2)));
    }
}
