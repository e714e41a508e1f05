package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Scope;
import dev.codeheals.engine.source.Scopes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A name that is bound nowhere, written for a near one that is in scope.
final class MisspeltName implements RepairRule {
    private static final int MOST = 4;

    @Override
    public String id() {
        return "misspelt-name";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.NAME_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<UndefinedName> found = UndefinedName.boundNowhere(fault);
        if (found.isEmpty()) {
            return List.of();
        }
        UndefinedName name = found.get();
        List<Names.Match> near = VisibleNames.meant(fault, name);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, near.size()); i++) {
            String meant = near.get(i).name();
            double prior = Nearness.prior(near, i);
            int spelling = Spelling.compare(name.name(), meant);
            Optional<CandidatePatch> binding = spelling > 0 ? Optional.empty() : bindingMisspelt(fault, name, meant, prior, spelling < 0);
            binding.ifPresent(patches::add);
            patches.add(useMisspelt(fault, name, meant, binding.isPresent() ? prior * 0.8 : prior));
        }
        return patches;
    }

    private CandidatePatch useMisspelt(Fault fault, UndefinedName name, String meant, double prior) {
        Scopes scopes = fault.scopes();
        Optional<Scope> home = scopes.resolve(meant, name.offset());
        Draft draft = draft(fault, "Rename " + name.name() + " to " + meant).rated(Tier.A, prior)
                .because("`" + name.name() + "` is not defined anywhere; `" + meant + "` is the nearest name in scope.");
        name.uses().stream().filter(u -> u.offset() == name.offset() || scopes.resolve(meant, u.offset()).equals(home))
                .forEach(u -> draft.replace(u.offset(), u.offset() + name.name().length(), meant));
        return draft.done();
    }

    /// Where the bound name is never read and the unknown one is read again and again, the slip is in the binding.
    private Optional<CandidatePatch> bindingMisspelt(Fault fault, UndefinedName name, String meant, double prior, boolean misspelt) {
        Optional<Scope> home = fault.scopes().resolve(meant, name.offset());
        if ((name.uses().size() < 2 && !misspelt) || home.isEmpty() || isReadSomewhere(fault, meant)) {
            return Optional.empty();
        }
        List<Scope.Binding> bindings = home.get().bindings(meant);
        boolean inFunction = home.get().kind() == Scope.Kind.FUNCTION;
        boolean plain = bindings.size() == 1 && switch (bindings.getFirst().how()) {
            case ASSIGN, FOR -> inFunction || misspelt;
            case DEF, CLASS -> true;
            case PARAMETER, ANNOTATION, AUGMENTED, WITH, IMPORT, FROM_IMPORT, EXCEPT, GLOBAL, NONLOCAL, WALRUS, COMPREHENSION, MATCH, DEL, TYPE,
                 BROKEN -> false;
        };
        if (!plain) {
            return Optional.empty();
        }
        int at = bindings.getFirst().offset();
        return Optional.of(draft(fault, "Rename " + meant + " to " + name.name()).rated(Tier.A, prior)
                .because("`" + meant + "` is set but never read; everything else says `" + name.name() + "`.")
                .replace(at, at + meant.length(), name.name()).done());
    }

    private static boolean isReadSomewhere(Fault fault, String name) {
        return fault.scopes().all().stream().anyMatch(s -> !s.uses(name).isEmpty())
                || fault.project().pythonFiles().stream().filter(f -> !f.equals(fault.file()))
                .anyMatch(f -> fault.project().file(f).filter(s -> s.text().contains(name)).isPresent());
    }
}
