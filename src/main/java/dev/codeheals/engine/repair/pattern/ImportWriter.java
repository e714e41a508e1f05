package dev.codeheals.engine.repair.pattern;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Puts an import where the file has its imports.
final class ImportWriter {
    private ImportWriter() {}

    /// The edit; empty if the file makes that binding at its top already.
    static Optional<Replacement> add(SourceFile source, Imports.Binding binding) {
        Parsed parsed = PythonParser.parse(source);
        Stmt last = null;
        for (Stmt statement : parsed.module().body()) {
            if (bindings(statement).contains(binding)) {
                return Optional.empty();
            }
            if (statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom) {
                last = last == null || before(last, parsed.module().body(), statement) ? statement : last;
            }
        }
        String line = text(binding);
        if (last != null) {
            int end = source.lineEnd(source.lineOf(Math.max(last.start(), last.end() - 1)));
            return Optional.of(Replacement.insert(end, source.eol() + line));
        }
        return Optional.of(atTop(source, parsed.module().body(), line));
    }

    /// Whether a later import still belongs to the block of imports at the top.
    private static boolean before(Stmt last, List<Stmt> body, Stmt next) {
        int from = body.indexOf(last);
        return body.subList(from + 1, body.indexOf(next)).stream().allMatch(s -> s instanceof Stmt.Import || s instanceof Stmt.ImportFrom);
    }

    private static Replacement atTop(SourceFile source, List<Stmt> body, String line) {
        @Nullable Stmt first = body.isEmpty() ? null : body.getFirst();
        if (first instanceof Stmt.ExprStmt(int _, int end, Expr value) && value instanceof Expr.Constant(int _, int _, Expr.ConstantKind kind, String _)
                && kind == Expr.ConstantKind.STRING) {
            int lineEnd = source.lineEnd(source.lineOf(Math.max(0, end - 1)));
            return Replacement.insert(lineEnd, source.eol() + source.eol() + line);
        }
        int row = 1;
        while (row <= source.lineCount() && source.line(row).startsWith("#")) {
            row++;
        }
        int offset = row > source.lineCount() ? source.text().length() : source.lineStart(row);
        boolean glued = row > source.lineCount() && !source.text().isEmpty() && !source.text().endsWith("\n");
        String gap = row <= source.lineCount() && source.line(row).isBlank() ? "" : source.eol();
        return Replacement.insert(offset, (glued ? source.eol() : "") + line + source.eol() + gap);
    }

    private static List<Imports.Binding> bindings(Stmt statement) {
        return switch (statement) {
            case Stmt.Import i -> Imports.of(i);
            case Stmt.ImportFrom f -> Imports.of(f);
            default -> List.of();
        };
    }

    private static String text(Imports.Binding binding) {
        String name = binding.name();
        String alias = binding.alias() == null ? "" : " as " + binding.alias();
        return name == null ? "import " + binding.module() + alias : "from " + binding.module() + " import " + name + alias;
    }
}
