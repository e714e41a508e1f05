package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A call with more arguments than its callee has parameters: one goes, or the definition gets the parameter its body already reads.
final class ExtraArgument implements RepairRule {
    private static final Pattern TOO_MANY = Pattern.compile("([\\w.<>]+)\\(\\) takes (?:from \\d+ to )?(\\d+) positional arguments? but (\\d+) (?:was|were) given");

    @Override
    public String id() {
        return "extra-argument";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ARG_COUNT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", TOO_MANY);
        Optional<CallSite> found = message.flatMap(m -> CallSite.of(fault, m.group(1).replace("<locals>.", "")));
        if (found.isEmpty()) {
            return List.of();
        }
        int extra = Integer.parseInt(message.get().group(3)) - Integer.parseInt(message.get().group(2));
        CallSite site = found.get();
        List<CandidatePatch> patches = new ArrayList<>();
        Optional<Expr> self = site.call().args().stream().findFirst().filter(a -> a instanceof Expr.Name n && n.id().equals("self")
                && site.call().function() instanceof Expr.Attribute);
        if (self.isPresent() && extra == 1) {
            Draft draft = draft(fault, "Do not pass self").rated(Tier.A, 0.93).because("A method called on an object gets that object by itself.");
            site.remove(fault, draft, self.get());
            return List.of(draft.done());
        }
        Optional<CallSite.Definition> definition = site.definition(fault).filter(d -> !ProjectFiles.isTest(d.module().path()));
        definition.flatMap(d -> parameter(fault, d, extra)).ifPresent(patches::add);
        if (!fault.inTests() && extra == 1 && site.call().args().size() > 1 && !(site.call().args().getLast() instanceof Expr.Starred)) {
            Draft draft = draft(fault, "Leave out " + fault.text(site.call().args().getLast())).rated(Tier.B, patches.isEmpty() ? 0.5 : 0.3)
                    .because("The function takes one argument less.");
            site.remove(fault, draft, site.call().args().getLast());
            patches.add(draft.done());
        }
        return patches;
    }

    /// The names the body reads without having them are the parameters that are missing.
    private Optional<CandidatePatch> parameter(Fault fault, CallSite.Definition definition, int extra) {
        ModuleInfo module = definition.module();
        List<String> unknown = module.scopes().unresolvedNames().stream().filter(u -> u.offset() >= definition.function().start() && u.offset() < definition.function().end())
                .map(Scopes.Use::name).distinct().toList();
        List<Node.Parameter> parameters = definition.function().args().parameters();
        Optional<Node.Parameter> after = parameters.stream().filter(p -> p.kind() == Node.ParameterKind.POSITIONAL).reduce((_, last) -> last);
        if (unknown.size() != extra || after.isEmpty()) {
            return extra == 1 && after.isPresent() && unknown.isEmpty() ? newParameter(fault, definition, after.get()) : Optional.empty();
        }
        return Optional.of(draft(fault, "Add the parameter " + String.join(" and ", unknown)).rated(Tier.A, 0.92)
                .because("The function reads " + String.join(" and ", unknown) + " and its callers pass it, but it has no such parameter.")
                .edit(module.path(), Replacement.insert(after.get().end(), ", " + String.join(", ", unknown))).done());
    }

    /// In {@code __init__}, a value under a name that another method reads from {@code self}.
    private Optional<CandidatePatch> newParameter(Fault fault, CallSite.Definition definition, Node.Parameter after) {
        if (!definition.function().name().id().equals("__init__") || definition.owner().isEmpty() || definition.function().body().isEmpty()) {
            return Optional.empty();
        }
        Set<String> members = fault.modules().members(definition.owner().get()).keySet();
        List<String> read = Tree.walk(definition.owner().get().shape().node()).filter(n -> n instanceof Expr.Attribute a && a.value() instanceof Expr.Name s && s.id().equals("self")
                && !members.contains(a.attr())).map(n -> ((Expr.Attribute) n).attr()).distinct().toList();
        if (read.size() != 1) {
            return Optional.empty();
        }
        ModuleInfo module = definition.module();
        int line = module.parsed().source().lineOf(definition.function().body().getLast().end() - 1);
        String indent = module.parsed().source().indentOf(module.parsed().source().lineOf(definition.function().body().getLast().start()));
        var insertion = NewLine.atLineEnd(module.parsed().source(), line, indent + "self." + read.getFirst() + " = " + read.getFirst());
        return Optional.of(draft(fault, "Take and keep " + read.getFirst()).rated(Tier.B, 0.88)
                .because("The class reads `self." + read.getFirst() + "` and its callers pass one value more.")
                .edit(module.path(), Replacement.insert(after.end(), ", " + read.getFirst()), Replacement.insert(insertion.offset(), insertion.text())).done());
    }
}
