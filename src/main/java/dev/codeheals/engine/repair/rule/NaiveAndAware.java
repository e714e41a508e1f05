package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Times with and without a zone that meet: the time of now gets the zone of the others.
final class NaiveAndAware implements RepairRule {
    private static final Pattern MIXED = Pattern.compile("can't (?:compare|subtract) offset-naive and offset-aware (?:datetimes|times)"
            + "|Cannot (?:compare|subtract) tz-naive and tz-aware.*");

    @Override
    public String id() {
        return "naive-and-aware";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.DATETIME_ZONES");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.says("TypeError", MIXED).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (ModuleInfo module : fault.scene().ownModules()) {
            for (Expr.Call call : Tree.of(module.parsed()).all(Expr.Call.class)) {
                String name = CallSite.last(call.function());
                boolean now = call.args().isEmpty() && call.keywords().isEmpty() && (name.equals("now") || name.equals("utcnow"));
                if (now && call.function() instanceof Expr.Attribute a) {
                    patches.add(aware(fault, module, a, call));
                }
            }
        }
        for (Expr.Compare compare : fault.expressions(Expr.Compare.class)) {
            zoned(fault, compare.left(), patches);
            compare.comparators().forEach(c -> zoned(fault, c, patches));
        }
        fault.expressions(Expr.BinOp.class).stream().filter(b -> b.op().equals("-")).forEach(b -> {
            zoned(fault, b.left(), patches);
            zoned(fault, b.right(), patches);
        });
        return patches;
    }

    private CandidatePatch aware(Fault fault, ModuleInfo module, Expr.Attribute function, Expr.Call call) {
        Draft draft = draft(fault, "Take the time of now in UTC").rated(Tier.A, 0.93).because("The other time has a zone; one without cannot be compared with it.");
        String zone = zone(fault, module, draft);
        return draft.edit(module.path(), new Replacement(function.nameStart(), call.end(), "now(" + zone + ")")).done();
    }

    /// A value that was seen to have no zone is taken to be in UTC.
    private void zoned(Fault fault, Expr value, List<CandidatePatch> patches) {
        boolean naive = fault.valueOf(value).filter(v -> v.type().endsWith("datetime") && !v.repr().contains("tzinfo")).isPresent();
        if (naive) {
            Draft draft = draft(fault, "Take " + fault.text(value) + " to be in UTC").rated(Tier.B, 0.7).because("It has no zone, and the other time has one.");
            String zone = zone(fault, fault.module(), draft);
            patches.add(draft.replace(value, Values.operand(fault, value) + ".replace(tzinfo=" + zone + ")").done());
        }
    }

    private static String zone(Fault fault, ModuleInfo module, Draft draft) {
        boolean whole = module.parsed().source().text().lines().anyMatch(l -> l.strip().equals("import datetime"));
        if (whole) {
            return "datetime.timezone.utc";
        }
        Optional<Insertion> place = module.scopes().module().binds("timezone") ? Optional.empty()
                : fault.scene().importPlace(module).importFrom("datetime", "timezone", null);
        place.ifPresent(p -> draft.edit(module.path(), Replacement.insert(p.offset(), p.text())));
        return "timezone.utc";
    }
}
