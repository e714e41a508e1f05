package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Insertion;
import dev.codeheals.engine.source.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A candidate patch in the making. Edits without a file go to the file of the fault.
public final class Draft {
    private final String home;
    private final String source;
    private final String description;
    private final Map<String, List<Replacement>> edits = new TreeMap<>();
    private Tier tier = Tier.B;
    private double prior = 0.5;
    private String explanation = "";

    Draft(Fault fault, String source, String description) {
        this.home = fault.file();
        this.source = source;
        this.description = description;
    }

    /// How far it may go, and how often an edit like this is right when it verifies.
    public Draft rated(Tier newTier, double newPrior) {
        tier = newTier;
        prior = Math.clamp(newPrior, 0.0, 1.0);
        return this;
    }

    /// Why it helps, for a person.
    public Draft because(String reason) {
        explanation = reason;
        return this;
    }

    public Draft insert(int offset, String text) {
        return edit(home, Replacement.insert(offset, text));
    }

    /// Adds a new import; nothing if the file already has it.
    public Draft insert(Optional<Insertion> insertion) {
        insertion.ifPresent(i -> insert(i.offset(), i.text()));
        return this;
    }

    public Draft replace(int start, int end, String text) {
        return edit(home, new Replacement(start, end, text));
    }

    public Draft replace(Node node, String text) {
        return replace(node.start(), node.end(), text);
    }

    public Draft delete(int start, int end) {
        return edit(home, Replacement.delete(start, end));
    }

    public Draft edit(String file, Replacement... replacements) {
        edits.computeIfAbsent(file, _ -> new ArrayList<>()).addAll(List.of(replacements));
        return this;
    }

    /// Whether nothing was edited yet.
    public boolean isEmpty() {
        return edits.isEmpty();
    }

    /// The finished patch, if there is anything to edit.
    public Optional<CandidatePatch> unlessEmpty() {
        return isEmpty() ? Optional.empty() : Optional.of(done());
    }

    /// The finished patch.
    ///
    /// @throws IllegalArgumentException if nothing was edited or edits overlap
    public CandidatePatch done() {
        List<FileEdit> files = edits.entrySet().stream().map(e -> new FileEdit(e.getKey(), false, e.getValue())).toList();
        return new CandidatePatch(source, description, files, tier, prior, null, explanation);
    }
}
