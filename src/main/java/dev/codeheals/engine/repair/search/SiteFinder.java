package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Turns suspicious lines into statements to edit: first the statements on these lines, then, much less suspected, the rest of their functions.
final class SiteFinder {
    private static final int MOST_SITES = 80;
    private static final double SAME_FUNCTION = 0.35;
    private static final double CONSTANT = 0.6;

    private final RepairRequest request;
    private final ModuleIndex modules;
    private final Map<Key, Site> sites = new LinkedHashMap<>();

    private record Key(String file, int start) {}

    SiteFinder(RepairRequest request) {
        this.request = request;
        this.modules = new ModuleIndex(request.project());
    }

    /// Most suspected first.
    List<Site> find() {
        double highest = request.places().stream().mapToDouble(SuspiciousLocation::suspicion).max().orElse(1);
        for (SuspiciousLocation place : request.places()) {
            if (!inTests(place.file())) {
                modules.byPath(place.file()).ifPresent(module -> add(module, place.line(), highest <= 0 ? 1 : place.suspicion() / highest));
            }
        }
        List.copyOf(sites.values()).forEach(this::addConstants);
        List.copyOf(sites.values()).forEach(this::addFunction);
        return sites.values().stream().sorted(Comparator.comparingDouble(Site::suspicion).reversed()).limit(MOST_SITES).toList();
    }

    private void add(ModuleInfo module, int line, double suspicion) {
        for (Stmt statement : Tree.of(module.parsed()).statementsAtLine(line)) {
            add(module, statement, suspicion);
        }
    }

    private void add(ModuleInfo module, Stmt statement, double suspicion) {
        if (statement instanceof Stmt.Assert || statement instanceof Stmt.ClassDef || statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom || statement instanceof Stmt.Broken) {
            return;
        }
        if (statement instanceof Stmt.If start && isStart(start.test())) {
            return;
        }
        Site site = Site.of(request, modules, module, statement, suspicion);
        sites.merge(new Key(module.path(), statement.start()), site, (old, next) -> old.suspicion() >= next.suspicion() ? old : next);
    }

    private void addFunction(Site site) {
        Optional<Stmt.FunctionDef> function = site.function();
        function.ifPresent(f -> Tree.walk(f).filter(Stmt.class::isInstance).forEach(n -> add(site.module(), (Stmt) n, site.suspicion() * SAME_FUNCTION)));
    }

    /// {@code if __name__ == "__main__"}: a program that is not started any more does not fail any more.
    private static boolean isStart(Expr test) {
        return test instanceof Expr.Compare compare && compare.left() instanceof Expr.Name name && name.id().equals("__name__");
    }

    /// What a suspicious statement reads of its module's own values: a pattern, a table, a limit.
    private void addConstants(Site site) {
        Set<String> read = site.all(Expr.Name.class).stream().map(Expr.Name::id).collect(Collectors.toSet());
        for (Stmt statement : site.parsed().module().body()) {
            boolean constant = statement instanceof Stmt.Assign a && a.targets().stream().anyMatch(t -> t instanceof Expr.Name n && read.contains(n.id()));
            if (constant && !statement.equals(site.statement())) {
                add(site.module(), statement, site.suspicion() * CONSTANT);
            }
        }
    }

    private static boolean inTests(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ("/" + path).contains("/tests/") || ("/" + path).contains("/test/") || name.startsWith("test_") || name.endsWith("_test.py")
                || name.equals("conftest.py") || name.equals("tests.py");
    }
}
