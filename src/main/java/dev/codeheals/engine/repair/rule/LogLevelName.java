package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A level of the log named in small letters or with blanks around it: the library knows capital names only.
final class LogLevelName implements RepairRule {
    private static final Pattern UNKNOWN = Pattern.compile("Unknown level: '(.*)'");
    private static final Set<String> LEVELS = Set.of("DEBUG", "INFO", "WARNING", "WARN", "ERROR", "CRITICAL", "FATAL", "NOTSET");

    @Override
    public String id() {
        return "log-level-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("CFG.LOGGING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        String given = fault.says("ValueError", UNKNOWN).map(m -> m.group(1)).orElse("");
        String level = given.strip().toUpperCase(Locale.ROOT);
        if (fault.inTests() || !LEVELS.contains(level)) {
            return List.of();
        }
        String cleaned = given.equals(given.strip()) ? ".upper()" : ".strip().upper()";
        return fault.expressions(Expr.Call.class).stream().flatMap(LogLevelName::level).map(expression -> {
            boolean literal = expression instanceof Expr.Constant;
            Draft draft = draft(fault, "Name the level " + (literal ? level : fault.text(expression) + cleaned)).rated(Tier.A, 0.96)
                    .because("Levels have names in capital letters.");
            return literal ? draft.replace(expression, fault.text(expression).replace(given, level)).done() : draft.insert(expression.end(), cleaned).done();
        }).limit(2).toList();
    }

    private static Stream<Expr> level(Expr.Call call) {
        Optional<Expr> named = call.keywords().stream().filter(k -> "level".equals(k.name())).map(Node.Keyword::value).findFirst();
        boolean sets = CallSite.last(call.function()).equals("setLevel") && call.args().size() == 1;
        return named.or(() -> sets ? Optional.of(call.args().getFirst()) : Optional.empty())
                .filter(e -> e instanceof Expr.Name || e instanceof Expr.Attribute || e instanceof Expr.Subscript || e instanceof Expr.Call || e instanceof Expr.Constant).stream();
    }
}
