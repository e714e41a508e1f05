package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Node.Parameter;
import dev.codeheals.engine.source.Node.ParameterKind;
import java.util.List;
import java.util.Optional;

/// What a caller may pass to a function.
///
/// @param name       the function's name; the class's for a constructor
/// @param parameters in source order; without {@code self} or {@code cls} where the caller does not pass it
public record Signature(String name, List<Parameter> parameters) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    public static Signature of(Stmt.FunctionDef function) {
        return new Signature(function.name().id(), function.args().parameters());
    }

    /// Without the first parameter, which the instance or the class fills.
    public Signature bound() {
        boolean has = !parameters.isEmpty() && isPositional(parameters.getFirst());
        return has ? new Signature(name, parameters.subList(1, parameters.size())) : this;
    }

    private static boolean isPositional(Parameter parameter) {
        return parameter.kind() == ParameterKind.POSITIONAL || parameter.kind() == ParameterKind.POSITIONAL_ONLY;
    }

    /// The parameters that arguments without a name fill, in order.
    public List<Parameter> positional() {
        return parameters.stream().filter(Signature::isPositional).toList();
    }

    public List<Parameter> keywordOnly() {
        return parameters.stream().filter(p -> p.kind() == ParameterKind.KEYWORD_ONLY).toList();
    }

    /// The parameters a call has to fill.
    public List<Parameter> required() {
        return parameters.stream().filter(p -> p.defaultValue() == null && p.kind() != ParameterKind.VAR_POSITIONAL
                && p.kind() != ParameterKind.VAR_KEYWORD).toList();
    }

    /// The names a caller may use.
    public List<String> keywords() {
        return parameters.stream().filter(p -> p.kind() == ParameterKind.POSITIONAL || p.kind() == ParameterKind.KEYWORD_ONLY)
                .map(Parameter::name).toList();
    }

    public boolean takesAnyPositional() {
        return parameters.stream().anyMatch(p -> p.kind() == ParameterKind.VAR_POSITIONAL);
    }

    public boolean takesAnyKeyword() {
        return parameters.stream().anyMatch(p -> p.kind() == ParameterKind.VAR_KEYWORD);
    }

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst();
    }

    /// Whether the call passes what is required, nothing twice and nothing unknown. A call with {@code *args} or {@code **kwargs} is given
    /// the benefit of the doubt for what those may hold.
    public boolean accepts(Expr.Call call) {
        boolean spread = call.args().stream().anyMatch(Expr.Starred.class::isInstance);
        boolean spreadKeywords = call.keywords().stream().anyMatch(k -> k.name() == null);
        long given = call.args().stream().filter(a -> !(a instanceof Expr.Starred)).count();
        List<Parameter> positional = positional();
        if (given > positional.size() && !takesAnyPositional()) {
            return false;
        }
        List<String> filled = positional.stream().limit(given).map(Parameter::name).toList();
        List<String> named = call.keywords().stream().flatMap(k -> Optional.ofNullable(k.name()).stream()).toList();
        List<String> known = keywords();
        boolean allKnown = takesAnyKeyword() || known.containsAll(named);
        boolean nothingTwice = named.stream().noneMatch(n -> filled.contains(n) && known.contains(n));
        boolean complete = required().stream().allMatch(p -> filled.contains(p.name()) || named.contains(p.name())
                || (spread && isPositional(p)) || (spreadKeywords && p.kind() != ParameterKind.POSITIONAL_ONLY));
        return allKnown && nothingTwice && complete;
    }
}
