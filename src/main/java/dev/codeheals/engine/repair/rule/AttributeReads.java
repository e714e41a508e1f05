package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.HashSet;
import java.util.Set;

/// Counts how often the project reads an attribute.
final class AttributeReads {
    private AttributeReads() {}

    /// Reads of {@code .name} in all files, tests included; places that only set it do not count.
    static int of(Scene scene, String name) {
        int count = 0;
        for (ModuleInfo module : scene.modules().all()) {
            if (module.parsed().source().text().contains("." + name)) {
                count += in(module, name);
            }
        }
        return count;
    }

    private static int in(ModuleInfo module, String name) {
        Set<Integer> stores = new HashSet<>();
        Tree.of(module.parsed()).walk().forEach(n -> {
            switch (n) {
                case Stmt.Assign a -> a.targets().forEach(t -> stores.add(nameStart(t)));
                case Stmt.AnnAssign a -> stores.add(nameStart(a.target()));
                default -> { }
            }
        });
        return (int) Tree.of(module.parsed()).walk().filter(n -> n instanceof Expr.Attribute a && a.attr().equals(name) && !stores.contains(a.nameStart()))
                .count();
    }

    private static int nameStart(Expr target) {
        return target instanceof Expr.Attribute a ? a.nameStart() : -1;
    }
}
