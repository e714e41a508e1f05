package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;

/// Writes imports of the project's own modules the way the file, or else its neighbours, write them.
final class ProjectImports {
    private ProjectImports() {}

    /// The module as a {@code from} import in that file names it: {@code .models} or {@code shop.models}.
    static String nameFor(Scene scene, ModuleInfo importer, ModuleInfo wanted) {
        return isRelativeStyle(scene, importer) ? relative(importer, wanted).orElse(wanted.name()) : wanted.name();
    }

    private static boolean isRelativeStyle(Scene scene, ModuleInfo importer) {
        if (packageOf(importer).isEmpty()) {
            return false;
        }
        List<Stmt.ImportFrom> own = fromImports(scene, importer);
        if (!own.isEmpty()) {
            return own.stream().anyMatch(f -> f.level() > 0);
        }
        List<Stmt.ImportFrom> neighbours = scene.ownModules().stream().filter(m -> packageOf(m).equals(packageOf(importer)))
                .flatMap(m -> fromImports(scene, m).stream()).toList();
        return !neighbours.isEmpty() && neighbours.stream().filter(f -> f.level() > 0).count() * 2 >= neighbours.size();
    }

    private static List<Stmt.ImportFrom> fromImports(Scene scene, ModuleInfo module) {
        return Tree.of(module.parsed()).all(Stmt.ImportFrom.class).stream()
                .filter(f -> f.level() > 0 || scene.modules().names().contains(f.module())).toList();
    }

    static Optional<String> relative(ModuleInfo importer, ModuleInfo wanted) {
        String home = packageOf(importer);
        StringBuilder dots = new StringBuilder(".");
        while (!home.isEmpty()) {
            if (wanted.name().equals(home)) {
                return Optional.of(dots.toString());
            }
            if (wanted.name().startsWith(home + ".")) {
                return Optional.of(dots + wanted.name().substring(home.length() + 1));
            }
            home = home.indexOf('.') < 0 ? "" : home.substring(0, home.lastIndexOf('.'));
            dots.append('.');
        }
        return Optional.empty();
    }

    /// What a {@code from} import of the last part names: {@code .} for {@code .models}, {@code shop} for {@code shop.models}.
    static String parent(String dotted) {
        int dot = dotted.lastIndexOf('.');
        boolean onlyDots = dotted.substring(0, dot).chars().allMatch(c -> c == '.');
        return dotted.substring(0, onlyDots ? dot + 1 : dot);
    }

    /// The package a module lies in; empty for a top-level module.
    static String packageOf(ModuleInfo module) {
        if (module.path().endsWith("__init__.py")) {
            return module.name();
        }
        int dot = module.name().lastIndexOf('.');
        return dot < 0 ? "" : module.name().substring(0, dot);
    }
}
