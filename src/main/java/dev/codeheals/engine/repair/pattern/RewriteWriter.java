package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Carries out a rewrite at a place that was found.
final class RewriteWriter {
    private final FileTokens file;
    private final Style style;

    RewriteWriter(FileTokens file) {
        this.file = file;
        this.style = Style.of(file);
    }

    /// The replacement; empty if a hole has no value or a comment would be lost.
    ///
    /// @param extra values besides those of the match
    Optional<Replacement> write(Step.Rewrite rewrite, TokenMatcher.Match match, Map<String, String> extra) {
        Map<String, String> values = new HashMap<>(match.values());
        values.putAll(extra);
        AtomWriter writer = new AtomWriter(style, values);
        return match.from() == match.to() ? insertion(rewrite, match.from(), writer) : replacement(rewrite, match, writer);
    }

    private Optional<Replacement> replacement(Step.Rewrite rewrite, TokenMatcher.Match match, AtomWriter writer) {
        int start = file.at(match.from()).start();
        int end = file.at(match.to() - 1).end();
        if (holdsComment(match.from(), match.to())) {
            return Optional.empty();
        }
        if (rewrite.with().isEmpty()) {
            return Optional.of(deletion(match, start, end));
        }
        boolean closesUp = rewrite.find().getFirst().spaced() && !rewrite.with().getFirst().spaced() && !file.layoutAt(match.from() - 1);
        int from = closesUp ? file.at(match.from() - 1).end() : start;
        return writer.write(rewrite.with(), indentAt(match.from()), false, false).map(text -> new Replacement(from, end, text));
    }

    /// Takes one of the two spaces along that would be left, and the indentation of whole lines.
    private Replacement deletion(TokenMatcher.Match match, int start, int end) {
        boolean wholeLines = file.layoutAt(match.from() - 1) && file.at(match.to() - 1).kind() == Token.Kind.NEWLINE;
        if (wholeLines) {
            return Replacement.delete(file.source().lineStart(file.source().lineOf(start)), end);
        }
        boolean between = file.spacedAt(match.from()) && (file.spacedAt(match.to()) || file.layoutAt(match.to()));
        return Replacement.delete(between ? file.at(match.from() - 1).end() : start, end);
    }

    private Optional<Replacement> insertion(Step.Rewrite rewrite, int index, AtomWriter writer) {
        boolean wholeLines = rewrite.with().getLast() instanceof Atom.Literal last && Atom.layout(last.kind()) && file.layoutAt(index - 1);
        if (wholeLines) {
            return wholeLines(rewrite, index, writer);
        }
        if (file.layoutAt(index - 1)) {
            int offset = file.at(index).start();
            return writer.write(rewrite.with(), indentAt(index), false, false)
                    .map(text -> Replacement.insert(offset, rewrite.spaced() ? text + " " : text));
        }
        int offset = file.at(index - 1).end();
        boolean gap = rewrite.spaced() && !file.spacedAt(index) && !file.layoutAt(index);
        return writer.write(rewrite.with(), indentAt(index - 1), false, true).map(text -> Replacement.insert(offset, gap ? text + " " : text));
    }

    private Optional<Replacement> wholeLines(Step.Rewrite rewrite, int index, AtomWriter writer) {
        SourceFile source = file.source();
        boolean beforeStatement = !file.layoutAt(index);
        if (beforeStatement) {
            int row = file.lineOf(index);
            return writer.write(rewrite.with(), source.indentOf(row), true, false).map(text -> Replacement.insert(source.lineStart(row), text));
        }
        int previous = index - 1;
        while (previous >= 0 && file.at(previous).kind() != Token.Kind.NEWLINE) {
            previous--;
        }
        if (previous < 0) {
            return writer.write(rewrite.with(), "", true, false).map(text -> Replacement.insert(0, text));
        }
        Token lineEnd = file.at(previous);
        String indent = indentAt(previous);
        boolean glued = lineEnd.end() == lineEnd.start();
        return writer.write(rewrite.with(), indent, true, false)
                .map(text -> Replacement.insert(lineEnd.end(), glued ? style.eol() + text : text));
    }

    private boolean holdsComment(int from, int to) {
        String text = file.source().text();
        for (int i = from; i + 1 < to; i++) {
            int gapEnd = Math.max(file.at(i).end(), file.at(i + 1).start());
            if (text.substring(file.at(i).end(), gapEnd).indexOf('#') >= 0) {
                return true;
            }
        }
        return false;
    }

    private String indentAt(int index) {
        return file.source().indentOf(file.lineOf(file.lineBegin(index)));
    }
}
