package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A method that uses {@code self} or {@code cls} without having it as its first parameter.
final class UndefinedSelf implements RepairRule {

    @Override
    public String id() {
        return "undefined-self";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> name = UndefinedName.of(fault).filter(n -> n.name().equals("self") || n.name().equals("cls"));
        Optional<Stmt.ClassDef> owner = fault.enclosingClass();
        Optional<Stmt.FunctionDef> method = fault.function().filter(f -> owner.isPresent() && owner.get().body().contains(f));
        return name.isPresent() && method.isPresent() ? patches(fault, name.get().name(), method.get()) : List.of();
    }

    private List<CandidatePatch> patches(Fault fault, String name, Stmt.FunctionDef method) {
        Optional<Expr> isStatic = method.decorators().stream().filter(d -> d instanceof Expr.Name n && n.id().equals("staticmethod")).findFirst();
        boolean misnamed = isStatic.isEmpty() && !method.args().parameters().isEmpty() && isOtherSelf(method.args().parameters().getFirst().name());
        Draft draft = draft(fault, misnamed ? "Name the first parameter " + name : "Add the parameter " + name).rated(Tier.A, 0.95)
                .because("The method uses `" + name + "`, which is only there as its first parameter.");
        if (misnamed) {
            int start = method.args().parameters().getFirst().start();
            draft.replace(start, start + method.args().parameters().getFirst().name().length(), name);
            return List.of(draft.done());
        }
        if (isStatic.isPresent()) {
            int line = fault.source().lineOf(isStatic.get().start());
            draft.delete(fault.source().lineStart(line), fault.source().lineStart(line + 1));
        }
        MethodHeader.addFirst(fault, draft, method, name);
        return List.of(draft.done());
    }

    private static boolean isOtherSelf(String name) {
        return name.equals("slef") || name.equals("sefl") || name.equals("elf") || name.equals("sel") || name.equals("this") || name.equals("Self")
                || name.equals("self_") || name.equals("seld") || name.equals("sself") || name.equals("selff");
    }
}
