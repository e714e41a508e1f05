package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A name that is not imported here but is in another file of the project: the same import will do.
final class ImportAsElsewhere implements RepairRule {

    @Override
    public String id() {
        return "import-as-elsewhere";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return UndefinedName.boundNowhere(fault).flatMap(n -> patch(fault, n)).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, UndefinedName name) {
        Map<KnownImport, Long> counts = fault.modules().all().stream().filter(m -> !m.path().equals(fault.file()))
                .filter(m -> m.parsed().source().text().contains(name.name())).flatMap(m -> imports(fault, m, name.name()))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Optional<KnownImport> best = counts.entrySet().stream()
                .max(Map.Entry.<KnownImport, Long>comparingByValue().thenComparing(e -> e.getKey().text(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
        return best.flatMap(b -> patch(fault, name, b, counts.size() == 1 ? 0.95 : 0.8));
    }

    /// The imports of another module that bind the name, relative ones made absolute.
    private static Stream<KnownImport> imports(Fault fault, ModuleInfo module, String bound) {
        return Tree.of(module.parsed()).walk().filter(n -> n instanceof Stmt.Import || n instanceof Stmt.ImportFrom).map(Stmt.class::cast)
                .flatMap(s -> KnownImport.binding(s, bound)
                        .map(k -> s instanceof Stmt.ImportFrom f && f.level() > 0 ? new KnownImport(module.absolute(f), k.name(), k.alias()) : k)
                        .filter(k -> fault.modules().byName(k.module()).filter(m -> m.path().equals(fault.file())).isEmpty()).stream());
    }

    private Optional<CandidatePatch> patch(Fault fault, UndefinedName name, KnownImport found, double prior) {
        Optional<ModuleInfo> own = fault.modules().byName(found.module());
        if (own.isPresent() && fault.modules().wouldBeCycle(fault.module(), own.get())) {
            return Optional.empty();
        }
        KnownImport here = own.isPresent() && found.name() != null
                ? new KnownImport(ProjectImports.nameFor(fault.scene(), fault.module(), own.get()), found.name(), found.alias()) : found;
        Draft draft = draft(fault, "Add: " + here.text()).rated(own.isPresent() ? Tier.B : Tier.A, fits(fault, name, found) ? prior : prior * 0.5)
                .because("Another file of the project imports `" + name.name() + "` in this way.");
        here.addTo(draft, fault);
        return draft.unlessEmpty();
    }

    /// Whether a standard-library import provides what is taken from the name.
    private static boolean fits(Fault fault, UndefinedName name, KnownImport found) {
        Optional<String> attribute = name.attribute(fault);
        int minor = fault.python().minor();
        if (attribute.isEmpty() || !Stdlib.tables().isModule(found.module(), minor)) {
            return true;
        }
        return found.name() == null ? Stdlib.tables().export(found.module(), attribute.get(), minor).isPresent()
                : Stdlib.tables().export(found.module(), found.name(), minor).filter(e -> e.kind() == Stdlib.Kind.CLASS).isEmpty()
                || StdlibClasses.tables().attributes(found.module() + "." + found.name()).contains(attribute.get());
    }
}
