package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A {@code from} import of a name its module lacks.
///
/// @param name      the missing name
/// @param module    the module as the message names it, absolute
/// @param statement the failing import
/// @param alias     the name in the import
/// @param circular  whether the module was still being imported itself
record MissingExport(String name, String module, Stmt.ImportFrom statement, Node.Alias alias, boolean circular) {
    private static final Pattern MESSAGE = Pattern.compile("cannot import name '?(\\w+)'?(?: from (partially initialized module )?'([\\w.]+)')?");

    static Optional<MissingExport> of(Fault fault) {
        Optional<Matcher> message = fault.says("ImportError", MESSAGE);
        if (message.isEmpty() || !(fault.statement().orElse(null) instanceof Stmt.ImportFrom from)) {
            return Optional.empty();
        }
        Matcher m = message.get();
        String module = m.group(3) == null ? fault.module().absolute(from) : m.group(3);
        return from.names().stream().filter(a -> a.name().equals(m.group(1))).findFirst()
                .map(a -> new MissingExport(a.name(), module, from, a, m.group(2) != null || fault.message().contains("circular import")));
    }

    /// Takes the name out of its statement, the whole statement if it is the only one.
    void remove(Fault fault, Draft draft) {
        int index = statement.names().indexOf(alias);
        if (statement.names().size() == 1) {
            int first = fault.source().lineOf(statement.start());
            int last = fault.source().lineOf(statement.end() - 1);
            draft.delete(fault.source().lineStart(first), last < fault.source().lineCount() ? fault.source().lineStart(last + 1) : fault.source().text().length());
        } else if (index == 0) {
            draft.delete(alias.start(), statement.names().get(1).start());
        } else {
            draft.delete(statement.names().get(index - 1).end(), alias.end());
        }
    }

    /// Writes another module, dots included, into the statement.
    void replaceModule(Fault fault, Draft draft, String written) {
        String text = fault.source().text();
        int start = statement.start() + "from".length();
        while (Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (!Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        draft.replace(start, end, written);
    }

    boolean isOnlyName() {
        return statement.names().size() == 1;
    }
}
