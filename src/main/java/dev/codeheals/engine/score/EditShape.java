package dev.codeheals.engine.score;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.PythonTokenizer;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What a patch does to the code, seen from outside: a source cannot talk its own edit up.
///
/// @param kind         what it does
/// @param changedLines lines added, or removed where more
/// @param files        files changed
public record EditShape(Kind kind, int changedLines, int files) {

    public enum Kind {
        /// Only adds or changes imports.
        IMPORT,
        /// Only replaces names, attributes or literals, one for one.
        RENAME,
        /// Adds a guard, a default, an early exit or a handler: the failure may merely be hidden.
        SILENCE,
        OTHER
    }

    /// Choosing between two real values hides nothing: {@code row["a" if "a" in row else "b"]}; nor does handing out the object itself.
    private static final Pattern CHOOSES = Pattern.compile("([\"'])([^\"']+)\\1 if \\1?[^\\n]+? in [^\\n]+? else ([\"'])[^\"']+\\3|^\\s*return self$", Pattern.MULTILINE);
    private static final Set<String> SILENCERS = Set.of("try", "except", "if", "or", "pass", "return", "continue", "break", "get", "getattr",
            "hasattr", "isinstance", "setdefault", "suppress", "ignore", "defaultdict", "exit", "_exit", "skip", "xfail");

    public static EditShape of(CandidatePatch patch, ProjectSnapshot project) {
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        int lines = 0;
        boolean ran = true;
        for (FileEdit edit : patch.edits()) {
            String before = edit.creates() ? "" : project.file(edit.file()).map(SourceFile::text).orElse("");
            ran &= PythonParser.parse(SourceFile.of(edit.file(), before)).isValid();
            for (AbstractDelta<String> delta : DiffUtils.diff(before.lines().toList(), edit.applyTo(before).lines().toList()).getDeltas()) {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
                lines += Math.max(delta.getSource().size(), delta.getTarget().size());
            }
        }
        Kind kind = kind(removed, added);
        // A file that never ran has no failure to hide.
        return new EditShape(kind == Kind.SILENCE && !ran ? Kind.OTHER : kind, lines, patch.edits().size());
    }

    private static Kind kind(List<String> removed, List<String> added) {
        if (onlyImports(removed) && onlyImports(added) && !added.isEmpty()) {
            return Kind.IMPORT;
        }
        List<Token> old = tokens(removed);
        List<Token> now = tokens(added);
        if (oneForOne(old, now)) {
            return Kind.RENAME;
        }
        if (CHOOSES.matcher(String.join("\n", added)).find()) {
            return Kind.OTHER;
        }
        Map<String, Integer> balance = new HashMap<>();
        now.forEach(token -> balance.merge(token.text(), 1, Integer::sum));
        old.forEach(token -> balance.merge(token.text(), -1, Integer::sum));
        return SILENCERS.stream().anyMatch(word -> balance.getOrDefault(word, 0) > 0) ? Kind.SILENCE : Kind.OTHER;
    }

    private static boolean onlyImports(List<String> lines) {
        return lines.stream().map(String::strip)
                .allMatch(line -> line.isEmpty() || line.startsWith("import ") || (line.startsWith("from ") && line.contains(" import ")));
    }

    /// As many tokens as before, and wherever they differ both are names, words or literals.
    private static boolean oneForOne(List<Token> old, List<Token> now) {
        if (old.size() != now.size()) {
            return false;
        }
        int differing = 0;
        for (int i = 0; i < old.size(); i++) {
            boolean same = old.get(i).text().equals(now.get(i).text());
            if (!same && !(wordLike(old.get(i)) && wordLike(now.get(i)))) {
                return false;
            }
            differing += same ? 0 : 1;
        }
        return differing > 0;
    }

    private static boolean wordLike(Token token) {
        return switch (token.kind()) {
            case NAME, KEYWORD, NUMBER, STRING -> true;
            default -> false;
        };
    }

    private static List<Token> tokens(List<String> lines) {
        return PythonTokenizer.tokenize(String.join("\n", lines)).significant().stream()
                .filter(token -> token.end() > token.start() && token.kind() != Token.Kind.NEWLINE).toList();
    }
}
