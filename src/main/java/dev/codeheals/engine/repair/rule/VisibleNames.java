package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.FrameFacts;
import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Scopes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Weighs the names in scope by how likely each was meant: spelling first, then whether it fits its use.
final class VisibleNames {
    private static final Set<String> NOT_MEANT = Set.of("copyright", "credits", "license", "exit", "quit", "__builtins__", "__loader__", "_");
    private static final Set<String> PLAIN_VALUES = Set.of("int", "float", "str", "list", "dict", "set", "tuple", "bool", "bytes", "NoneType");

    private final Fault fault;
    private final UndefinedName name;
    private final Scopes scopes;
    private final Optional<FrameFacts> facts;

    private VisibleNames(Fault fault, UndefinedName name) {
        this.fault = fault;
        this.name = name;
        this.scopes = fault.scopes();
        this.facts = fault.facts();
    }

    /// The names that may have been meant, best first.
    static List<Names.Match> meant(Fault fault, UndefinedName name) {
        return new VisibleNames(fault, name).meant();
    }

    private List<Names.Match> meant() {
        Set<String> visible = new LinkedHashSet<>(scopes.visibleNames(name.offset()));
        Map<String, Double> scores = new HashMap<>();
        for (String candidate : visible) {
            weigh(candidate, fits(candidate), scores);
        }
        for (String builtin : Builtins.NAMES) {
            if (!visible.contains(builtin) && !NOT_MEANT.contains(builtin)) {
                weigh(builtin, fitsBuiltin(builtin), scores);
            }
        }
        List<Names.Match> near = new ArrayList<>();
        scores.forEach((n, s) -> near.add(new Names.Match(n, s)));
        near.sort(Comparator.comparingDouble(Names.Match::score).reversed().thenComparing(Names.Match::name));
        return near.isEmpty() ? idle(visible) : near;
    }

    private void weigh(String candidate, double fit, Map<String, Double> scores) {
        double score = Names.score(name.name(), candidate);
        if (!candidate.equals(name.name()) && score >= Names.POSSIBLE && score + fit >= Names.POSSIBLE - 0.05) {
            scores.put(candidate, Math.min(0.99, score + fit));
        }
    }

    private double fits(String candidate) {
        Optional<Scope> home = scopes.resolve(candidate, name.offset());
        if (home.isEmpty() || isUnset(candidate, home.get())) {
            return -1;
        }
        double fit = isIdle(candidate, home.get()) ? 0.08 : 0;
        Optional<ValueFacts> value = facts.map(f -> f.locals().get(candidate));
        boolean called = name.isCalled(fault);
        boolean definition = home.get().bindings(candidate).stream()
                .anyMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.CLASS);
        if (value.isPresent()) {
            fit += called && PLAIN_VALUES.contains(value.get().type()) ? -0.3 : 0;
            fit += attributeFit(value.get());
        }
        return fit + (definition == called ? 0.04 : definition ? -0.1 : 0);
    }

    private double attributeFit(ValueFacts value) {
        Optional<String> attribute = name.attribute(fault);
        if (attribute.isEmpty()) {
            return 0;
        }
        Set<String> known = value.attributes().isEmpty() ? StdlibClasses.tables().attributes(value.type()) : Set.copyOf(value.attributes());
        return known.isEmpty() || attribute.get().startsWith("_") ? 0 : known.contains(attribute.get()) ? 0.1 : -0.25;
    }

    /// A local that has no value yet when the line fails cannot have been meant.
    private boolean isUnset(String candidate, Scope home) {
        boolean local = home.kind() == Scope.Kind.FUNCTION && scopes.functionAt(name.offset()).filter(home::equals).isPresent();
        return local && facts.isPresent() && facts.get().function().equals(home.name()) && !facts.get().locals().containsKey(candidate);
    }

    private boolean isIdle(String candidate, Scope home) {
        return home.kind() != Scope.Kind.CLASS && scopes.all().stream().noneMatch(s -> !s.uses(candidate).isEmpty())
                && home.bindings(candidate).stream().noneMatch(b -> b.how() == Scope.How.DEF || b.how() == Scope.How.IMPORT);
    }

    private double fitsBuiltin(String builtin) {
        boolean callable = Builtins.FUNCTIONS.contains(builtin) || Builtins.TYPES.contains(builtin);
        return name.isCalled(fault) ? (callable || Builtins.EXCEPTIONS.contains(builtin) ? 0.04 : -0.3)
                : Builtins.FUNCTIONS.contains(builtin) ? -0.25 : Builtins.TYPES.contains(builtin) ? -0.12 : -0.02;
    }

    /// With nothing near, the one parameter or loop variable that nobody reads.
    private List<Names.Match> idle(Set<String> visible) {
        List<String> idle = visible.stream().filter(v -> scopes.resolve(v, name.offset()).filter(h -> isIdle(v, h) && isInput(v, h)).isPresent())
                .filter(v -> !v.startsWith("_") && !v.equals("self") && !v.equals("cls")).toList();
        return idle.size() == 1 && !name.isCalled(fault) ? List.of(new Names.Match(idle.getFirst(), Names.POSSIBLE)) : List.of();
    }

    private static boolean isInput(String candidate, Scope home) {
        return home.kind() != Scope.Kind.MODULE && home.bindings(candidate).stream().allMatch(b -> switch (b.how()) {
            case PARAMETER, FOR, COMPREHENSION, EXCEPT, WITH -> true;
            case ASSIGN, ANNOTATION, AUGMENTED, IMPORT, FROM_IMPORT, DEF, CLASS, GLOBAL, NONLOCAL, WALRUS, MATCH, DEL, TYPE, BROKEN -> false;
        });
    }
}
