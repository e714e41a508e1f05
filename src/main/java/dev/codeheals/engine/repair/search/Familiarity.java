package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How well a changed line fits in with the rest of its file: code repeats itself, so a piece that stands elsewhere too is likelier than one
/// that stands nowhere.
final class Familiarity {
    private static final int PIECE = 4;
    private static final double WEIGHT = 0.5;
    /// In a file with fewer tokens chance decides what stands there twice.
    private static final int ENOUGH = 400;
    private static final Set<Token.Kind> SILENT = Set.of(Token.Kind.INDENT, Token.Kind.DEDENT, Token.Kind.END, Token.Kind.COMMENT, Token.Kind.LINE_BREAK);

    private final String text;
    private final List<Token> tokens;
    private final Map<String, Integer> pieces = new HashMap<>();

    Familiarity(Parsed module) {
        text = module.source().text();
        tokens = module.tokens().all().stream().filter(t -> !SILENT.contains(t.kind())).toList();
        pieces(tokens.stream().map(Token::text).toList()).forEach(piece -> pieces.merge(piece, 1, Integer::sum));
    }

    /// Above 1 for an edit that makes the place more like the rest of the file, below 1 for one that makes it less so.
    double of(Edit edit) {
        if (edit.replacements().size() != 1) {
            return 1;
        }
        Replacement change = edit.replacements().getFirst();
        int from = first(change.start());
        int to = Math.max(from, first(change.end() - 1) + (change.end() > change.start() ? 1 : 0));
        List<String> old = around(from, to, words(from, to));
        List<String> now = around(from, to, changed(change, from, to));
        return 1 + WEIGHT * Math.min(1, tokens.size() / (double) ENOUGH) * (known(now, 1) - known(old, 2));
    }

    /// The first token that ends behind the offset.
    private int first(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private List<String> words(int from, int to) {
        return tokens.subList(Math.min(from, tokens.size()), Math.min(to, tokens.size())).stream().map(Token::text).toList();
    }

    private List<String> changed(Replacement change, int from, int to) {
        int start = to > from ? Math.min(change.start(), tokens.get(from).start()) : change.start();
        int end = to > from ? Math.max(change.end(), tokens.get(Math.min(to, tokens.size()) - 1).end()) : change.end();
        String piece = text.substring(start, change.start()) + change.text() + text.substring(change.end(), end);
        return PythonTokenizer.tokenize(SourceFile.of("", piece.strip())).all().stream().filter(t -> !SILENT.contains(t.kind()) && !t.text().isBlank()).map(Token::text).toList();
    }

    private List<String> around(int from, int to, List<String> middle) {
        List<String> all = new ArrayList<>(words(Math.max(0, from - PIECE + 1), from));
        all.addAll(middle);
        all.addAll(words(to, to + PIECE - 1));
        return all;
    }

    private double known(List<String> words, int times) {
        List<String> all = pieces(words);
        return all.isEmpty() ? 0 : (double) all.stream().filter(piece -> pieces.getOrDefault(piece, 0) >= times).count() / all.size();
    }

    private static List<String> pieces(List<String> words) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i + PIECE <= words.size(); i++) {
            all.add(String.join(" ", words.subList(i, i + PIECE)));
        }
        return all;
    }
}
