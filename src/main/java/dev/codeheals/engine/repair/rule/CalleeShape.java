package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parameters of a callable.
record CalleeShape(List<Param> params) {

    record Param(String name, Node.ParameterKind kind, boolean optional) {}

    static CalleeShape of(Node.Arguments arguments) {
        return new CalleeShape(arguments.parameters().stream().map(p -> new Param(p.name(), p.kind(), p.defaultValue() != null)).toList());
    }

    /// Reads {@code (a, /, b: int = 1, *args, c, **kw) -> str}; empty for anything else.
    static Optional<CalleeShape> parse(String text) {
        int close = text.startsWith("(") ? closing(text) : -1;
        if (close < 0) {
            return Optional.empty();
        }
        List<Param> params = new ArrayList<>();
        boolean starred = false;
        for (String part : parts(text.substring(1, close))) {
            if (part.equals("/")) {
                params.replaceAll(p -> new Param(p.name(), Node.ParameterKind.POSITIONAL_ONLY, p.optional()));
            } else if (part.startsWith("**")) {
                params.add(new Param(name(part.substring(2)), Node.ParameterKind.VAR_KEYWORD, true));
            } else if (part.startsWith("*")) {
                starred = true;
                if (part.length() > 1) {
                    params.add(new Param(name(part.substring(1)), Node.ParameterKind.VAR_POSITIONAL, true));
                }
            } else {
                params.add(new Param(name(part), starred ? Node.ParameterKind.KEYWORD_ONLY : Node.ParameterKind.POSITIONAL, part.contains("=")));
            }
        }
        return Optional.of(new CalleeShape(List.copyOf(params)));
    }

    private static String name(String part) {
        int end = 0;
        while (end < part.length() && Character.isJavaIdentifierPart(part.charAt(end)) && part.charAt(end) != '$') {
            end++;
        }
        return part.substring(0, end);
    }

    private static int closing(String text) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote && text.charAt(i - 1) != '\\' ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0 && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> parts(String inside) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        char quote = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if ("([{<".indexOf(c) >= 0) {
                depth++;
            } else if (")]}>".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                parts.add(inside.substring(from, i).strip());
                from = i + 1;
            }
        }
        parts.add(inside.substring(from).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    /// Without its first parameter, as seen by a caller of a bound method.
    CalleeShape bound() {
        return params.isEmpty() ? this : new CalleeShape(params.subList(1, params.size()));
    }

    /// Names a caller may use as keywords.
    List<String> keywords() {
        return params.stream().filter(p -> p.kind() == Node.ParameterKind.POSITIONAL || p.kind() == Node.ParameterKind.KEYWORD_ONLY)
                .map(Param::name).toList();
    }

    /// Parameters a caller may fill by position, in order.
    List<Param> positional() {
        return params.stream().filter(p -> p.kind() == Node.ParameterKind.POSITIONAL || p.kind() == Node.ParameterKind.POSITIONAL_ONLY).toList();
    }

    boolean takesAnyKeyword() {
        return params.stream().anyMatch(p -> p.kind() == Node.ParameterKind.VAR_KEYWORD);
    }
}
