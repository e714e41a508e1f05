package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ImportPlace;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A name of the standard library that is used but not imported from its module.
final class MissingFromImport implements RepairRule {
    private static final int WELL_KNOWN = 110;
    private static final int MOST = 3;
    private static final Set<String> EVERYDAY_WORDS = Set.of("name", "sep", "e", "data", "error", "errors", "curdir", "test", "main", "version", "file",
            "line", "args", "text", "code", "key", "value", "item", "result", "list", "index", "count", "filter", "stat", "user", "node", "state");

    @Override
    public String id() {
        return "missing-from-import";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UndefinedName.boundNowhere(fault).map(n -> patches(fault, n)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, UndefinedName name) {
        List<Stdlib.Export> exporters = fitting(fault, name);
        ImportPlace place = fault.scene().importPlace(fault.module());
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, exporters.size()); i++) {
            Stdlib.Export export = exporters.get(i);
            double prior = prior(fault, name, export) * share(fault, exporters, i);
            if (prior >= 0.15) {
                Draft draft = draft(fault, "Import " + name.name() + " from " + export.module()).rated(Tier.A, prior)
                        .because("`" + name.name() + "` is used but not imported; the standard library has it in `" + export.module() + "`.")
                        .insert(place.importFrom(export.module(), name.name(), null));
                draft.unlessEmpty().ifPresent(patches::add);
            }
        }
        return patches;
    }

    private static List<Stdlib.Export> fitting(Fault fault, UndefinedName name) {
        int minor = fault.python().minor();
        List<Stdlib.Export> all = Stdlib.tables().exporters(name.name(), minor).stream()
                .filter(e -> Stdlib.tables().rank(e.module()) < WELL_KNOWN || isUsedHere(fault, e.module()))
                .filter(e -> !e.module().equals("builtins") && (e.kind() != Stdlib.Kind.MODULE || e.module().equals("os") || e.module().equals("concurrent")))
                .filter(e -> accepts(fault, name, e)).toList();
        boolean typed = name.parent(fault).filter(Expr.Subscript.class::isInstance).isPresent();
        boolean elsewhere = all.stream().anyMatch(e -> !e.module().equals("typing") && !e.module().equals("ast"));
        all = all.stream().filter(e -> typed || !elsewhere || !e.module().equals("typing") || isUsedHere(fault, "typing")).toList();
        List<Stdlib.Export> sorted = new ArrayList<>(all);
        sorted.sort((a, b) -> Integer.compare(order(fault, name, a), order(fault, name, b)));
        return sorted;
    }

    private static int order(Fault fault, UndefinedName name, Stdlib.Export export) {
        int rank = Stdlib.tables().rank(export.module());
        boolean awaited = name.parent(fault).filter(Expr.Call.class::isInstance).flatMap(c -> fault.tree().parentOf(c))
                .filter(Expr.Await.class::isInstance).isPresent();
        boolean typing = name.parent(fault).filter(Expr.Subscript.class::isInstance).isPresent();
        int preferred = awaited && export.module().equals("asyncio") ? -1000 : typing && export.module().equals("typing") ? -500 : 0;
        return rank + preferred - (isUsedHere(fault, export.module()) ? 200 : 0);
    }

    /// Whether the file already imports names from that module.
    private static boolean isUsedHere(Fault fault, String module) {
        return fault.tree().all(Stmt.ImportFrom.class).stream().anyMatch(f -> f.level() == 0 && f.module().equals(module));
    }

    /// Keywords of the call and attributes taken from the name must be ones it has.
    private static boolean accepts(Fault fault, UndefinedName name, Stdlib.Export export) {
        Optional<CalleeShape> shape = StdlibCalls.tables().of(export.module() + "." + export.name());
        List<String> keywords = fault.expressions(Expr.Call.class).stream()
                .filter(c -> c.function() instanceof Expr.Name n && n.id().equals(name.name()))
                .flatMap(c -> c.keywords().stream()).map(Node.Keyword::name).filter(Objects::nonNull).toList();
        boolean takesKeywords = shape.isEmpty() || shape.get().takesAnyKeyword() || Set.copyOf(shape.get().keywords()).containsAll(keywords);
        Optional<String> attribute = name.attribute(fault);
        Set<String> attributes = export.kind() == Stdlib.Kind.CLASS ? StdlibClasses.tables().attributes(export.module() + "." + export.name())
                : export.kind() == Stdlib.Kind.MODULE ? Stdlib.tables().exports(export.module() + "." + export.name(), fault.python().minor()) : Set.of();
        return takesKeywords && (attribute.isEmpty() || attributes.isEmpty() || attributes.contains(attribute.get()));
    }

    private static double prior(Fault fault, UndefinedName name, Stdlib.Export export) {
        Optional<ImportedModule> twins = ImportedModule.twins(name.name(), fault.python().minor()).filter(t -> t.module().equals(export.module()));
        double twin = twins.isEmpty() ? 1 : switch (twins.get().meaning(fault, name)) {
            case MEMBER -> 1;
            case EITHER -> 0.5;
            case MODULE -> 0;
        };
        boolean module = twins.isEmpty() && Stdlib.tables().isModule(name.name(), fault.python().minor());
        return twin * (module ? 0.3 : 1) * kindPrior(fault, name, export);
    }

    private static double kindPrior(Fault fault, UndefinedName name, Stdlib.Export export) {
        boolean capital = Character.isUpperCase(name.name().charAt(0));
        boolean used = name.isCalled(fault) || isDecorator(fault, name) || name.attribute(fault).isPresent();
        if (EVERYDAY_WORDS.contains(name.name()) && !used) {
            return 0;
        }
        return switch (export.kind()) {
            case CLASS -> capital || used ? 0.96 : 0.4;
            case FUNCTION -> used ? 0.96 : capital ? 0.93 : isArgument(fault, name) ? 0.6 : 0.15;
            case VALUE -> capital ? 0.85 : name.name().length() > 2 || name.name().equals("pi") ? 0.6 : 0.1;
            case MODULE -> used ? 0.9 : 0.2;
        };
    }

    private static boolean isDecorator(Fault fault, UndefinedName name) {
        return name.parent(fault).filter(p -> p instanceof Stmt.FunctionDef || p instanceof Stmt.ClassDef).isPresent();
    }

    private static boolean isArgument(Fault fault, UndefinedName name) {
        return name.parent(fault).filter(p -> p instanceof Expr.Call || p instanceof Node.Keyword).isPresent();
    }

    /// What is left for the i-th of several well-known modules that export the name.
    private static double share(Fault fault, List<Stdlib.Export> exporters, int i) {
        boolean joined = isUsedHere(fault, exporters.getFirst().module());
        return exporters.size() == 1 || (i == 0 && joined) ? 1 : i == 0 ? clearness(exporters) : 0.4;
    }

    private static double clearness(List<Stdlib.Export> exporters) {
        int lead = Stdlib.tables().rank(exporters.get(1).module()) - Stdlib.tables().rank(exporters.get(0).module());
        return lead > 15 ? 1 : 0.85;
    }
}
