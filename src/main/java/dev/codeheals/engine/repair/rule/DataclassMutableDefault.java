package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A list, dictionary or set as the default of a dataclass field: it needs a factory.
final class DataclassMutableDefault implements RepairRule {
    private static final Pattern MUTABLE = Pattern.compile("mutable default <class '[^']+'> for field (\\w+) is not allowed");

    @Override
    public String id() {
        return "dataclass-mutable-default";
    }

    @Override
    public Set<String> answers() {
        return Set.of("OOP.DATACLASS_FIELD");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("ValueError", MUTABLE);
        Optional<Stmt.ClassDef> owner = message.isPresent() && fault.statement().orElse(null) instanceof Stmt.ClassDef c ? Optional.of(c) : Optional.empty();
        return owner.map(o -> patch(fault, o)).stream().toList();
    }

    private CandidatePatch patch(Fault fault, Stmt.ClassDef owner) {
        Draft draft = draft(fault, "Make the default by a factory").rated(Tier.A, 0.96).because("Every object would share the one list; a factory makes a new one for each.");
        boolean first = true;
        for (Stmt statement : owner.body()) {
            if (statement instanceof Stmt.AnnAssign a && a.value() != null && maker(fault, a.value()).isPresent()) {
                String made = first ? factory(fault, draft, maker(fault, a.value()).get()) : fieldName(fault).orElse("field") + "(default_factory=" + maker(fault, a.value()).get() + ")";
                draft.replace(a.value(), made);
                first = false;
            }
        }
        return draft.done();
    }

    private static Optional<String> maker(Fault fault, Expr value) {
        return switch (value) {
            case Expr.ListExpr l -> Optional.of(l.elements().isEmpty() ? "list" : "lambda: " + fault.text(l));
            case Expr.DictExpr d -> Optional.of(d.values().isEmpty() ? "dict" : "lambda: " + fault.text(d));
            case Expr.SetExpr s -> Optional.of("lambda: " + fault.text(s));
            case Expr.Call c when c.args().isEmpty() && c.keywords().isEmpty() && !CallSite.last(c.function()).equals("field") -> Optional.of(fault.text(c.function()));
            case Expr.Call c when !CallSite.last(c.function()).equals("field") -> Optional.of("lambda: " + fault.text(c));
            default -> Optional.empty();
        };
    }

    /// {@code field(default_factory=…)} with {@code field} imported as the file imports {@code dataclass}.
    static String factory(Fault fault, Draft draft, String maker) {
        Optional<String> known = fieldName(fault);
        if (known.isEmpty()) {
            draft.insert(fault.scene().importPlace(fault.module()).importFrom("dataclasses", "field", null));
        }
        return known.orElse("field") + "(default_factory=" + maker + ")";
    }

    private static Optional<String> fieldName(Fault fault) {
        return fault.scopes().module().gives("field") ? Optional.of("field") : ModuleReference.imported(fault, "dataclasses").map(m -> m + ".field");
    }
}
