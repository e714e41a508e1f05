package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A {@code KeyError} at the place where the key is read.
///
/// @param key      the missing key as its repr: {@code 'name'}, {@code 3}
/// @param text     the key itself where it is a string, else empty
/// @param literals the string literals of the failing statement that are the key
/// @param known    the keys there are, as reprs; empty where nothing was seen
/// @param receiver the mapping, where the statement shows it
record KeyFault(String key, String text, List<Expr.Constant> literals, List<String> known, Optional<Expr> receiver) {
    private static final Pattern STRING = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern COLUMNS = Pattern.compile("\"?\\[?'([^']+)'.*(?:not in index|not found in axis|are in the).*");
    private static final Pattern INDEX = Pattern.compile("\"?None of \\[Index\\(\\['([^']+)'");

    static Optional<KeyFault> of(Fault fault) {
        if (!fault.exceptionType().equals("KeyError") && !fault.exceptionType().equals("UndefinedVariableError")) {
            return Optional.empty();
        }
        String message = fault.exception().summary();
        Matcher columns = COLUMNS.matcher(message);
        Matcher index = INDEX.matcher(message);
        String key = index.lookingAt() ? "'" + index.group(1) + "'" : columns.matches() ? "'" + columns.group(1) + "'" : message;
        Matcher string = STRING.matcher(key);
        String text = string.matches() ? string.group(1) == null ? string.group(2) : string.group(1) : "";
        List<Expr.Constant> literals = fault.expressions(Expr.Constant.class).stream()
                .filter(c -> c.kind() == Expr.ConstantKind.STRING && !text.isEmpty() && c.value().equals(text)).toList();
        Optional<Expr> receiver = receiver(fault, literals);
        return Optional.of(new KeyFault(key, text, literals, known(fault, receiver), receiver));
    }

    private static Optional<Expr> receiver(Fault fault, List<Expr.Constant> literals) {
        for (Expr.Subscript s : fault.expressions(Expr.Subscript.class)) {
            if (literals.stream().anyMatch(l -> l.equals(s.index()))) {
                return Optional.of(s.value());
            }
        }
        for (Expr.Call c : fault.expressions(Expr.Call.class)) {
            if (c.function() instanceof Expr.Attribute a && literals.stream().anyMatch(l -> l.start() >= c.start() && l.end() <= c.end())) {
                return Optional.of(a.value());
            }
        }
        return fault.expressions(Expr.Subscript.class).stream().findFirst().map(Expr.Subscript::value);
    }

    /// The keys of the mapping; where it could not be read, those of the only mapping the statement or the frame shows.
    private static List<String> known(Fault fault, Optional<Expr> receiver) {
        List<String> direct = receiver.flatMap(fault::valueOf).map(ValueFacts::keys).orElse(List.of());
        if (!direct.isEmpty()) {
            return direct;
        }
        Set<List<String>> shown = new LinkedHashSet<>();
        fault.expressions(Expr.class).forEach(e -> fault.valueOf(e).map(ValueFacts::keys).filter(k -> !k.isEmpty()).ifPresent(shown::add));
        return shown.size() == 1 ? shown.iterator().next() : List.of();
    }

    /// The known keys that are strings, without quotes.
    List<String> knownTexts() {
        List<String> texts = new ArrayList<>();
        for (String repr : known) {
            Matcher string = STRING.matcher(repr);
            if (string.matches()) {
                texts.add(string.group(1) == null ? string.group(2) : string.group(1));
            }
        }
        return texts;
    }
}
