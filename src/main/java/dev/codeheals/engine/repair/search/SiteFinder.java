package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.localize.SuspiciousLocation;
import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns suspicious lines into statements to edit: first the statements on these lines, then, much less suspected, the rest of their functions.
final class SiteFinder {
    private static final int MOST_SITES = 80;
    private static final double SAME_FUNCTION = 0.35;

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
        Site site = Site.of(request, modules, module, statement, suspicion);
        sites.merge(new Key(module.path(), statement.start()), site, (old, next) -> old.suspicion() >= next.suspicion() ? old : next);
    }

    private void addFunction(Site site) {
        Optional<Stmt.FunctionDef> function = site.function();
        function.ifPresent(f -> Tree.walk(f).filter(Stmt.class::isInstance).forEach(n -> add(site.module(), (Stmt) n, site.suspicion() * SAME_FUNCTION)));
    }

    private static boolean inTests(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return ("/" + path).contains("/tests/") || ("/" + path).contains("/test/") || name.startsWith("test_") || name.endsWith("_test.py")
                || name.equals("conftest.py") || name.equals("tests.py");
    }
}
