package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A {@code ModuleNotFoundError} at the import that caused it.
///
/// @param module    the module as the message names it, absolute
/// @param statement the failing import
record MissingModule(String module, Stmt statement) {
    private static final Pattern MESSAGE = Pattern.compile("No module named '?([\\w.]+)'?");

    /// Empty if the fault is another one, or the failing line is no import.
    static Optional<MissingModule> of(Fault fault) {
        boolean type = fault.exceptionType().equals("ModuleNotFoundError") || fault.exceptionType().equals("ImportError");
        Optional<Matcher> message = type ? fault.says(MESSAGE) : Optional.empty();
        if (message.isEmpty()) {
            return Optional.empty();
        }
        String module = message.get().group(1);
        return fault.statement().filter(s -> s instanceof Stmt.Import || s instanceof Stmt.ImportFrom).filter(s -> mentions(fault, s, module))
                .map(s -> new MissingModule(module, s));
    }

    private static boolean mentions(Fault fault, Stmt statement, String module) {
        return written(fault, statement).stream().anyMatch(w -> w.equals(module) || w.startsWith(module + ".") || module.endsWith("." + w));
    }

    /// The modules a statement imports, relative ones made absolute.
    static List<String> written(Fault fault, Stmt statement) {
        return switch (statement) {
            case Stmt.Import i -> i.names().stream().map(Node.Alias::name).toList();
            case Stmt.ImportFrom f -> List.of(fault.module().absolute(f));
            default -> List.of();
        };
    }

    /// The alias of a plain import that names the missing module.
    Optional<Node.Alias> alias() {
        return statement instanceof Stmt.Import i ? i.names().stream().filter(a -> a.name().equals(module) || a.name().startsWith(module + ".")).findFirst()
                : Optional.empty();
    }

    Optional<Stmt.ImportFrom> from() {
        return statement instanceof Stmt.ImportFrom f ? Optional.of(f) : Optional.empty();
    }

    /// Where the module's name stands in the statement, without leading dots.
    int offset(Fault fault) {
        return alias().map(Node.Alias::start).orElseGet(() -> {
            String text = fault.source().text();
            int at = statement.start() + "from".length();
            while (text.charAt(at) == ' ' || text.charAt(at) == '.' || text.charAt(at) == '\t') {
                at++;
            }
            return at;
        });
    }

    /// The module as the statement writes it, without leading dots.
    String text() {
        return alias().map(Node.Alias::name).or(() -> from().map(Stmt.ImportFrom::module)).orElse(module);
    }

    /// The names a {@code from} import takes; empty for a plain import.
    List<String> names() {
        return from().map(f -> f.names().stream().map(Node.Alias::name).toList()).orElse(List.of());
    }
}
