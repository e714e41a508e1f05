package dev.codeheals.engine.verify;

import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileChange;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.EncodedText;
import dev.codeheals.engine.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells whether a failure seen with a candidate is still the one it should heal.
final class FailureMatch {
    private final Map<String, FileEdit> edits = new HashMap<>();
    private final Map<String, SourceFile> before = new HashMap<>();
    private final Map<String, SourceFile> after = new HashMap<>();

    enum Kind {
        /// The same failure at the same place.
        SAME,
        /// Another failure that the candidate itself brought: it lies in the changed text and names nothing the old text had.
        CAUSED,
        /// Another failure: the program got further, or somewhere else.
        OTHER
    }

    FailureMatch(CandidatePatch patch, List<FileChange> changes) {
        patch.edits().forEach(edit -> edits.put(edit.file(), edit));
        for (FileChange change : changes) {
            byte[] old = change.before();
            if (old != null) {
                EncodedText.decode(old).ifPresent(t -> before.put(change.file(), SourceFile.of(change.file(), t.text())));
            }
            EncodedText.decode(change.after()).ifPresent(t -> after.put(change.file(), SourceFile.of(change.file(), t.text())));
        }
    }

    Kind of(Diagnosis target, Diagnosis seen) {
        boolean alike = target.exceptionType().equals(seen.exceptionType()) && Objects.equals(target.file(), seen.file());
        boolean sameLine = Objects.equals(target.file(), seen.file()) && sameLine(target, seen);
        if (alike && sameLine) {
            return changedSubject(target, seen) && heldBefore(target, seen) ? Kind.OTHER : Kind.SAME;
        }
        if (target.line() == null && alike && Objects.equals(target.clusterId(), seen.clusterId())) {
            return Kind.SAME;
        }
        return inChangedText(seen) && !heldBefore(target, seen) ? Kind.CAUSED : Kind.OTHER;
    }

    private boolean sameLine(Diagnosis target, Diagnosis seen) {
        Integer was = target.line();
        Integer is = seen.line();
        return was != null && is != null && lineAfter(target.file(), was) == is;
    }

    private static boolean changedSubject(Diagnosis target, Diagnosis seen) {
        return seen.subject() != null && !Objects.equals(target.subject(), seen.subject());
    }

    /// Where a line of the old text stands in the new text.
    private int lineAfter(@Nullable String file, int line) {
        FileEdit edit = file == null ? null : edits.get(file);
        SourceFile old = file == null ? null : before.get(file);
        if (edit == null || old == null) {
            return line;
        }
        int shift = 0;
        for (Replacement replacement : edit.replacements()) {
            if (old.lineOf(replacement.start()) < line || (old.lineOf(replacement.start()) == line && replacement.start() == old.lineStart(line))) {
                int removed = old.lineOf(replacement.end()) - old.lineOf(replacement.start());
                shift += (int) replacement.text().chars().filter(c -> c == '\n').count() - removed;
            }
        }
        return line + shift;
    }

    private boolean inChangedText(Diagnosis seen) {
        String file = seen.file();
        Integer line = seen.line();
        FileEdit edit = file == null ? null : edits.get(file);
        SourceFile now = file == null ? null : after.get(file);
        if (edit == null || now == null || line == null) {
            return false;
        }
        int shift = 0;
        for (Replacement replacement : edit.replacements()) {
            int start = replacement.start() + shift;
            int end = start + replacement.text().length();
            if (!replacement.text().isBlank() && now.lineOf(start) <= line && line <= now.lineOf(Math.max(start, end - 1))) {
                return true;
            }
            shift += replacement.text().length() - (replacement.end() - replacement.start());
        }
        return false;
    }

    /// Whether what the new failure is about stood in the changed lines already, so that the candidate only uncovered it.
    private boolean heldBefore(Diagnosis target, Diagnosis seen) {
        String subject = seen.subject();
        String file = seen.file();
        if (subject == null || file == null || Objects.equals(subject, target.subject())) {
            return false;
        }
        String word = subject.substring(subject.lastIndexOf('.') + 1);
        return !word.isBlank() && Pattern.compile("(?<!\\w)" + Pattern.quote(word) + "(?!\\w)").matcher(oldText(file, target)).find();
    }

    private String oldText(String file, Diagnosis target) {
        SourceFile old = before.get(file);
        FileEdit edit = edits.get(file);
        if (old == null || edit == null) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        for (Replacement replacement : edit.replacements()) {
            for (int line = old.lineOf(replacement.start()); line <= old.lineOf(replacement.end()); line++) {
                text.append(old.line(line)).append('\n');
            }
        }
        Integer line = target.line();
        return file.equals(target.file()) && line != null ? text + old.line(line) : text.toString();
    }
}
