package dev.codeheals.engine.verify;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.verify.Weakening.Change;
import java.util.Optional;
import java.util.Set;

/// Ways out of the program that report success.
final class EarlyEnd {
    private static final Set<String> EXITS = Set.of("sys.exit", "exit", "quit", "os._exit", "SystemExit", "_exit");
    private static final Set<String> ENDS = Set.of("os.abort", "os.kill", "os.killpg", "signal.raise_signal", "os.execl", "os.execle", "os.execlp",
            "os.execlpe", "os.execv", "os.execve", "os.execvp", "os.execvpe");

    private EarlyEnd() {}

    static Optional<String> objection(Change change) {
        boolean more = exits(change.after()) > exits(change.before());
        // With as many calls as before one was only renamed: a misspelt exit() is an honest repair.
        boolean added = calls(change.after()) > calls(change.before()) || raises(change.after()) > raises(change.before());
        if (more && added) {
            return Optional.of("It ends the program early in " + change.file() + ".");
        }
        return entries(change.after()) < entries(change.before()) ? Optional.of("It keeps the main part of " + change.file() + " from running.") : Optional.empty();
    }

    private static long exits(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        long calls = tree.all(Expr.Call.class).stream().filter(EarlyEnd::reportsSuccess).count();
        long raised = tree.all(Stmt.Raise.class).stream().filter(raise -> raise.exception() instanceof Expr.Name name && name.id().equals("SystemExit")).count();
        return calls + raised;
    }

    /// Blocks that run only when the file is the program.
    private static long entries(Parsed parsed) {
        Tree tree = Tree.of(parsed);
        return tree.all(Expr.Compare.class).stream().filter(compare -> compare.left() instanceof Expr.Name name && name.id().equals("__name__"))
                .filter(compare -> compare.comparators().stream().anyMatch(c -> c instanceof Expr.Constant text && text.value().equals("__main__"))).count();
    }

    private static boolean reportsSuccess(Expr.Call call) {
        if (Names.dotted(call.function()).filter(ENDS::contains).isPresent()) {
            return true;
        }
        if (Names.dotted(call.function()).filter(EXITS::contains).isEmpty()) {
            return false;
        }
        boolean failing = !call.args().isEmpty() && call.args().getFirst() instanceof Expr.Constant constant
                && (constant.kind() == Expr.ConstantKind.STRING || (constant.kind() == Expr.ConstantKind.INT && !constant.value().matches("[0_xXoObB]+")));
        return !failing;
    }

    private static long calls(Parsed parsed) {
        return Tree.of(parsed).all(Expr.Call.class).size();
    }

    private static long raises(Parsed parsed) {
        return Tree.of(parsed).all(Stmt.Raise.class).size();
    }
}
