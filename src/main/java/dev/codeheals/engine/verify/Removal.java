package dev.codeheals.engine.verify;

import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Candidates that only take away what failed. Where a test asks for it that may be right; a program without tests only does less.
final class Removal {
    private Removal() {}

    static Optional<String> objection(List<FileChange> changes) {
        return !changes.isEmpty() && changes.stream().allMatch(Removal::onlyRemovesWork)
                ? Optional.of("It only takes away what failed, and no test asks for that.") : Optional.empty();
    }

    private static boolean onlyRemovesWork(FileChange change) {
        byte[] old = change.before();
        if (old == null || !change.file().endsWith(".py")) {
            return false;
        }
        List<String> gone = new ArrayList<>(work(change.file(), old));
        List<String> left = work(change.file(), change.after());
        boolean nothingNew = left.stream().allMatch(gone::remove);
        return nothingNew && !gone.isEmpty();
    }

    /// Simple statements that do something; an import or a bare name may be superfluous.
    private static List<String> work(String file, byte[] content) {
        return EncodedText.decode(content).map(text -> Tree.of(PythonParser.parse(file, text.text()))).map(tree -> tree.all(Stmt.class).stream()
                .filter(Removal::works).map(tree::text).toList()).orElse(List.of());
    }

    private static boolean works(Stmt statement) {
        return switch (statement) {
            case Stmt.Assign _, Stmt.AugAssign _, Stmt.AnnAssign _, Stmt.Return _, Stmt.Raise _, Stmt.Delete _, Stmt.Broken _ -> true;
            case Stmt.ExprStmt e -> !(e.value() instanceof Expr.Name || e.value() instanceof Expr.Constant);
            case Stmt _ -> false;
        };
    }
}
