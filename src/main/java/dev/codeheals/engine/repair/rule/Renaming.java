package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Optional;

/// Renames what the project defines, everywhere but in tests.
final class Renaming {
    private final Scene scene;
    private final Draft draft;
    private final String from;
    private final String to;

    Renaming(Scene scene, Draft draft, String from, String to) {
        this.scene = scene;
        this.draft = draft;
        this.from = from;
        this.to = to;
    }

    /// A name of a module's top level: its bindings, its reads there, imports of it and reads through the module elsewhere.
    void topLevel(ModuleInfo module) {
        Scope home = module.scopes().module();
        home.bindings(from).forEach(b -> put(module, b.offset()));
        reads(module, home);
        Tree.of(module.parsed()).all(Stmt.Assign.class).stream().filter(Renaming::isExportList).flatMap(a -> Tree.walk(a.value()))
                .filter(n -> n instanceof Expr.Constant c && c.value().equals(from) && c.kind() == Expr.ConstantKind.STRING)
                .forEach(n -> put(module, n.start() + 1));
        scene.ownModules().stream().filter(m -> !m.path().equals(module.path()) && mentions(m)).forEach(m -> importer(m, module));
    }

    private static boolean isExportList(Stmt.Assign assign) {
        return assign.targets().getFirst() instanceof Expr.Name n && n.id().equals("__all__");
    }

    private boolean mentions(ModuleInfo module) {
        return module.parsed().source().text().contains(from);
    }

    private void reads(ModuleInfo module, Scope home) {
        for (Scope scope : module.scopes().all()) {
            if (module.scopes().resolve(from, scope).filter(home::equals).isPresent()) {
                scope.uses(from).forEach(offset -> put(module, offset));
            }
        }
    }

    private void importer(ModuleInfo importer, ModuleInfo module) {
        Tree tree = Tree.of(importer.parsed());
        for (Stmt.ImportFrom statement : tree.all(Stmt.ImportFrom.class)) {
            boolean same = scene.modules().imported(importer, importer.absolute(statement)).filter(m -> m.path().equals(module.path())).isPresent();
            for (Node.Alias alias : statement.names()) {
                if (same && alias.name().equals(from)) {
                    put(importer, alias.start());
                    if (alias.asName() == null) {
                        reads(importer, importer.scopes().module());
                    }
                }
            }
        }
        tree.all(Expr.Attribute.class).stream().filter(a -> a.attr().equals(from) && means(importer, a.value(), module))
                .forEach(a -> put(importer, a.nameStart()));
    }

    private boolean means(ModuleInfo importer, Expr value, ModuleInfo module) {
        Optional<String> chain = ImportedModule.chain(value);
        String last = module.name().substring(module.name().lastIndexOf('.') + 1);
        return chain.isPresent() && (chain.get().equals(module.name()) || chain.get().equals(last))
                && scene.modules().reachedFrom(importer).contains(module.path());
    }

    /// An attribute or method, wherever it is defined or read in the project.
    void member() {
        for (ModuleInfo module : scene.ownModules()) {
            if (mentions(module)) {
                memberIn(module);
            }
        }
    }

    private void memberIn(ModuleInfo module) {
        Tree tree = Tree.of(module.parsed());
        tree.all(Expr.Attribute.class).stream().filter(a -> a.attr().equals(from)).forEach(a -> put(module, a.nameStart()));
        for (Stmt.ClassDef c : tree.all(Stmt.ClassDef.class)) {
            for (Stmt s : c.body()) {
                switch (s) {
                    case Stmt.FunctionDef f when f.name().id().equals(from) -> put(module, f.name().start());
                    case Stmt.AnnAssign a when a.target() instanceof Expr.Name n && n.id().equals(from) -> put(module, n.start());
                    case Stmt.Assign a -> a.targets().stream().filter(t -> t instanceof Expr.Name n && n.id().equals(from))
                            .forEach(t -> put(module, t.start()));
                    default -> { }
                }
            }
        }
    }

    private void put(ModuleInfo module, int offset) {
        if (module.parsed().source().text().startsWith(from, offset)) {
            draft.edit(module.path(), new Replacement(offset, offset + from.length(), to));
        }
    }
}
