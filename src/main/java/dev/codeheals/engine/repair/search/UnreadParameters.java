package dev.codeheals.engine.repair.search;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Stmt;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells edits after which a function no longer looks at one of its parameters: what callers pass is then without effect, which a test seldom shows.
final class UnreadParameters {
    private UnreadParameters() {}

    /// Whether a parameter that was read before is not read any more.
    static boolean leaves(Site site, Edit edit) {
        Optional<Stmt.FunctionDef> function = site.function().filter(f -> !f.body().isEmpty() && !f.equals(site.statement()));
        if (function.isEmpty()) {
            return false;
        }
        int from = function.get().body().getFirst().start();
        int to = function.get().end();
        if (edit.replacements().stream().anyMatch(r -> r.start() < from || r.end() > to)) {
            return false;
        }
        String before = site.source().text().substring(from, to);
        String after = applied(before, from, edit.replacements());
        return function.get().args().parameters().stream().map(Node.Parameter::name).map(name -> Pattern.compile("\\b" + Pattern.quote(name) + "\\b"))
                .anyMatch(name -> name.matcher(before).find() && !name.matcher(after).find());
    }

    private static String applied(String body, int from, List<Replacement> replacements) {
        StringBuilder text = new StringBuilder(body);
        replacements.stream().sorted(Comparator.comparingInt(Replacement::start).reversed()).forEach(r -> text.replace(r.start() - from, r.end() - from, r.text()));
        return text.toString();
    }
}
