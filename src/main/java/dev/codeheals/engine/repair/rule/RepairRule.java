package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Suggestion;
import java.util.List;
import java.util.Set;

/// One kind of mistake and the edits that mend it.
///
/// A rule keys on the exception's type and message, looks at syntax, scopes and runtime facts, and proposes nothing where it is not at home.
/// It never runs code, never writes, keeps no state, and may be called from several threads.
public interface RepairRule {

    /// Lower-case words joined by hyphens, unique among all rules: "missing-stdlib-import".
    String id();

    /// The taxonomy codes of the failures it mends or gives advice about.
    Set<String> answers();

    /// Candidates for this place, best first; empty if the rule does not apply.
    List<CandidatePatch> propose(Fault fault);

    /// Advice where no edit of the code would be right.
    default List<Suggestion> suggest(Fault fault) {
        return List.of();
    }

    /// A patch in the making that carries this rule's name.
    default Draft draft(Fault fault, String description) {
        return new Draft(fault, "rule:" + id(), description);
    }
}
