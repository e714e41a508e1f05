package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Optional;

/// New statements as lines of their own.
final class NewLine {
    private NewLine() {}

    /// A statement on its own line before another, indented alike; for one that shares its line with others, before it on that line.
    static Optional<Insertion> before(Fault fault, Stmt statement, String text) {
        SourceFile source = fault.source();
        int start = Tree.outerStart(statement);
        int line = source.lineOf(start);
        boolean first = source.lineStart(line) + source.indentOf(line).length() == start;
        return Optional.of(first ? new Insertion(source.lineStart(line), source.indentOf(line) + text + source.eol()) : new Insertion(start, text + "; "));
    }

    /// A statement on its own line after another, indented alike.
    static Optional<Insertion> after(Fault fault, Stmt statement, String text) {
        SourceFile source = fault.source();
        int line = source.lineOf(Math.max(statement.start(), statement.end() - 1));
        String indent = source.indentOf(source.lineOf(Tree.outerStart(statement)));
        return Optional.of(atLineEnd(source, line, indent + text));
    }

    /// A whole line after a line; the last line of a file may lack its separator.
    static Insertion atLineEnd(SourceFile source, int line, String text) {
        boolean last = line >= source.lineCount();
        if (!last) {
            return new Insertion(source.lineStart(line + 1), text + source.eol());
        }
        String all = source.text();
        boolean closed = all.endsWith("\n") || all.endsWith("\r");
        return new Insertion(all.length(), closed ? text + source.eol() : source.eol() + text);
    }
}
