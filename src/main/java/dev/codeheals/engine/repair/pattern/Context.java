package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.pattern.FileTokens.Span;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Token;
import java.util.Set;
import java.util.stream.Stream;

/// Judges whether a rewrite holds enough of its place to be recognised elsewhere for the right reason.
final class Context {
    private static final Set<String> EMPTY_OPERATORS = Set.of("(", ")", "[", "]", "{", "}", ",", ".", "=", ":");
    private static final Set<String> TELLING_WORDS = Set.of("in", "is", "not", "and", "or", "await", "lambda", "yield");

    private final FileTokens file;
    private final Span failing;

    Context(FileTokens file, Span failing) {
        this.file = file;
        this.failing = failing;
    }

    /// Whether something beside names and brackets tells the place, and every name of the failing line that the new code uses is bound there.
    boolean tells(Step.Rewrite rewrite) {
        boolean lineEnd = rewrite.find().isEmpty() && !rewrite.after().isEmpty() && newLine(rewrite.after().getFirst());
        boolean wholeLine = rewrite.with().stream().anyMatch(Context::newLine);
        boolean telling = lineEnd || wholeLine
                || rewrite.find().stream().anyMatch(Context::replacedTells)
                || Stream.concat(rewrite.before().stream(), rewrite.after().stream()).anyMatch(Context::telling);
        return telling && !speaksOfUnboundNames(rewrite);
    }

    private boolean speaksOfUnboundNames(Step.Rewrite rewrite) {
        boolean dotted = false;
        for (Atom atom : rewrite.with()) {
            boolean name = atom instanceof Atom.Literal literal && literal.kind() == Token.Kind.NAME && !dotted && !Builtins.contains(literal.text())
                    && onFailingLine(literal.text());
            if (name) {
                return true;
            }
            dotted = atom instanceof Atom.Literal literal && literal.text().equals(".");
        }
        return false;
    }

    private boolean onFailingLine(String name) {
        for (int i = failing.from(); i < failing.to(); i++) {
            boolean attribute = i > 0 && file.at(i - 1).is(".");
            boolean called = i + 1 < file.size() && file.at(i + 1).is("(");
            if (file.at(i).kind() == Token.Kind.NAME && file.at(i).text().equals(name) && !attribute && !called) {
                return true;
            }
        }
        return false;
    }

    private static boolean newLine(Atom atom) {
        return atom instanceof Atom.Literal literal && literal.kind() == Token.Kind.NEWLINE;
    }

    private static boolean replacedTells(Atom atom) {
        return !(atom instanceof Atom.Literal literal) ? telling(atom) : literal.text().equals("=") || literal.kind() == Token.Kind.KEYWORD || telling(atom);
    }

    private static boolean telling(Atom atom) {
        return switch (atom) {
            case Atom.Hole hole -> !hole.name().startsWith("n");
            case Atom.Literal literal -> switch (literal.kind()) {
                case NAME -> true;
                case KEYWORD -> TELLING_WORDS.contains(literal.text());
                case OPERATOR -> !EMPTY_OPERATORS.contains(literal.text());
                default -> false;
            };
        };
    }
}
