package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Token;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A parameter without default after one with, and a positional argument after a named one.
///
/// The file does not parse, so the list is read from the tokens.
final class ParameterOrder extends SyntaxRule {
    ParameterOrder() {
        super("parameter-order", "SYN.ARGUMENT_ORDER", "SYN.DEFAULT_ORDER");
    }

    /// One element of the list between two commas.
    private record Part(int start, int end, List<Token> tokens, boolean named) {
        String text(SyntaxPlace place) {
            return place.text().substring(start, end);
        }

        boolean special() {
            return tokens.getFirst().is("*") || tokens.getFirst().is("**") || tokens.getFirst().is("/");
        }
    }

    @Override
    void offer(SyntaxPlace place, Consumer<SyntaxOption> options) {
        boolean parameters = place.says("non-default argument follows default") || place.says("parameter without a default follows");
        boolean arguments = place.says("positional argument follows keyword argument");
        if (!parameters && !arguments) {
            return;
        }
        List<Token> tokens = place.fault().parsed().tokens().significant();
        int from = place.source().lineStart(place.line());
        int to = place.source().lineEnd(place.line());
        for (int open = 1; open < tokens.size(); open++) {
            boolean definition = open > 1 && tokens.get(open - 2).is("def");
            if (!tokens.get(open).is("(") || definition != parameters || tokens.get(open - 1).kind() != Token.Kind.NAME) {
                continue;
            }
            int close = closes(tokens, open);
            if (close > open + 1 && tokens.get(open).start() <= to && tokens.get(close).start() >= from) {
                List<Part> parts = parts(tokens.subList(open + 1, close));
                if (parameters) {
                    parameters(place, tokens.get(open - 1).text(), parts, options);
                } else {
                    arguments(place, parts, options);
                }
            }
        }
    }

    private static void parameters(SyntaxPlace place, String function, List<Part> all, Consumer<SyntaxOption> options) {
        List<Part> plain = all.stream().takeWhile(p -> !p.special()).toList();
        List<Part> late = plain.stream().dropWhile(p -> !p.named()).filter(p -> !p.named()).toList();
        if (late.isEmpty()) {
            return;
        }
        long before = plain.indexOf(late.getFirst());
        int most = mostPositional(place, function);
        List<Replacement> defaults = late.stream().map(p -> Replacement.insert(p.end(), p.tokens().size() > 1 ? " = None" : "=None")).toList();
        List<Replacement> required = plain.stream().filter(Part::named).filter(p -> p.start() < late.getLast().start())
                .map(p -> Replacement.delete(valueStart(p), p.end())).toList();
        boolean full = most >= plain.size();
        // A caller that fills what comes after the first default by position would get another order.
        boolean keepsOrder = most <= before - named(plain, late);
        options.accept(new SyntaxOption(keepsOrder ? Tier.A : Tier.B, keepsOrder ? 0.96 : 0.6, "Put the parameters with defaults last",
                List.of(reordered(place, plain))));
        options.accept(new SyntaxOption(Tier.B, full ? 0.78 : 0.5, "Leave out the defaults before " + late.getLast().tokens().getFirst().text(), required));
        options.accept(new SyntaxOption(Tier.B, full ? 0.7 : 0.45, "Give " + late.stream().map(p -> p.tokens().getFirst().text())
                .collect(Collectors.joining(", ")) + " the default None", defaults));
    }

    private static long named(List<Part> plain, List<Part> late) {
        return plain.stream().takeWhile(p -> p.start() < late.getFirst().start()).filter(Part::named).count();
    }

    private static int valueStart(Part part) {
        List<Token> tokens = part.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).is("=")) {
                return tokens.get(i - 1).end();
            }
        }
        return part.end();
    }

    /// The most arguments without a name that any call in the project passes to a function of that name, {@code self} counted.
    private static int mostPositional(SyntaxPlace place, String function) {
        Stream<ModuleInfo> modules = place.fault().project().pythonFiles().stream().flatMap(f -> place.fault().modules().byPath(f).stream());
        boolean init = function.equals("__init__");
        return modules.flatMap(m -> Tree.of(m.parsed()).all(Expr.Call.class).stream()).filter(c -> init || names(c.function(), function))
                .filter(c -> !init || (c.function() instanceof Expr.Name n && Character.isUpperCase(n.id().charAt(0))))
                .mapToInt(c -> c.args().size() + (init || c.function() instanceof Expr.Attribute ? 1 : 0)).max().orElse(0);
    }

    private static boolean names(Expr callee, String function) {
        return switch (callee) {
            case Expr.Name n -> n.id().equals(function);
            case Expr.Attribute a -> a.attr().equals(function);
            default -> false;
        };
    }

    private static void arguments(SyntaxPlace place, List<Part> all, Consumer<SyntaxOption> options) {
        boolean late = all.stream().dropWhile(p -> !p.named()).anyMatch(p -> !p.named() && !p.special());
        if (late) {
            options.accept(SyntaxOption.sure(0.95, "Put the named arguments last", reordered(place, all)));
        }
    }

    /// The parts without an equals sign first, the separators where they were.
    private static Replacement reordered(SyntaxPlace place, List<Part> parts) {
        List<Part> ordered = Stream.concat(parts.stream().filter(p -> !p.named()), parts.stream().filter(Part::named)).toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            text.append(ordered.get(i).text(place));
            if (i + 1 < parts.size()) {
                text.append(place.text(), parts.get(i).end(), parts.get(i + 1).start());
            }
        }
        return new Replacement(parts.getFirst().start(), parts.getLast().end(), text.toString());
    }

    private static List<Part> parts(List<Token> inside) {
        List<Part> parts = new ArrayList<>();
        List<Token> part = new ArrayList<>();
        int depth = 0;
        boolean named = false;
        for (Token token : inside) {
            depth += opens(token) ? 1 : closes(token) ? -1 : 0;
            if (depth == 0 && token.is(",")) {
                add(parts, part, named);
                part = new ArrayList<>();
                named = false;
            } else {
                named |= depth == 0 && token.is("=");
                part.add(token);
            }
        }
        add(parts, part, named);
        return parts;
    }

    private static void add(List<Part> parts, List<Token> tokens, boolean named) {
        if (!tokens.isEmpty()) {
            parts.add(new Part(tokens.getFirst().start(), tokens.getLast().end(), List.copyOf(tokens), named));
        }
    }

    private static int closes(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += opens(tokens.get(i)) ? 1 : closes(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean opens(Token token) {
        return token.is("(") || token.is("[") || token.is("{");
    }

    private static boolean closes(Token token) {
        return token.is(")") || token.is("]") || token.is("}");
    }
}
