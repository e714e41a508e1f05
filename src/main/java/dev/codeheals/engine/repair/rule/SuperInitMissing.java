package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A subclass whose constructor does not call the one of its base, so that what the base sets is missing.
final class SuperInitMissing implements RepairRule {

    @Override
    public String id() {
        return "super-init-missing";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<OwnClass> own = OwnClass.of(fault);
        if (own.isEmpty()) {
            return List.of();
        }
        if (!own.get().lacksBaseInit()) {
            return List.of();
        }
        List<OwnClass.Init> inits = own.get().inits().toList();
        OwnClass.Init child = inits.getFirst();
        OwnClass.Init base = inits.get(1);
        Optional<CandidatePatch> passed = arguments(child, base, Map.of()).flatMap(a -> patch(fault, own.get(), child, a, 0.96));
        if (passed.isPresent()) {
            return List.of(passed.get());
        }
        Map<String, String> siblings = BaseArguments.ofSiblings(fault, child, base);
        Map<String, String> neutral = BaseArguments.neutral(child, base);
        if (neutral.containsKey(own.get().name()) && !siblings.containsKey(own.get().name())) {
            // Nothing in the place of the very value that is asked for would only hide the failure.
            return List.of();
        }
        neutral.putAll(siblings);
        double prior = siblings.keySet().containsAll(neutral.keySet()) ? 0.9 : 0.78;
        return arguments(child, base, neutral).flatMap(a -> patch(fault, own.get(), child, a, prior)).stream().toList();
    }

    private Optional<CandidatePatch> patch(Fault fault, OwnClass own, OwnClass.Init child, String arguments, double prior) {
        Optional<Stmt> first = Blocks.firstStatement(child.function().body());
        if (first.isEmpty()) {
            return Optional.empty();
        }
        ModuleInfo module = child.owner().module();
        SourceFile source = module.parsed().source();
        int line = source.lineOf(first.get().start());
        String call = "super().__init__(" + arguments + ")";
        Draft draft = draft(fault, "Call " + call).rated(prior > 0.95 ? Tier.A : Tier.B, prior)
                .because("`" + own.name() + "` is set by the base class, whose constructor is not called.");
        if (first.get() instanceof Stmt.Pass pass) {
            draft.edit(module.path(), new Replacement(pass.start(), pass.end(), call));
        } else {
            draft.edit(module.path(), Replacement.insert(source.lineStart(line), source.indentOf(line) + call + source.eol()));
        }
        return Optional.of(draft.done());
    }

    /// The parameters of the child that the base requires; empty if it lacks one for which nothing else is known.
    private static Optional<String> arguments(OwnClass.Init child, OwnClass.Init base, Map<String, String> others) {
        List<String> has = child.function().args().parameters().stream().map(Node.Parameter::name).toList();
        boolean spreads = child.function().args().parameters().stream().anyMatch(p -> p.kind() == Node.ParameterKind.VAR_KEYWORD);
        List<String> passed = new ArrayList<>();
        boolean skipped = false;
        for (Node.Parameter parameter : base.function().args().parameters().stream().skip(1).toList()) {
            switch (parameter.kind()) {
                case POSITIONAL_ONLY, POSITIONAL, KEYWORD_ONLY -> {
                    String value = has.contains(parameter.name()) ? parameter.name() : others.getOrDefault(parameter.name(), "");
                    if (!value.isEmpty()) {
                        passed.add(skipped || parameter.kind() == Node.ParameterKind.KEYWORD_ONLY ? parameter.name() + "=" + value : value);
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
