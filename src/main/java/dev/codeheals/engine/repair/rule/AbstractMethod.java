package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A class that cannot be made because it lacks a method its abstract base demands: the method is there under another spelling.
final class AbstractMethod implements RepairRule {
    private static final Pattern ABSTRACT = Pattern.compile("Can't instantiate abstract class (\\w+) (?:with|without an implementation for) abstract methods? (.*)");
    private static final Pattern WORD = Pattern.compile("\\w+");

    @Override
    public String id() {
        return "abstract-method";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.ABSTRACT_CLASS");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", ABSTRACT);
        if (message.isEmpty()) {
            return List.of();
        }
        List<String> missing = WORD.matcher(message.get().group(2)).results().map(r -> r.group()).toList();
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleIndex.FoundClass found : fault.modules().classes(message.get().group(1))) {
            if (!ProjectFiles.isTest(found.module().path())) {
                renamed(fault, found, missing).ifPresent(patches::add);
                concrete(fault, found).ifPresent(patches::add);
            }
        }
        return patches;
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        return fault.says("TypeError", ABSTRACT).filter(_ -> propose(fault).isEmpty()).map(m -> List.of(new Suggestion(id(),
                "`" + m.group(1) + "` does not implement " + m.group(2).replace("'", "`") + ".", "Write the missing methods in `" + m.group(1) + "`."))).orElse(List.of());
    }

    /// Every demanded method has a near one that the base does not know.
    private Optional<CandidatePatch> renamed(Fault fault, ModuleIndex.FoundClass found, List<String> missing) {
        Set<String> inherited = fault.modules().lineage(found).stream().skip(1).flatMap(c -> c.shape().names().stream()).collect(Collectors.toSet());
        List<String> free = found.shape().members().stream().filter(m -> m.node() instanceof Stmt.FunctionDef).map(ClassShape.Member::name)
                .filter(n -> !inherited.contains(n)).toList();
        Draft draft = draft(fault, "Name the method " + String.join(" and ", missing)).because("The abstract base demands " + String.join(" and ", missing) + ".");
        double prior = 0.95;
        for (String wanted : missing) {
            List<Names.Match> near = Names.rank(wanted, free, missing.size() == 1 && free.size() == 1 ? 0.45 : Names.POSSIBLE);
            Optional<Stmt.FunctionDef> method = near.isEmpty() ? Optional.empty() : found.shape().method(near.getFirst().name());
            if (method.isEmpty()) {
                return Optional.empty();
            }
            prior = Math.min(prior, Nearness.prior(near, 0));
            draft.edit(found.module().path(), new Replacement(method.get().name().start(), method.get().name().end(), wanted));
        }
        return Optional.of(draft.rated(Tier.A, prior).done());
    }

    /// The abstract class itself is made although there is exactly one class that completes it.
    private Optional<CandidatePatch> concrete(Fault fault, ModuleIndex.FoundClass found) {
        List<ModuleIndex.FoundClass> children = fault.modules().all().stream().flatMap(m -> m.classes().values().stream()
                .filter(c -> c.bases().contains(found.shape().name())).map(c -> new ModuleIndex.FoundClass(m, c))).toList();
        Optional<Expr.Call> call = fault.expressions(Expr.Call.class).stream().filter(c -> c.function() instanceof Expr.Name n && n.id().equals(found.shape().name())).findFirst();
        boolean visible = children.size() == 1 && children.getFirst().module().path().equals(fault.file());
        return visible && !fault.inTests() ? call.map(c -> draft(fault, "Make a " + children.getFirst().shape().name()).rated(Tier.B, 0.6)
                .because("`" + found.shape().name() + "` is abstract; `" + children.getFirst().shape().name() + "` is the class that completes it.")
                .replace(c.function(), children.getFirst().shape().name()).done()) : Optional.empty();
    }
}
