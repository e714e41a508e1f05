package dev.codeheals.engine.heal;

import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.envelope.Envelope;
import dev.codeheals.engine.envelope.EnvelopeJournal;
import dev.codeheals.engine.envelope.Outcome;
import dev.codeheals.engine.envelope.RecentEnvelopes;
import dev.codeheals.engine.guard.DefaultPatchPolicy;
import dev.codeheals.engine.guard.GuardDecision;
import dev.codeheals.engine.guard.GuardSettings;
import dev.codeheals.engine.guard.PatchPolicy;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.verify.Verdict;
import dev.codeheals.engine.verify.VerificationSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Where a person decides about fixes. Every call may block: it reads files, and may run the project's command on a copy.
public final class ReviewDesk {
    private static final Set<String> MISLEADING = Set.of("invisible-characters", "look-alike-name");
    private static final PatchPolicy ANY_FILE = new DefaultPatchPolicy(new GuardSettings(true, true, true, GuardSettings.STANDARD.maxBytes(),
            GuardSettings.STANDARD.maxFiles()));

    private final EnvelopeJournal journal;
    private final RecentEnvelopes recent;
    private final Judgements judgements;
    private final FixPromotion promotion;
    private final ReviewOrders orders;
    private final Verification verification;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /// @param orders how to run the command of an envelope again
    public ReviewDesk(EnvelopeJournal journal, RecentEnvelopes recent, Judgements judgements, FixPromotion promotion, ReviewOrders orders,
                      Verification verification) {
        this.journal = journal;
        this.recent = recent;
        this.judgements = judgements;
        this.promotion = promotion;
        this.orders = orders;
        this.verification = verification;
    }

    /// Fixes that wait, newest first.
    public List<Envelope> waiting() {
        return journal.waiting();
    }

    /// The files of a proposal as they are now and as they would be.
    ///
    /// @throws IOException if the project's folder cannot be read
    public List<ReviewedFile> files(String envelopeId) throws IOException {
        Envelope envelope = journal.find(envelopeId).orElseThrow(() -> new IOException(missing(envelopeId)));
        ProjectSnapshot project = ProjectSnapshot.of(Path.of(envelope.project()));
        List<ReviewedFile> files = new ArrayList<>();
        for (FileEdit edit : journal.edits(envelopeId)) {
            String base = project.file(edit.file()).map(SourceFile::text).orElse("");
            boolean changed = !baseHash(project, edit).equals(envelope.baseHashes().get(edit.file()));
            files.add(new ReviewedFile(edit.file(), base, changed ? base : edit.applyTo(base), changed));
        }
        return files;
    }

    /// Verifies a partial choice or an edited version on a copy.
    ///
    /// @param texts the full text of each file that differs from the project's, by path
    public Verdict verify(String envelopeId, Map<String, String> texts) {
        Optional<Envelope> envelope = journal.find(envelopeId);
        if (envelope.isEmpty()) {
            return new Verdict.StillFails(missing(envelopeId));
        }
        try (VerificationSession session = verification.open(orders.orderFor(envelope.get()))) {
            Optional<CandidatePatch> edited = edited(envelope.get(), session.project(), texts);
            return edited.isEmpty() ? new Verdict.StillFails("Nothing is changed.") : session.confirm(edited.get(), envelope.get().sealed());
        } catch (VerificationUnavailable e) {
            return new Verdict.StillFails(e.getMessage());
        }
    }

    /// Writes a fix to the project and runs the command once more. A fix that reads as something else than it is (characters that cannot be
    /// seen, names that look alike) is refused the first time, with what to look at, and written when it is approved once more.
    ///
    /// @param texts what the person made of the proposal, by path; empty to take it as it is
    public ReviewResult approve(String envelopeId, Map<String, String> texts) {
        return approve(envelopeId, texts, (envelope, project, edit) -> baseHash(project, edit).equals(envelope.baseHashes().get(edit.file())));
    }

    /// Writes a fix that a person fitted to files which changed after it was proven.
    ///
    /// @param texts what the person made of the proposal, by path
    /// @param seen  the text of each file the person fitted it to, by path; refused where a file is not that text any more
    public ReviewResult approveFitted(String envelopeId, Map<String, String> texts, Map<String, String> seen) {
        return approve(envelopeId, texts, (_, project, edit) -> project.file(edit.file()).map(SourceFile::text).orElse("").equals(seen.get(edit.file())));
    }

    /// Whether a file is still the one that was decided about.
    @FunctionalInterface
    private interface SameFile {
        boolean test(Envelope envelope, ProjectSnapshot project, FileEdit edit);
    }

    private ReviewResult approve(String envelopeId, Map<String, String> texts, SameFile same) {
        return whileWaiting(envelopeId, envelope -> approve(envelope, texts, same));
    }

    private ReviewResult whileWaiting(String envelopeId, Function<Envelope, ReviewResult> decision) {
        Optional<Envelope> found = journal.find(envelopeId);
        if (found.isEmpty()) {
            return ReviewResult.refused(missing(envelopeId));
        }
        Envelope envelope = found.get();
        if (envelope.outcome() != Outcome.PROPOSED) {
            return ReviewResult.refused("This fix does not wait any more: it is " + envelope.outcome().wireName().replace('_', ' ') + ".");
        }
        return decision.apply(envelope);
    }

    private ReviewResult approve(Envelope envelope, Map<String, String> texts, SameFile same) {
        try {
            ProjectSnapshot project = ProjectSnapshot.of(Path.of(envelope.project()));
            List<FileEdit> edits = journal.edits(envelope.envelopeId());
            if (edits.isEmpty()) {
                return ReviewResult.refused(missing(envelope.envelopeId()));
            }
            CandidatePatch original = new CandidatePatch(envelope.source(), envelope.fixDescription(), edits, Tier.B, 0.5, null, "");
            if (!original.hash().equals(envelope.patchHash())) {
                return ReviewResult.refused("The fix kept is not the one that was verified. Nothing was changed.");
            }
            for (FileEdit edit : original.edits()) {
                if (!same.test(envelope, project, edit)) {
                    return ReviewResult.refused(edit.file() + " changed since this fix was verified. Run the heal again to review a fresh one.");
                }
            }
            CandidatePatch patch = texts.isEmpty() ? original : edited(envelope, project, texts).orElse(original);
            Optional<List<FileChange>> changes = project.changes(patch);
            if (changes.isEmpty()) {
                return ReviewResult.refused("The fix no longer fits the files. Run the heal again.");
            }
            Optional<String> misleading = misleading(patch, project);
            if (misleading.isPresent() && warned.add(patch.hash())) {
                return ReviewResult.refused(misleading.get() + " Look at the marked places, and approve it once more if it is what you want.");
            }
            return write(envelope, patch, changes.get(), !patch.hash().equals(original.hash()));
        } catch (IOException e) {
            return ReviewResult.refused("The project cannot be read: " + e.getMessage() + ".");
        }
    }

    private static Optional<String> misleading(CandidatePatch patch, ProjectSnapshot project) {
        return ANY_FILE.check(patch, project) instanceof GuardDecision.Accepted(List<GuardDecision.Concern> concerns)
                ? concerns.stream().filter(c -> MISLEADING.contains(c.code())).map(GuardDecision.Concern::reason).findFirst() : Optional.empty();
    }

    private ReviewResult write(Envelope envelope, CandidatePatch patch, List<FileChange> changes, boolean edited) {
        decide(envelope, edited ? Outcome.EDITED : Outcome.APPROVED, "Approved by a person.");
        FixPromotion.Done done = promotion.promote(Path.of(envelope.project()), envelope, changes);
        if (!done.written()) {
            decide(envelope, Outcome.PROPOSED, done.message());
            return ReviewResult.refused(done.message());
        }
        promotion.learn(envelope, patch, changes);
        judgements.right(envelope, "approved");
        try (VerificationSession session = verification.open(orders.orderFor(envelope))) {
            var outcome = session.baseline().outcome();
            String then = outcome.passed() ? "The command passes now." : "The command still fails; the fix can be undone.";
            return new ReviewResult(true, done.message() + " " + then, outcome);
        } catch (VerificationUnavailable e) {
            return ReviewResult.done(done.message() + " The command was not run again: " + e.getMessage());
        }
    }

    public ReviewResult reject(String envelopeId, String reason) {
        return whileWaiting(envelopeId, envelope -> {
            decide(envelope, Outcome.REJECTED, reason.isBlank() ? "Rejected by a person." : reason);
            judgements.wrong(envelope, promotion.patternsOf(envelope), "rejected");
            return ReviewResult.done("Rejected. The project was not touched.");
        });
    }

    /// Takes back a promotion.
    ///
    /// @param envelopeId empty for the last promotion
    public ReviewResult undo(String envelopeId) {
        FixPromotion.Done done = promotion.undo(envelopeId);
        if (done.written()) {
            recent.decide(done.envelopeId(), Outcome.UNDONE);
            journal.find(done.envelopeId()).ifPresent(envelope -> judgements.wrong(envelope, promotion.patternsOf(envelope), "undone"));
        }
        return new ReviewResult(done.written(), done.message(), null);
    }

    /// Applies again what was undone.
    ///
    /// @param envelopeId empty for the last one undone
    public ReviewResult redo(String envelopeId) {
        FixPromotion.Done done = promotion.redo(envelopeId);
        if (done.written()) {
            recent.decide(done.envelopeId(), Outcome.PROMOTED);
            journal.find(done.envelopeId()).ifPresent(envelope -> judgements.right(envelope, "done again"));
        }
        return new ReviewResult(done.written(), done.message(), null);
    }

    private String missing(String envelopeId) {
        return journal.damage(envelopeId).map(problem -> "The record of this fix is not what was written and was put aside: " + problem
                + " Nothing was changed.").orElse("There is no envelope " + envelopeId + ".");
    }

    private void decide(Envelope envelope, Outcome outcome, String reason) {
        journal.decide(envelope.envelopeId(), outcome, reason);
        recent.decide(envelope.envelopeId(), outcome);
    }

    private static String baseHash(ProjectSnapshot project, FileEdit edit) {
        return project.bytes(edit.file()).map(PacketHash::sha256).orElse("");
    }

    private static Optional<CandidatePatch> edited(Envelope envelope, ProjectSnapshot project, Map<String, String> texts) {
        List<FileEdit> edits = new ArrayList<>();
        texts.forEach((path, text) -> {
            Optional<SourceFile> base = project.file(path);
            if (base.isEmpty()) {
                edits.add(new FileEdit(path, true, List.of(Replacement.insert(0, text))));
            } else if (!base.get().text().equals(text)) {
                edits.add(difference(base.get(), text));
            }
        });
        return edits.isEmpty() ? Optional.empty()
                : Optional.of(new CandidatePatch(envelope.source(), envelope.fixDescription(), edits, Tier.B, 0.5, null, "Edited by a person."));
    }

    /// One replacement of what lies between the common head and tail.
    private static FileEdit difference(SourceFile base, String text) {
        String old = base.text();
        int head = 0;
        while (head < Math.min(old.length(), text.length()) && old.charAt(head) == text.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.length(), text.length()) - head && old.charAt(old.length() - 1 - tail) == text.charAt(text.length() - 1 - tail)) {
            tail++;
        }
        return FileEdit.of(base.path(), new Replacement(head, old.length() - tail, text.substring(head, text.length() - tail)));
    }
}
