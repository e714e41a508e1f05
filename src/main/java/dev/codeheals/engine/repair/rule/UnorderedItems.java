package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Records or objects that are sorted without saying by what: `key=` with each part they have; which one, the test must tell.
final class UnorderedItems implements RepairRule {
    private static final Pattern UNORDERED = Pattern.compile("'[<>]=?' not supported between instances of '(?:[\\w.]*\\.)?(\\w+)' and '(?:[\\w.]*\\.)?\\1'");
    private static final Pattern KEY = Pattern.compile("[{,] ?('\\w+'): ");
    private static final Set<String> ORDERING = Set.of("sorted", "sort", "min", "max", "nlargest", "nsmallest");
    private static final int MOST = 6;

    @Override
    public String id() {
        return "unordered-items";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.COMPARISON");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> says = fault.says("TypeError", UNORDERED).filter(_ -> !fault.inTests());
        if (says.isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            boolean open = ORDERING.contains(CallSite.last(call.function())) && call.keywords().stream().noneMatch(k -> "key".equals(k.name()));
            if (open) {
                Set<String> parts = parts(fault, call, says.get().group(1));
                parts.stream().limit(MOST).forEach(part -> patches.add(by(fault, call, part, parts.size() == 1 ? 0.85 : 0.7)));
            }
        }
        return patches;
    }

    private static Set<String> parts(Fault fault, Expr.Call call, String type) {
        Set<String> parts = new LinkedHashSet<>();
        if (type.equals("dict")) {
            call.args().forEach(a -> fault.valueOf(a).map(ValueFacts::repr).ifPresent(repr -> keys(repr, parts)));
            if (parts.isEmpty()) {
                Tree.walk(fault.parsed().module()).filter(n -> n instanceof Expr.Subscript s && s.index() instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING)
                        .forEach(n -> parts.add("[" + fault.text(((Expr.Subscript) n).index()) + "]"));
            }
        } else {
            fault.modules().classes(type).forEach(c -> c.shape().members().stream().filter(m -> m.kind() == ClassShape.Kind.INSTANCE_ATTRIBUTE
                    || m.kind() == ClassShape.Kind.PROPERTY || (m.kind() == ClassShape.Kind.CLASS_ATTRIBUTE && c.shape().isDataclass()))
                    .map(ClassShape.Member::name).filter(n -> !n.startsWith("_")).forEach(n -> parts.add("." + n)));
        }
        return parts;
    }

    private static void keys(String repr, Set<String> parts) {
        KEY.matcher(repr).results().forEach(r -> parts.add("[" + r.group(1).replace('\'', '"') + "]"));
    }

    private CandidatePatch by(Fault fault, Expr.Call call, String part, double prior) {
        String separator = call.args().isEmpty() && call.keywords().isEmpty() ? "" : ", ";
        int at = call.keywords().isEmpty() ? call.end() - 1 : call.keywords().getFirst().start();
        String key = "key=lambda item: item" + part;
        Draft draft = draft(fault, "Order by " + part.replaceAll("[\\[\\].\"]", "")).rated(Tier.B, prior).because("Items of this kind have no order of their own.");
        boolean bare = call.args().size() == 1 && call.args().getFirst() instanceof Expr.Comp comp && comp.kind() == Expr.ComprehensionKind.GENERATOR
                && comp.start() <= call.openParen() + 1 && !fault.source().text().startsWith("((", call.openParen());
        if (bare) {
            draft.insert(call.openParen() + 1, "(");
            separator = ")" + separator;
        }
        return draft.insert(at, call.keywords().isEmpty() ? separator + key : key + ", ").done();
    }
}
