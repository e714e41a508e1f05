package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// A keyword argument the callee does not know, written for a near parameter.
final class MisspeltKeyword implements RepairRule {
    private static final int MOST = 2;

    @Override
    public String id() {
        return "misspelt-keyword";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.UNEXPECTED_KEYWORD");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UnexpectedKeyword> found = UnexpectedKeyword.of(fault);
        return found.map(u -> patches(fault, u)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, UnexpectedKeyword unexpected) {
        CallSite site = unexpected.site();
        Optional<Node.Keyword> keyword = site.keyword(unexpected.keyword());
        List<String> taken = site.call().keywords().stream().map(k -> k.name() == null ? "" : k.name()).toList();
        List<String> known = new ArrayList<>(site.shape(fault).map(CalleeShape::keywords).orElse(List.of()));
        if (known.isEmpty()) {
            Matcher hint = UnexpectedKeyword.HINT.matcher(fault.message());
            if (hint.find()) {
                known.add(hint.group(1));
            }
        }
        known.removeAll(taken);
        List<Names.Match> near = Nearness.of(unexpected.keyword(), known);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i);
            Optional<CallSite.Definition> definition = site.definition(fault).filter(d -> !ProjectFiles.isTest(d.module().path()));
            boolean parameterSlip = definition.isPresent() && (fault.inTests() || callersAgree(fault, unexpected.keyword(), meant));
            if (parameterSlip) {
                patches.add(renameParameter(fault, definition.get(), meant, unexpected.keyword(), prior));
            }
            if (keyword.isPresent() && !fault.inTests()) {
                patches.add(renameKeyword(fault, keyword.get(), meant, parameterSlip ? prior * 0.7 : prior));
            }
        }
        return patches;
    }

    /// Several calls say this keyword and none the parameter's own name.
    private static boolean callersAgree(Fault fault, String written, String meant) {
        int spelling = Spelling.compare(written, meant);
        return callers(fault, meant) == 0 && (spelling < 0 || (spelling == 0 && callers(fault, written) > 1));
    }

    private static long callers(Fault fault, String keyword) {
        return fault.modules().all().stream().filter(m -> m.parsed().source().text().contains(keyword)).flatMap(m -> Tree.of(m.parsed()).all(Node.Keyword.class).stream())
                .filter(k -> keyword.equals(k.name())).count();
    }

    private CandidatePatch renameKeyword(Fault fault, Node.Keyword keyword, String meant, double prior) {
        return draft(fault, "Rename the argument " + keyword.name() + " to " + meant).rated(Tier.A, prior)
                .because("The function has no parameter `" + keyword.name() + "`; the nearest is `" + meant + "`.")
                .replace(keyword.start(), keyword.start() + (keyword.name() == null ? 0 : keyword.name().length()), meant).done();
    }

    private CandidatePatch renameParameter(Fault fault, CallSite.Definition definition, String from, String to, double prior) {
        Draft draft = draft(fault, "Rename the parameter " + from + " to " + to).rated(Tier.A, prior)
                .because("The callers pass `" + to + "`, but the parameter is called `" + from + "`.");
        ModuleInfo module = definition.module();
        for (Scope scope : module.scopes().all()) {
            if (scope.node().equals(definition.function())) {
                scope.bindings(from).forEach(b -> put(draft, module, b.offset(), from, to));
                readers(module, scope, from).forEach(offset -> put(draft, module, offset, from, to));
            }
        }
        return draft.done();
    }

    private static List<Integer> readers(ModuleInfo module, Scope home, String name) {
        return module.scopes().all().stream().filter(s -> module.scopes().resolve(name, s).filter(home::equals).isPresent())
                .flatMap(s -> s.uses(name).stream()).filter(o -> home.bindings(name).stream().noneMatch(b -> b.offset() == o)).toList();
    }

    private static void put(Draft draft, ModuleInfo module, int offset, String from, String to) {
        draft.edit(module.path(), new Replacement(offset, offset + from.length(), to));
    }
}
