package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A constructor that does not keep a value on the object: {@code name = name}, {@code self.name == name}, or no line at all for a parameter.
final class UnkeptValue implements RepairRule {

    @Override
    public String id() {
        return "unkept-value";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return OwnClass.of(fault).flatMap(c -> c.inits().findFirst().filter(i -> !i.sets(c.name())).flatMap(i -> patch(fault, c, i))).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, OwnClass own, OwnClass.Init init) {
        for (Stmt statement : init.function().body()) {
            switch (statement) {
                case Stmt.Assign a when a.targets().size() == 1 && isName(a.targets().getFirst(), own.name()) -> {
                    return Optional.of(keepLocal(fault, own, init, a.targets().getFirst()));
                }
                case Stmt.AnnAssign a when isName(a.target(), own.name()) -> {
                    return Optional.of(keepLocal(fault, own, init, a.target()));
                }
                case Stmt.ExprStmt e when e.value() instanceof Expr.Compare c && c.ops().equals(List.of("==")) && c.left() instanceof Expr.Attribute t
                        && t.attr().equals(own.name()) -> {
                    int at = c.opStarts().getFirst();
                    return Optional.of(begin(fault, own, "Assign self." + own.name()).because("`==` compares; `=` assigns.")
                            .edit(init.owner().module().path(), new Replacement(at, at + 2, "=")).done());
                }
                default -> { }
            }
        }
        return init.function().args().parameters().stream().filter(p -> p.name().equals(own.name())).findFirst().map(p -> keepParameter(fault, own, init, p));
    }

    private static boolean isName(Expr target, String name) {
        return target instanceof Expr.Name n && n.id().equals(name);
    }

    private Draft begin(Fault fault, OwnClass own, String description) {
        return draft(fault, description).rated(own.lacksBaseInit() ? Tier.B : Tier.A, own.lacksBaseInit() ? 0.55 : 0.95)
                .because("`" + own.missing().bareOwner() + ".__init__` never sets `" + own.name() + "` on the object.");
    }

    /// A local variable of the constructor that was meant to be the attribute; so are its later reads, unless it is a parameter too.
    private CandidatePatch keepLocal(Fault fault, OwnClass own, OwnClass.Init init, Expr target) {
        String path = init.owner().module().path();
        Draft draft = begin(fault, own, "Write " + init.self() + "." + own.name()).edit(path, Replacement.insert(target.start(), init.self() + "."));
        boolean parameter = init.function().args().parameters().stream().anyMatch(p -> p.name().equals(own.name()));
        if (!parameter) {
            init.function().body().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Name e && e.id().equals(own.name()) && e.start() > target.end())
                    .forEach(n -> draft.edit(path, Replacement.insert(n.start(), init.self() + ".")));
        }
        return draft.done();
    }

    /// Keeps the parameter where its neighbour is kept, else at the end.
    private CandidatePatch keepParameter(Fault fault, OwnClass own, OwnClass.Init init, Node.Parameter parameter) {
        ModuleInfo module = init.owner().module();
        SourceFile source = module.parsed().source();
        List<Node.Parameter> parameters = init.function().args().parameters();
        String text = init.self() + "." + own.name() + " = " + own.name();
        String before = parameters.get(Math.max(0, parameters.indexOf(parameter) - 1)).name();
        Optional<Stmt> neighbour = init.function().body().stream().filter(s -> s instanceof Stmt.Assign a && a.value() instanceof Expr.Name n && n.id().equals(before)).findFirst();
        Stmt first = Blocks.firstStatement(init.function().body()).orElse(init.function().body().getLast());
        String indent = source.indentOf(source.lineOf(first.start()));
        Insertion line = first instanceof Stmt.Pass p ? new Insertion(p.start(), text)
                : neighbour.isPresent() ? NewLine.atLineEnd(source, source.lineOf(neighbour.get().end() - 1), indent + text)
                : new Insertion(source.lineStart(source.lineOf(first.start())), indent + text + source.eol());
        Draft draft = begin(fault, own, "Keep " + own.name() + " on the object");
        draft.edit(module.path(), first instanceof Stmt.Pass p ? new Replacement(p.start(), p.end(), text) : Replacement.insert(line.offset(), line.text()));
        return draft.done();
    }
}
