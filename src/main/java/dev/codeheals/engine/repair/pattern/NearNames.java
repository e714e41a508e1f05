package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of a file that a misspelt one may have meant.
final class NearNames {
    private static final int MOST = 3;

    private NearNames() {}

    /// Nearest first, more frequent before rarer.
    ///
    /// @param shape of the misspelt token: a name, or the content of a string
    static List<String> of(FileTokens file, String misspelt, Atom.Shape shape) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Token token : file.tokens()) {
            if (shape == Atom.Shape.STRING && token.kind() == Token.Kind.STRING) {
                Strings.content(token.text()).ifPresent(content -> counts.merge(content, 1, Integer::sum));
            } else if (shape != Atom.Shape.STRING && token.kind() == Token.Kind.NAME) {
                counts.merge(token.text(), 1, Integer::sum);
            }
        }
        if (shape != Atom.Shape.STRING) {
            Builtins.NAMES.forEach(name -> counts.putIfAbsent(name, 0));
        }
        List<String> near = new ArrayList<>(counts.keySet().stream().filter(name -> Similarity.alike(misspelt, name)).toList());
        near.sort(Comparator.comparingInt((String name) -> Similarity.distance(misspelt, name))
                .thenComparing(Comparator.comparingInt((String name) -> counts.getOrDefault(name, 0)).reversed()).thenComparing(name -> name));
        return near.subList(0, Math.min(MOST, near.size()));
    }
}
