package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A member or value that an enumeration lacks: misspelt, or in another case.
final class EnumMember implements RepairRule {
    private static final Pattern BAD_VALUE = Pattern.compile("(.+) is not a valid (?:[\\w.]*\\.)?(\\w+)$");
    private static final Pattern BARE = Pattern.compile("(?:type object '\\w+' has no attribute )?'?(\\w+)'?(?:\\. Did you mean.*)?$");

    @Override
    public String id() {
        return "enum-member";
    }

    @Override
    public Set<String> answers() {
        return Set.of("KEY.KEY_ERROR", "OOP.CLASS_ATTRIBUTE", "TYP.ATTRIBUTE", "VAL.ENUM_VALUE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.inTests()) {
            return List.of();
        }
        return switch (fault.exceptionType()) {
            case "AttributeError" -> fault.says(BARE).map(m -> attribute(fault, m.group(1))).orElse(List.of());
            case "KeyError" -> fault.says(BARE).map(m -> key(fault, m.group(1))).orElse(List.of());
            case "ValueError" -> fault.says(BAD_VALUE).map(m -> value(fault, m)).orElse(List.of());
            default -> List.of();
        };
    }

    /// The members of an enumeration of the project with the source of their values.
    private static Map<String, String> members(Fault fault, Expr reference) {
        Optional<ModuleIndex.FoundClass> found = ImportedModule.chain(reference).flatMap(c -> fault.modules().classIn(fault.module(), c))
                .filter(c -> fault.modules().lineage(c).stream().anyMatch(k -> k.shape().bases().stream().anyMatch(b -> b.endsWith("Enum") || b.endsWith("Flag"))));
        Map<String, String> members = new LinkedHashMap<>();
        found.ifPresent(c -> c.shape().node().body().forEach(s -> {
            if (s instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name n) {
                members.put(n.id(), c.module().parsed().source().text().substring(a.value().start(), a.value().end()));
            }
        }));
        return members;
    }

    private List<CandidatePatch> attribute(Fault fault, String written) {
        for (Expr.Attribute node : fault.expressions(Expr.Attribute.class)) {
            List<Names.Match> near = node.attr().equals(written) ? Nearness.of(written, members(fault, node.value()).keySet()) : List.of();
            if (!near.isEmpty()) {
                return List.of(draft(fault, "Rename ." + written + " to ." + near.getFirst().name()).rated(Tier.A, Nearness.prior(near, 0))
                        .because("The enumeration has no member `" + written + "`; the nearest is `" + near.getFirst().name() + "`.")
                        .replace(node.nameStart(), node.end(), near.getFirst().name()).done());
            }
        }
        return List.of();
    }

    private List<CandidatePatch> key(Fault fault, String written) {
        for (Expr.Subscript node : fault.expressions(Expr.Subscript.class)) {
            Map<String, String> members = members(fault, node.value());
            List<Names.Match> near = Nearness.of(written, members.keySet());
            if (!near.isEmpty()) {
                return List.of(corrected(fault, node.index(), written, near.getFirst().name(), Nearness.prior(near, 0)));
            }
        }
        return List.of();
    }

    private List<CandidatePatch> value(Fault fault, Matcher message) {
        String written = unquoted(message.group(1));
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (CallSite.last(call.function()).equals(message.group(2)) && call.args().size() == 1) {
                Map<String, String> members = members(fault, call.function());
                List<Names.Match> near = Nearness.of(written, members.values().stream().filter(v -> v.startsWith("\"") || v.startsWith("'")).map(EnumMember::unquoted).toList());
                if (!near.isEmpty()) {
                    return List.of(corrected(fault, call.args().getFirst(), written, near.getFirst().name(), Nearness.prior(near, 0)));
                }
                if (members.containsKey(written)) {
                    return List.of(draft(fault, "Look the member up by its name").rated(Tier.A, 0.9).because("`" + written + "` is the name of a member, not its value.")
                            .replace(call.openParen(), call.openParen() + 1, "[").replace(call.end() - 1, call.end(), "]").done());
                }
            }
        }
        return List.of();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && (text.startsWith("'") || text.startsWith("\"")) ? text.substring(1, text.length() - 1) : text;
    }

    /// A literal is corrected itself; a value that comes from elsewhere is brought into the case the members have.
    private CandidatePatch corrected(Fault fault, Expr expression, String written, String meant, double prior) {
        if (expression instanceof Expr.Constant) {
            return draft(fault, "Write " + meant + " for " + written).rated(Tier.A, prior).because("The enumeration has `" + meant + "`, not `" + written + "`.")
                    .replace(expression, Quotes.literal(fault, meant)).done();
        }
        String fix = written.toUpperCase(Locale.ROOT).equals(meant) ? ".upper()" : written.toLowerCase(Locale.ROOT).equals(meant) ? ".lower()"
                : written.strip().equals(meant) ? ".strip()" : "";
        Draft draft = draft(fault, fix.isEmpty() ? "Read " + written + " as " + meant : "Use " + fault.text(expression) + fix).rated(Tier.B, fix.isEmpty() ? 0.5 : 0.85)
                .because("The data says `" + written + "` where the enumeration has `" + meant + "`.");
        return fix.isEmpty() ? draft.replace(expression, "{" + Quotes.literal(fault, written) + ": " + Quotes.literal(fault, meant) + "}.get(" + fault.text(expression) + ", "
                + fault.text(expression) + ")").done() : draft.insert(expression.end(), fix).done();
    }
}
