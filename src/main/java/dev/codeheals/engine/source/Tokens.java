package dev.codeheals.engine.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All tokens of a text in source order, the last one an END, with what the tokenizer found wrong.
public record Tokens(List<Token> all, List<SyntaxFault> faults) {
    public Tokens {
        all = List.copyOf(all);
        faults = List.copyOf(faults);
    }

    /// The tokens that carry meaning: all but comments and line breaks inside brackets or on blank lines.
    public List<Token> significant() {
        return all.stream().filter(Tokens::isSignificant).toList();
    }

    static boolean isSignificant(Token token) {
        return token.kind() != Token.Kind.COMMENT && token.kind() != Token.Kind.LINE_BREAK;
    }

    /// The token whose range holds the offset; null between tokens.
    public @Nullable Token at(int offset) {
        int index = firstEndingAfter(offset);
        return index < all.size() && all.get(index).start() <= offset ? all.get(index) : null;
    }

    /// All tokens that lie wholly in the range, INDENT, DEDENT and END left out.
    public List<Token> within(int start, int end) {
        int index = firstEndingAfter(start);
        int stop = index;
        while (stop < all.size() && all.get(stop).end() <= end) {
            stop++;
        }
        return all.subList(index, stop).stream().filter(t -> t.start() >= start && t.end() > t.start()).toList();
    }

    private int firstEndingAfter(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
