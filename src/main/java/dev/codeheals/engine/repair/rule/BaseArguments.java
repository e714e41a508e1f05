package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Tree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What a subclass may pass to its base where it has no parameter of that name.
final class BaseArguments {
    private BaseArguments() {}

    /// What other subclasses of the base pass, as far as it is a literal. A text that names the class names the new one here.
    static Map<String, String> ofSiblings(Fault fault, OwnClass.Init child, OwnClass.Init base) {
        Map<String, String> values = new HashMap<>();
        List<String> names = required(child, base).map(Node.Parameter::name).toList();
        List<String> all = base.function().args().parameters().stream().skip(1).map(Node.Parameter::name).toList();
        fault.modules().all().stream().flatMap(m -> m.classes().values().stream().map(c -> new ModuleIndex.FoundClass(m, c)))
                .filter(c -> !c.shape().name().equals(child.owner().shape().name()))
                .filter(c -> c.shape().node().bases().stream().anyMatch(b -> CallSite.last(b).equals(base.owner().shape().name())))
                .forEach(c -> Tree.walk(c.shape().node()).filter(n -> n instanceof Expr.Call call && CallSite.last(call.function()).equals("__init__"))
                        .map(Expr.Call.class::cast).forEach(call -> {
                            for (int i = 0; i < Math.min(all.size(), call.args().size()); i++) {
                                if (names.contains(all.get(i)) && call.args().get(i) instanceof Expr.Constant literal) {
                                    values.putIfAbsent(all.get(i), own(text(c.module(), literal), c.shape().name(), child.owner().shape().name()));
                                }
                            }
                        }));
        return values;
    }

    private static String own(String literal, String sibling, String name) {
        String inside = literal.length() < 2 ? literal : literal.substring(1, literal.length() - 1);
        if (inside.equals(sibling)) {
            return literal.replace(sibling, name);
        }
        return inside.equals(sibling.toLowerCase(Locale.ROOT)) ? literal.replace(inside, name.toLowerCase(Locale.ROOT)) : literal;
    }

    /// Nothing, of the kind the base's own uses suggest.
    static Map<String, String> neutral(OwnClass.Init child, OwnClass.Init base) {
        Map<String, String> values = new HashMap<>();
        required(child, base).forEach(p -> values.put(p.name(), byName(child, p.name())));
        return values;
    }

    private static String byName(OwnClass.Init child, String parameter) {
        return switch (parameter) {
            case "name", "kind", "type", "label", "title" -> '"' + child.owner().shape().name().toLowerCase(Locale.ROOT) + '"';
            default -> "None";
        };
    }

    /// The parameters of the base that must be given and that the child does not have.
    private static Stream<Node.Parameter> required(OwnClass.Init child, OwnClass.Init base) {
        List<String> has = child.function().args().parameters().stream().map(Node.Parameter::name).toList();
        return base.function().args().parameters().stream().skip(1).filter(p -> p.defaultValue() == null && !has.contains(p.name()))
                .filter(p -> p.kind() != Node.ParameterKind.VAR_POSITIONAL && p.kind() != Node.ParameterKind.VAR_KEYWORD);
    }

    private static String text(ModuleInfo module, Expr literal) {
        return module.parsed().source().text().substring(literal.start(), literal.end());
    }
}
