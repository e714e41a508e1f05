package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An argument passed both by place and by name.
final class DuplicateArgument implements RepairRule {
    private static final Pattern MULTIPLE = Pattern.compile("([\\w.<>]+)\\(\\) got multiple values for (?:keyword )?argument '(\\w+)'"
            + "|argument for ([\\w.]+)\\(\\) given by name \\('(\\w+)'\\) and position");

    @Override
    public String id() {
        return "duplicate-argument";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.MULTIPLE_VALUES");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> message = fault.says("TypeError", MULTIPLE);
        if (message.isEmpty() || fault.inTests()) {
            return List.of();
        }
        String callee = message.get().group(1) == null ? message.get().group(3) : message.get().group(1);
        String name = message.get().group(2) == null ? message.get().group(4) : message.get().group(2);
        Optional<CallSite> site = CallSite.of(fault, callee.replace("<locals>.", ""));
        return site.map(s -> patches(fault, s, name)).orElse(List.of());
    }

    private List<CandidatePatch> patches(Fault fault, CallSite site, String name) {
        Optional<Node.Keyword> keyword = site.keyword(name);
        Optional<CalleeShape> shape = site.shape(fault);
        List<CandidatePatch> patches = new ArrayList<>();
        if (keyword.isEmpty() || shape.isEmpty()) {
            return patches;
        }
        List<String> positional = shape.get().positional().stream().map(CalleeShape.Param::name).toList();
        int place = positional.indexOf(name);
        Optional<Expr> same = place >= 0 && place < site.call().args().size() ? Optional.of(site.call().args().get(place)) : Optional.empty();
        boolean equal = same.isPresent() && fault.text(same.get()).equals(fault.text(keyword.get().value()));
        Optional<String> free = free(site, positional);
        if (free.isPresent() && !equal && same.isPresent()) {
            patches.add(draft(fault, "Pass " + fault.text(same.get()) + " as " + free.get()).rated(Tier.B, 0.7)
                    .because("`" + free.get() + "` is left over, and `" + name + "` is given twice.").insert(same.get().start(), free.get() + "=").done());
        }
        Draft draft = draft(fault, "Pass " + name + " once").rated(Tier.B, equal ? 0.93 : free.isPresent() ? 0.4 : 0.6).because("`" + name + "` is given by place and by name.");
        site.remove(fault, draft, keyword.get());
        patches.add(draft.done());
        return patches;
    }

    /// The one parameter nobody fills, when the doubled value may have been meant for it.
    private static Optional<String> free(CallSite site, List<String> positional) {
        List<String> left = positional.stream().skip(site.call().args().size()).filter(p -> site.keyword(p).isEmpty()).toList();
        return left.size() == 1 && site.call().args().size() == 1 ? Optional.of(left.getFirst()) : Optional.empty();
    }
}
