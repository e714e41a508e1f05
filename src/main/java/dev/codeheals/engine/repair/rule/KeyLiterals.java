package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where the project writes and reads a string as the key of a mapping.
final class KeyLiterals {
    private KeyLiterals() {}

    /// A key literal and its module.
    record Place(ModuleInfo module, Expr.Constant literal) {}

    /// Places that put a value under the key: displays, keyword-free calls of {@code setdefault}, assignments to a subscript.
    static List<Place> writers(Scene scene, String key) {
        List<Place> places = new ArrayList<>();
        for (ModuleInfo module : scene.ownModules()) {
            if (module.parsed().source().text().contains(key)) {
                Tree.of(module.parsed()).walk().forEach(n -> written(n).stream().filter(c -> isKey(c, key)).forEach(c -> places.add(new Place(module, (Expr.Constant) c))));
            }
        }
        return places;
    }

    private static List<Expr> written(Node node) {
        return switch (node) {
            case Expr.DictExpr d -> {
                List<Expr> keys = new ArrayList<>();
                d.keys().forEach(k -> {
                    if (k != null) {
                        keys.add(k);
                    }
                });
                yield keys;
            }
            case Stmt.Assign a -> a.targets().stream().filter(Expr.Subscript.class::isInstance).map(t -> ((Expr.Subscript) t).index()).toList();
            case Node _ -> List.of();
        };
    }

    private static boolean isKey(Expr expression, String key) {
        return expression instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().equals(key);
    }

    /// How often any file, tests included, reads the key: subscripts that are no targets, {@code get}, {@code pop}, {@code in}.
    static int reads(Scene scene, String key) {
        int count = 0;
        for (ModuleInfo module : scene.modules().all()) {
            if (module.parsed().source().text().contains(key)) {
                Tree tree = Tree.of(module.parsed());
                Set<Integer> stores = new HashSet<>();
                tree.all(Stmt.Assign.class).forEach(a -> a.targets().forEach(t -> stores.add(t.start())));
                count += (int) tree.walk().filter(n -> reads(n, key, stores)).count();
            }
        }
        return count;
    }

    private static boolean reads(Node node, String key, Set<Integer> stores) {
        return switch (node) {
            case Expr.Subscript s -> isKey(s.index(), key) && !stores.contains(s.start());
            case Expr.Call c -> !c.args().isEmpty() && isKey(c.args().getFirst(), key);
            case Expr.Compare c -> isKey(c.left(), key) && c.ops().getFirst().endsWith("in");
            case Node _ -> false;
        };
    }

    /// How often a string stands in the project's files as a literal of its own.
    static int mentions(Scene scene, String text) {
        int count = 0;
        for (ModuleInfo module : scene.modules().all()) {
            if (module.parsed().source().text().contains(text)) {
                count += (int) Tree.of(module.parsed()).walk().filter(n -> n instanceof Expr c && isKey(c, text)).count();
            }
        }
        return count;
    }

    /// All keys of dictionary displays and subscript assignments of the project.
    static Set<String> all(Scene scene) {
        Set<String> keys = new LinkedHashSet<>();
        for (ModuleInfo module : scene.ownModules()) {
            Tree.of(module.parsed()).walk().forEach(n -> written(n).forEach(c -> {
                if (c instanceof Expr.Constant k && k.kind() == Expr.ConstantKind.STRING) {
                    keys.add(k.value());
                }
            }));
        }
        return keys;
    }
}
