package dev.codeheals.engine.source;

import dev.codeheals.engine.source.Scope.Binding;
import dev.codeheals.engine.source.Scope.How;
import java.util.List;
import java.util.Set;

/// Guesses which names a line binds that could not be parsed, so that they are not taken for unknown elsewhere.
final class BrokenNames {
    private static final Set<String> BINDING_WORDS = Set.of("def", "class", "import", "as", "for", "global", "nonlocal");
    private static final Set<String> HEADERS = Set.of("def", "lambda", "for", "import", "from", "global", "nonlocal");

    private final Tokens tokens;

    BrokenNames(Tokens tokens) {
        this.tokens = tokens;
    }

    void bind(Stmt.Broken broken, Scope scope) {
        List<Token> line = tokens.within(broken.start(), broken.end()).stream().filter(Tokens::isSignificant).toList();
        boolean lists = !line.isEmpty() && HEADERS.contains(line.getFirst().text());
        for (int i = 0; i < line.size(); i++) {
            Token token = line.get(i);
            if (token.kind() == Token.Kind.NAME && binds(line, i, lists)) {
                scope.bind(new Binding(Identifiers.normalize(token.text()), token.start(), How.BROKEN, broken));
            }
        }
    }

    private static boolean binds(List<Token> line, int i, boolean lists) {
        String before = i == 0 ? "" : line.get(i - 1).text();
        String after = i + 1 == line.size() ? "" : line.get(i + 1).text();
        boolean target = after.equals("=") || after.equals(":=");
        boolean listed = lists && !before.equals(".") && (before.equals(",") || before.equals("(") || after.equals("in"));
        return !before.equals(".") && (target || listed || BINDING_WORDS.contains(before));
    }
}
