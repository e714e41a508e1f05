package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Marks of a merge that was not finished. Either side may be the right one, so a person picks.
final class MergeConflict implements RepairRule {
    private static final Set<String> TYPES = Set.of("SyntaxError", "IndentationError");
    private static final Pattern CONFLICT = Pattern.compile("(?ms)^<<<<<<< ?([^\\n]*)\\n(.*?)(?:^\\|{7}[^\\n]*\\n.*?)?^=======\\n(.*?)^>>>>>>> ?([^\\n]*)\\n?");

    @Override
    public String id() {
        return "merge-conflict";
    }

    @Override
    public Set<String> answers() {
        return Set.of("SYN.INDENTATION_BLOCK_MISSING", "SYN.INVALID_SYNTAX");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        List<MatchResult> conflicts = conflicts(fault);
        List<CandidatePatch> patches = new ArrayList<>();
        for (int side : conflicts.isEmpty() ? new int[0] : new int[] {2, 3}) {
            String name = conflicts.getFirst().group(side == 2 ? 1 : 4).strip();
            patches.add(draft(fault, "Keep the side of " + (name.isEmpty() ? side == 2 ? "this branch" : "the other branch" : name)).rated(Tier.C, 0.5)
                    .because("The file still has both sides of a merge.")
                    .edit(fault.file(), conflicts.stream().map(c -> new Replacement(c.start(), c.end(), c.group(side))).toArray(Replacement[]::new)).done());
        }
        return patches;
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        return conflicts(fault).isEmpty() ? List.of() : List.of(new Suggestion(id(), "`" + fault.file() + "` still has the marks of a merge.",
                "Keep one side of each conflict, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>."));
    }

    private static List<MatchResult> conflicts(Fault fault) {
        return TYPES.contains(fault.exceptionType()) ? CONFLICT.matcher(fault.source().text()).results().toList() : List.of();
    }
}
