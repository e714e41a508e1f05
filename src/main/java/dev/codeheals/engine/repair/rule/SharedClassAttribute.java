package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A list, dict or set as a class attribute that methods fill through {@code self}: all instances share it. It moves into the constructor.
final class SharedClassAttribute implements RepairRule {

    @Override
    public String id() {
        return "shared-class-attribute";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : WrongAnswers.suspects(fault)) {
            for (Stmt.ClassDef owner : Tree.of(module.parsed()).all(Stmt.ClassDef.class)) {
                for (Stmt statement : owner.body()) {
                    if (statement instanceof Stmt.Assign a && a.targets().size() == 1 && a.targets().getFirst() instanceof Expr.Name name && isEmpty(a.value())
                            && isFilled(owner, name.id())) {
                        patch(fault, module, owner, a, name.id()).ifPresent(patches::add);
                    }
                }
            }
        }
        return patches;
    }

    private static boolean isEmpty(Expr value) {
        return switch (value) {
            case Expr.ListExpr l -> l.elements().isEmpty();
            case Expr.DictExpr d -> d.keys().isEmpty();
            case Expr.Call c -> c.args().isEmpty() && (CallSite.last(c.function()).equals("list") || CallSite.last(c.function()).equals("dict")
                    || CallSite.last(c.function()).equals("set"));
            case Expr _ -> false;
        };
    }

    private static boolean isFilled(Stmt.ClassDef owner, String name) {
        return Tree.walk(owner).anyMatch(n -> switch (n) {
            case Expr.Call c -> InPlaceMethods.isCall(c) && own(InPlaceMethods.changed(c), name);
            case Stmt.Assign a -> a.targets().stream().anyMatch(t -> t instanceof Expr.Subscript s && own(s.value(), name));
            case Stmt.AugAssign a -> own(a.target(), name) || (a.target() instanceof Expr.Subscript s && own(s.value(), name));
            case Node _ -> false;
        }) && Tree.walk(owner).noneMatch(n -> n instanceof Stmt.Assign a && a.targets().stream().anyMatch(t -> own(t, name)));
    }

    private static boolean own(Expr value, String name) {
        return value instanceof Expr.Attribute a && a.attr().equals(name) && a.value() instanceof Expr.Name n && n.id().equals("self");
    }

    private Optional<CandidatePatch> patch(Fault fault, ModuleInfo module, Stmt.ClassDef owner, Stmt.Assign shared, String name) {
        SourceFile source = module.parsed().source();
        Blocks blocks = Blocks.of(module.parsed());
        int line = source.lineOf(shared.start());
        String text = source.text().substring(shared.start(), shared.end());
        String own = "self." + text;
        Draft draft = draft(fault, "Give each " + owner.name().id() + " its own " + name).rated(Tier.A, 0.95)
                .because("An attribute of the class is one object for all instances.");
        Optional<Stmt.FunctionDef> init = owner.body().stream().filter(s -> s instanceof Stmt.FunctionDef f && f.name().id().equals("__init__"))
                .map(s -> (Stmt.FunctionDef) s).findFirst();
        if (init.isEmpty() && (!owner.bases().isEmpty() || !owner.decorators().isEmpty())) {
            return Optional.empty();
        }
        if (init.isPresent()) {
            Stmt first = Blocks.firstStatement(init.get().body()).orElse(init.get().body().getFirst());
            int after = line < source.lineCount() && source.line(line + 1).isBlank() && line > 1 && source.lineOf(owner.start()) == line - 1 ? line + 2 : line + 1;
            draft.edit(module.path(), Replacement.delete(source.lineStart(line), source.lineStart(Math.min(after, source.lineCount()))),
                    Replacement.insert(first.start(), own + source.eol() + blocks.indentOf(first)));
        } else {
            String indent = source.indentOf(line);
            draft.edit(module.path(), new Replacement(shared.start(), shared.end(), "def __init__(self):" + source.eol() + indent + blocks.indentUnit() + own));
        }
        return Optional.of(draft.done());
    }
}
