package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Names;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A group of a match that the pattern does not have: it has one of a near name, or one that nobody asks for yet.
final class UnknownGroup implements RepairRule {
    private static final Pattern NO_GROUP = Pattern.compile("no such group");
    private static final Pattern NAMED = Pattern.compile("\\(\\?P<(\\w+)>");
    private static final Set<String> ASKING = Set.of("group", "start", "end", "span");

    @Override
    public String id() {
        return "unknown-group";
    }

    @Override
    public Set<String> answers() {
        return Set.of("VAL.REGEX_GROUP");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.inTests() || fault.says("IndexError", NO_GROUP).isEmpty()) {
            return List.of();
        }
        Set<String> groups = new LinkedHashSet<>();
        for (Matcher named = NAMED.matcher(fault.source().text()); named.find();) {
            groups.add(named.group(1));
        }
        List<CandidatePatch> patches = new ArrayList<>();
        asked(fault).forEach(key -> {
            if (key.kind() == Expr.ConstantKind.STRING && !groups.contains(key.value())) {
                named(fault, key, groups, patches);
            } else if (key.kind() == Expr.ConstantKind.INT && key.value().matches("[1-9]")) {
                int before = Integer.parseInt(key.value()) - 1;
                patches.add(draft(fault, "Take group " + before).rated(Tier.B, 0.6).because("The pattern has fewer groups.").replace(key, Integer.toString(before)).done());
            }
        });
        return patches;
    }

    private static Stream<Expr.Constant> asked(Fault fault) {
        Stream<Expr> called = fault.expressions(Expr.Call.class).stream().filter(c -> ASKING.contains(CallSite.last(c.function()))).flatMap(c -> c.args().stream());
        Stream<Expr> indexed = fault.expressions(Expr.Subscript.class).stream().map(Expr.Subscript::index);
        return Stream.concat(called, indexed).filter(Expr.Constant.class::isInstance).map(Expr.Constant.class::cast).distinct();
    }

    private void named(Fault fault, Expr.Constant key, Set<String> groups, List<CandidatePatch> patches) {
        List<Names.Match> near = Nearness.of(key.value(), groups).stream().filter(m -> m.score() >= Names.LIKELY).toList();
        for (int i = 0; i < Math.min(2, near.size()); i++) {
            patches.add(renamed(fault, key, near.get(i).name(), Tier.A, Nearness.prior(near, i)));
        }
        Set<String> close = new LinkedHashSet<>(near.stream().map(Names.Match::name).toList());
        List<String> unread = groups.stream().filter(Predicate.not(close::contains)).filter(g -> !isRead(fault, g)).toList();
        unread.stream().limit(3).forEach(group -> patches.add(renamed(fault, key, group, unread.size() == 1 && near.isEmpty() ? Tier.A : Tier.B, unread.size() == 1 ? 0.9 : 0.5)));
    }

    private static boolean isRead(Fault fault, String group) {
        return fault.tree().all(Expr.Constant.class).stream().anyMatch(c -> c.kind() == Expr.ConstantKind.STRING && c.value().equals(group));
    }

    private CandidatePatch renamed(Fault fault, Expr.Constant key, String group, Tier tier, double prior) {
        String written = fault.text(key);
        int at = written.indexOf(key.value());
        return draft(fault, "Take the group " + group).rated(tier, prior).because("The pattern has no group `" + key.value() + "`, but `" + group + "`.")
                .replace(key.start() + at, key.start() + at + key.value().length(), group).done();
    }
}
