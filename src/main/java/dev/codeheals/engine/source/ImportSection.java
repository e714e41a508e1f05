package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The imports at the head of a module, in the order of the source; those inside {@code try} and {@code if} are not among them.
record ImportSection(List<Entry> entries) {
    enum Group { FUTURE, STANDARD, THIRD_PARTY, LOCAL }

    /// @param module the module with its leading dots
    /// @param from   whether it is a {@code from … import}
    record Entry(Stmt statement, Group group, String module, boolean from) {}

    static ImportSection of(Parsed parsed, Set<String> localModules) {
        List<Entry> entries = new ArrayList<>();
        for (Stmt statement : parsed.module().body()) {
            switch (statement) {
                case Stmt.Import i when !i.names().isEmpty() -> {
                    String module = i.names().getFirst().name();
                    entries.add(new Entry(i, group(module, localModules), module, false));
                }
                case Stmt.ImportFrom f -> {
                    String module = ".".repeat(f.level()) + f.module();
                    entries.add(new Entry(f, group(module, localModules), module, true));
                }
                default -> {
                    if (!isPreamble(statement)) {
                        return new ImportSection(List.copyOf(entries));
                    }
                }
            }
        }
        return new ImportSection(List.copyOf(entries));
    }

    static Group group(String module, Set<String> localModules) {
        String top = module.startsWith(".") || module.indexOf('.') < 0 ? module : module.substring(0, module.indexOf('.'));
        if (top.equals("__future__")) {
            return Group.FUTURE;
        }
        if (top.startsWith(".") || localModules.contains(top)) {
            return Group.LOCAL;
        }
        return StandardModules.contains(top) ? Group.STANDARD : Group.THIRD_PARTY;
    }

    /// What may stand among imports without ending them: docstrings, {@code __all__} and its kind, guarded imports, changes to the path.
    private static boolean isPreamble(Stmt statement) {
        return switch (statement) {
            case Stmt.ExprStmt e -> e.value() instanceof Expr.Constant || e.value() instanceof Expr.Call;
            case Stmt.Assign a -> a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name n && n.id().startsWith("__");
            case Stmt.Try t -> isGuard(t);
            case Stmt.If i -> isGuard(i);
            case Stmt.Pass _ -> true;
            default -> false;
        };
    }

    private static boolean isGuard(Stmt compound) {
        List<Stmt> inside = new ArrayList<>();
        Blocks.in(compound).forEach(inside::addAll);
        return inside.stream().anyMatch(s -> s instanceof Stmt.Import || s instanceof Stmt.ImportFrom)
                && inside.stream().noneMatch(s -> s instanceof Stmt.FunctionDef || s instanceof Stmt.ClassDef);
    }
}
