package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A method without {@code self} (or {@code cls}) that gets its instance as one argument too many.
final class MissingSelfParameter implements RepairRule {
    private static final Pattern TOO_MANY = Pattern.compile("([\\w.<>]+)\\(\\) (?:takes (\\d+) positional arguments? but (\\d+) (?:(?:was|were) given|positional arguments? \\(and)"
            + "|got multiple values for argument '(\\w+)'|takes from \\d+ to (\\d+) positional arguments? but (\\d+) were given)");

    @Override
    public String id() {
        return "missing-self-parameter";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.SELF_PARAMETER", "TYP.ARG_COUNT", "TYP.MULTIPLE_VALUES");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", TOO_MANY);
        Optional<CallSite> site = message.flatMap(m -> CallSite.of(fault, m.group(1).replace("<locals>.", "")));
        return site.flatMap(s -> s.definition(fault)).filter(d -> lacksSelf(d, message.orElseThrow())).map(d -> patch(fault, d)).stream().toList();
    }

    private static boolean lacksSelf(CallSite.Definition definition, Matcher message) {
        List<Node.Parameter> parameters = definition.function().args().parameters();
        String first = parameters.isEmpty() ? "" : parameters.getFirst().name();
        boolean named = first.equals("self") || first.equals("cls") || first.equals("mcs") || first.equals("_");
        boolean oneTooMany = message.group(2) != null ? Integer.parseInt(message.group(3)) == Integer.parseInt(message.group(2)) + 1
                : message.group(5) != null ? Integer.parseInt(message.group(6)) == Integer.parseInt(message.group(5)) + 1 : first.equals(message.group(4));
        return definition.owner().isPresent() && !named && oneTooMany && !definition.isStatic() && !ProjectFiles.isTest(definition.module().path());
    }

    private CandidatePatch patch(Fault fault, CallSite.Definition definition) {
        String name = definition.isClassMethod() ? "cls" : "self";
        ModuleInfo module = definition.module();
        int open = module.parsed().source().text().indexOf('(', definition.function().name().end());
        String separator = definition.function().args().parameters().isEmpty() ? "" : ", ";
        return draft(fault, "Add the parameter " + name + " to " + definition.function().name().id()).rated(Tier.A, 0.95)
                .because("A method gets its " + (name.equals("self") ? "instance" : "class") + " as its first argument.")
                .edit(module.path(), Replacement.insert(open + 1, name + separator)).done();
    }
}
