package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Functions made in a loop that read its variable when they are called, when it has its last value: the value of the moment becomes a default.
final class LateBinding implements RepairRule {

    @Override
    public String id() {
        return "late-binding";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TST.ASSERTION");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : WrongAnswers.suspects(fault)) {
            for (Node node : Tree.of(module.parsed()).walk().toList()) {
                Set<String> bound = new LinkedHashSet<>();
                switch (node) {
                    case Stmt.For loop -> names(loop.target(), bound);
                    case Expr.Comp comp -> comp.generators().forEach(g -> names(g.target(), bound));
                    case Node _ -> { }
                }
                if (!bound.isEmpty()) {
                    within(fault, module, node, bound, patches);
                }
            }
        }
        return patches;
    }

    private static void names(Expr target, Set<String> into) {
        Tree.walk(target).filter(n -> n instanceof Expr.Name).forEach(n -> into.add(((Expr.Name) n).id()));
    }

    private void within(Fault fault, ModuleInfo module, Node loop, Set<String> bound, List<CandidatePatch> patches) {
        for (Node node : Tree.walk(loop).toList()) {
            switch (node) {
                case Expr.Lambda lambda -> {
                    int colon = module.parsed().source().text().indexOf(':', lambda.args().parameters().isEmpty() ? lambda.start() : lambda.args().end());
                    patch(fault, module, lambda.args(), List.of(lambda.body()), bound, colon, lambda.args().parameters().isEmpty() ? " " : "", patches);
                }
                case Stmt.FunctionDef function -> {
                    int close = module.parsed().source().text().lastIndexOf(')', module.parsed().source().text().indexOf(':', function.args().end()));
                    patch(fault, module, function.args(), List.copyOf(function.body()), bound, close, "", patches);
                }
                case Node _ -> { }
            }
        }
    }

    private void patch(Fault fault, ModuleInfo module, Node.Arguments arguments, List<Node> body, Set<String> bound, int end, String lead,
                       List<CandidatePatch> patches) {
        List<String> parameters = arguments.parameters().stream().map(Node.Parameter::name).toList();
        boolean spreads = arguments.parameters().stream().anyMatch(p -> p.kind() != Node.ParameterKind.POSITIONAL);
        List<String> late = body.stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Name name && bound.contains(name.id())).map(n -> ((Expr.Name) n).id())
                .distinct().filter(n -> !parameters.contains(n)).toList();
        if (late.isEmpty() || spreads || end < 0) {
            return;
        }
        String defaults = String.join(", ", late.stream().map(n -> n + "=" + n).toList());
        int at = parameters.isEmpty() ? end : arguments.parameters().getLast().end();
        patches.add(draft(fault, "Keep the value of " + String.join(", ", late) + " for each function").rated(Tier.A, 0.95)
                .because("A function reads a variable when it is called; by then the loop has ended.")
                .edit(module.path(), Replacement.insert(at, parameters.isEmpty() ? lead + defaults : ", " + defaults)).done());
    }
}
