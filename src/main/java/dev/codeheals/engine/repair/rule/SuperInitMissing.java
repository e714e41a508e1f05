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

/// A subclass whose constructor does not call the one of its base, so that what the base sets is missing.
final class SuperInitMissing implements RepairRule {

    @Override
    public String id() {
        return "super-init-missing";
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<OwnClass> own = OwnClass.of(fault);
        if (own.isEmpty()) {
            return List.of();
        }
        List<OwnClass.Init> inits = own.get().inits().toList();
        boolean base = inits.size() > 1 && inits.stream().skip(1).anyMatch(i -> i.sets(own.get().name()));
        return base && !inits.getFirst().sets(own.get().name()) && !callsSuper(inits.getFirst()) ? patch(fault, own.get(), inits.getFirst(), inits.get(1)).stream().toList()
                : List.of();
    }

    private static boolean callsSuper(OwnClass.Init init) {
        return init.function().body().stream().flatMap(Tree::walk).anyMatch(n -> n instanceof Expr.Attribute a && a.attr().equals("__init__"));
    }

    private Optional<CandidatePatch> patch(Fault fault, OwnClass own, OwnClass.Init child, OwnClass.Init base) {
        Optional<String> arguments = arguments(child, base);
        Optional<Stmt> first = Blocks.firstStatement(child.function().body());
        if (arguments.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        ModuleInfo module = child.owner().module();
        SourceFile source = module.parsed().source();
        int line = source.lineOf(first.get().start());
        String call = "super().__init__(" + arguments.get() + ")";
        Draft draft = draft(fault, "Call " + call).rated(Tier.A, 0.96)
                .because("`" + own.name() + "` is set by the base class, whose constructor is not called.");
        if (first.get() instanceof Stmt.Pass pass) {
            draft.edit(module.path(), new Replacement(pass.start(), pass.end(), call));
        } else {
            draft.edit(module.path(), Replacement.insert(source.lineStart(line), source.indentOf(line) + call + source.eol()));
        }
        return Optional.of(draft.done());
    }

    /// The parameters of the child that the base requires; empty if it lacks one.
    private static Optional<String> arguments(OwnClass.Init child, OwnClass.Init base) {
        List<String> has = child.function().args().parameters().stream().map(Node.Parameter::name).toList();
        boolean spreads = child.function().args().parameters().stream().anyMatch(p -> p.kind() == Node.ParameterKind.VAR_KEYWORD);
        List<String> passed = new ArrayList<>();
        boolean skipped = false;
        for (Node.Parameter parameter : base.function().args().parameters().stream().skip(1).toList()) {
            switch (parameter.kind()) {
                case POSITIONAL_ONLY, POSITIONAL, KEYWORD_ONLY -> {
                    if (has.contains(parameter.name())) {
                        passed.add(skipped || parameter.kind() == Node.ParameterKind.KEYWORD_ONLY ? parameter.name() + "=" + parameter.name() : parameter.name());
                    } else if (parameter.defaultValue() == null && !spreads) {
                        return Optional.empty();
                    } else {
                        skipped = true;
                    }
                }
                case VAR_POSITIONAL, VAR_KEYWORD -> { }
            }
        }
        child.function().args().parameters().stream().filter(p -> p.kind() == Node.ParameterKind.VAR_KEYWORD).forEach(p -> passed.add("**" + p.name()));
        return Optional.of(String.join(", ", passed));
    }
}
