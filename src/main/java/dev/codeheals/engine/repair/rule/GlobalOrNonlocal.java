package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A variable of the module or of an outer function that a function changes without declaring it.
final class GlobalOrNonlocal implements RepairRule {

    @Override
    public String id() {
        return "global-or-nonlocal";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.UNBOUND_LOCAL");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UnboundName> found = UnboundName.of(fault).filter(UnboundName::isLocal);
        return found.flatMap(u -> outer(fault, u).flatMap(o -> patch(fault, u, o))).stream().toList();
    }

    /// The outer scope that has a variable of the name; functions and classes are not meant to be changed.
    private static Optional<Scope> outer(Fault fault, UnboundName unbound) {
        return unbound.scope().parent().flatMap(p -> fault.scopes().resolve(unbound.name(), p)).filter(s -> s.bindings(unbound.name()).stream()
                .noneMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.CLASS || b.how() == Scope.How.IMPORT || b.how() == Scope.How.FROM_IMPORT));
    }

    private Optional<CandidatePatch> patch(Fault fault, UnboundName unbound, Scope outer) {
        if (!(unbound.scope().node() instanceof Stmt.FunctionDef function) || Blocks.firstStatement(function.body()).isEmpty()
                || unbound.bindings().stream().anyMatch(b -> b.how() == Scope.How.PARAMETER)) {
            return Optional.empty();
        }
        String word = outer.kind() == Scope.Kind.MODULE ? "global" : "nonlocal";
        double prior = unbound.onlyGrows(fault) ? 0.9 : 0.6;
        Draft draft = draft(fault, "Declare " + word + " " + unbound.name()).rated(Tier.B, prior)
                .because("The function changes `" + unbound.name() + "`, which makes it local unless it is declared " + word + ".")
                .insert(NewLine.before(fault, Blocks.firstStatement(function.body()).orElseThrow(), word + " " + unbound.name()));
        if (outer.kind() == Scope.Kind.MODULE) {
            fault.parsed().module().body().stream().filter(s -> s instanceof Stmt.FunctionDef f && !f.equals(function) && setsInVain(f, unbound.name()))
                    .forEach(s -> draft.insert(NewLine.before(fault, Blocks.firstStatement(((Stmt.FunctionDef) s).body()).orElseThrow(), word + " " + unbound.name())));
        }
        return Optional.of(draft.done());
    }

    /// A function that sets a local variable of that name which nothing reads, as in {@code def reset(): count = 0}, misses the same word.
    private static boolean setsInVain(Stmt.FunctionDef function, String name) {
        boolean sets = function.body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Assign a
                && a.targets().stream().anyMatch(t -> t instanceof Expr.Name target && target.id().equals(name)));
        boolean declared = function.body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Stmt.Global g && g.names().contains(name));
        long mentions = function.body().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Name other && other.id().equals(name)).count();
        return sets && !declared && mentions == 1 && function.args().parameters().stream().noneMatch(p -> p.name().equals(name));
    }
}
