package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.SourceFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a reply into edits, or says what is wrong with it.
///
/// Reads only the text and the scope it is given: nothing a reply says can run a program, open a connection or write a file. Never
/// throws, whatever the text, and takes time in proportion to its length.
final class ReplyParser {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_EDITS = 100;
    private static final int LONGEST_LINE = 160;
    private static final double ALIKE = 0.5;
    private static final Pattern FENCED = Pattern.compile("```[a-z]{0,20}\\R(.*)\\R```", Pattern.DOTALL);
    private static final Pattern MARKDOWN_ESCAPE = Pattern.compile("\\\\([*_\\[\\]])");
    private static final Pattern NO_NAME = Pattern.compile("[\"<>|?*#]");
    private static final Pattern REFUSES = Pattern.compile("\\b(?:I(?:'m| am) (?:sorry|unable|not able)|I (?:can(?:no|')t|won't|must decline|refuse)|"
            + "as an AI|cannot (?:help|assist|comply))\\b", Pattern.CASE_INSENSITIVE);
    private static final String WANTED = " Answer with one JSON object: fix_description, explanation, edits (file, search, replace), confidence.";

    private final ReplyScope scope;
    private final FilePaths paths;

    ReplyParser(ReplyScope scope) {
        this.scope = scope;
        this.paths = new FilePaths(scope.project(), scope.failingFile());
    }

    ParsedReply parse(String reply) {
        if (reply.length() > LONGEST) {
            return new ParsedReply.Unusable("The reply is too long." + WANTED);
        }
        String text = Thoughts.dropped(reply);
        try {
            RawReply raw = RawReplies.in(text);
            if (raw.fault() != null) {
                return new ParsedReply.Unusable(raw.fault());
            }
            if (raw.edits().size() > MOST_EDITS) {
                return new ParsedReply.Unusable("There are %d edits, more than the %d allowed.".formatted(raw.edits().size(), MOST_EDITS));
            }
            return raw.edits().isEmpty() ? withoutEdits(text, raw) : fitted(raw);
        } catch (UnusableReply unusable) {
            return new ParsedReply.Unusable(unusable.fault());
        }
    }

    private ParsedReply withoutEdits(String text, RawReply raw) {
        if (!raw.explanation().isBlank() || !raw.description().isBlank()) {
            return new ParsedReply.Refusal("The model proposes no edit: " + line(raw.explanation().isBlank() ? raw.description() : raw.explanation()));
        }
        if (REFUSES.matcher(Typography.straight(text)).find()) {
            return new ParsedReply.Refusal("The model refuses: " + line(text));
        }
        return new ParsedReply.Unusable("The reply holds no edit." + WANTED);
    }

    private ParsedReply fitted(RawReply raw) throws UnusableReply {
        Map<String, List<Replacement>> changes = new TreeMap<>();
        Map<String, String> created = new LinkedHashMap<>();
        Map<String, FileLines> files = new LinkedHashMap<>();
        for (RawEdit edit : raw.edits()) {
            fit(edit, changes, created, files);
        }
        List<FileEdit> edits = new ArrayList<>();
        for (Map.Entry<String, String> entry : created.entrySet()) {
            edits.add(new FileEdit(entry.getKey(), true, List.of(Replacement.insert(0, entry.getValue()))));
        }
        for (Map.Entry<String, List<Replacement>> entry : changes.entrySet()) {
            List<Replacement> apart = apart(entry.getKey(), entry.getValue());
            if (!apart.isEmpty()) {
                edits.add(new FileEdit(entry.getKey(), false, apart));
            }
        }
        if (edits.isEmpty()) {
            throw new UnusableReply("The edits change nothing: the new text is what the file has already.");
        }
        String description = raw.description().isBlank() ? "Change " + String.join(", ", edits.stream().map(FileEdit::file).toList()) : line(raw.description());
        return new ParsedReply.Parsed(edits, description, raw.explanation(), raw.confidence());
    }

    private void fit(RawEdit edit, Map<String, List<Replacement>> changes, Map<String, String> created, Map<String, FileLines> files) throws UnusableReply {
        String named = edit.file() == null ? null : restored(edit.file(), String.join("\n", scope.project().pythonFiles()));
        if (creates(edit, named)) {
            create(edit, named, created);
            return;
        }
        String path = paths.existing(named);
        try {
            changes.computeIfAbsent(path, _ -> new ArrayList<>()).addAll(fitted(edit, lines(path, files)));
        } catch (UnusableReply unclear) {
            String other = named == null || named.isBlank() ? elsewhere(edit, path) : null;
            if (other == null) {
                throw unclear;
            }
            changes.computeIfAbsent(other, _ -> new ArrayList<>()).addAll(fitted(edit, lines(other, files)));
        }
    }

    private FileLines lines(String path, Map<String, FileLines> files) throws UnusableReply {
        SourceFile source = scope.project().file(path).orElseThrow(() -> new UnusableReply("%s cannot be read as text.".formatted(path)));
        return files.computeIfAbsent(path, _ -> new FileLines(source));
    }

    private List<Replacement> fitted(RawEdit edit, FileLines file) throws UnusableReply {
        return switch (edit) {
            case RawEdit.Code code -> code(file, code);
            case RawEdit.Swap swap when swap.search().isBlank() -> prepended(file, swap);
            case RawEdit.Swap swap -> swap(file, swap);
        };
    }

    /// A reply that names no file often means the code under test, where the failure is in the test: the only other file the edit fits.
    private @Nullable String elsewhere(RawEdit edit, String failing) {
        Landmarks landmarks = Landmarks.of(edit);
        if (scope.project().file(failing).filter(file -> landmarks.in(file.text())).isPresent()) {
            return null;
        }
        List<String> fitting = new ArrayList<>();
        for (String path : scope.project().pythonFiles()) {
            Optional<SourceFile> file = scope.project().file(path).filter(source -> !path.equals(failing) && landmarks.in(source.text()));
            if (file.isPresent() && fits(edit, new FileLines(file.get()))) {
                fitting.add(path);
            }
        }
        return fitting.size() == 1 ? fitting.getFirst() : null;
    }

    private boolean fits(RawEdit edit, FileLines file) {
        try {
            return !fitted(edit, file).isEmpty();
        } catch (UnusableReply _) {
            return false;
        }
    }

    // A line break that was escaped twice is one where the file has no such text.
    private List<Replacement> swap(FileLines file, RawEdit.Swap swap) throws UnusableReply {
        String text = file.file().text();
        boolean fenced = FENCED.matcher(swap.replace().strip()).matches();
        String search = restored(fenced ? unfenced(swap.search()) : swap.search(), text);
        String replace = restored(fenced ? unfenced(swap.replace()) : swap.replace(), text);
        search = text.contains(search.strip()) ? search : BrokenStrings.joined(search);
        replace = BrokenStrings.joined(replace);
        String plain = MARKDOWN_ESCAPE.matcher(search).replaceAll("$1");
        if (!plain.equals(search) && !text.contains(search.strip()) && text.contains(plain.strip())) {
            search = plain;
            replace = MARKDOWN_ESCAPE.matcher(replace).replaceAll("$1");
        }
        boolean escapedTwice = search.contains("\\n") && search.indexOf('\n') < 0 && !text.contains(search.strip());
        return new SwapFitter(file).fit(escapedTwice ? unescaped(search) : search, escapedTwice ? unescaped(replace) : replace, swap.line());
    }

    private static String unfenced(String text) {
        Matcher fence = FENCED.matcher(text.strip());
        return fence.matches() ? fence.group(1) : text;
    }

    private static String unescaped(String text) {
        return text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"");
    }

    /// Code that fits nowhere may be what the block before it becomes, or an example after what is meant.
    private List<Replacement> code(FileLines file, RawEdit.Code code) throws UnusableReply {
        String text = restored(code.text(), file.file().text());
        try {
            return withOthers(file, code, text, new CodeFitter(file).fit(text));
        } catch (UnusableReply unclear) {
            for (String earlier : code.shownBefore()) {
                String before = restored(earlier, file.file().text());
                CodeFitter fitter = new CodeFitter(file);
                if (fitter.quotes(before.lines().toList())) {
                    return alike(before, text) ? new SwapFitter(file).fit(before, text, 0) : List.of();
                }
                Optional<List<Replacement>> meant = fitter.tried(before);
                if (meant.isPresent()) {
                    return meant.get();
                }
                text = before;
            }
            throw unclear;
        }
    }

    /// Blocks that give different definitions are parts of one answer; of blocks that give the same one the last counts.
    private List<Replacement> withOthers(FileLines file, RawEdit.Code code, String text, List<Replacement> changes) throws UnusableReply {
        Set<String> given = new HashSet<>(CodeFitter.definitions(text));
        List<Replacement> all = new ArrayList<>(changes);
        for (String earlier : code.alternatives() || given.isEmpty() ? List.<String>of() : code.shownBefore()) {
            String before = restored(earlier, file.file().text());
            Set<String> names = CodeFitter.definitions(before);
            if (!names.isEmpty() && Collections.disjoint(given, names)) {
                given.addAll(names);
                Optional<List<Replacement>> more = new CodeFitter(file).tried(before);
                if (more.isEmpty() && names.stream().anyMatch(text::contains)) {
                    throw new UnusableReply("The reply shows %s apart from where it is used; answer with edits that say where each part goes.".formatted(names));
                }
                more.ifPresent(all::addAll);
            }
        }
        return all;
    }

    private static boolean alike(String before, String after) {
        return new TokenSimilarity().of(before, after) >= ALIKE;
    }

    private boolean creates(RawEdit edit, @Nullable String named) throws UnusableReply {
        boolean noOldText = edit instanceof RawEdit.Code || (edit instanceof RawEdit.Swap swap && swap.search().isBlank());
        return noOldText && named != null && paths.ifThere(named).isEmpty() && !(edit instanceof RawEdit.Code && endsLikeOne(named));
    }

    private boolean endsLikeOne(String named) throws UnusableReply {
        String path = FilePaths.tidy(named);
        return scope.project().pythonFiles().stream().filter(file -> file.endsWith("/" + path)).count() == 1;
    }

    private void create(RawEdit edit, @Nullable String named, Map<String, String> created) throws UnusableReply {
        String path = FilePaths.tidy(FilePaths.spoken(named == null ? "" : named));
        if (NO_NAME.matcher(path).find()) {
            throw new UnusableReply("\"%s\" is no name for a new file.".formatted(line(path)));
        }
        String text = Typography.code(restored(edit instanceof RawEdit.Swap swap ? swap.replace() : ((RawEdit.Code) edit).text(), ""));
        if (created.put(path, text.isEmpty() || text.endsWith("\n") ? text : text + "\n") != null) {
            throw new UnusableReply("%s is created twice.".formatted(path));
        }
    }

    /// No old text, but the file is there: new first lines where a diff says so, all of it where it repeats most of the file.
    private List<Replacement> prepended(FileLines file, RawEdit.Swap swap) throws UnusableReply {
        String text = restored(swap.replace(), file.file().text());
        if (swap.line() == 1 || file.file().text().isBlank()) {
            return List.of(file.replace(0, 0, Typography.code(text).lines().toList()));
        }
        if (swap.line() > 1) {
            throw new UnusableReply("A hunk for %s has only new lines; repeat the lines around them.".formatted(file.file().path()));
        }
        return new CodeFitter(file).fit(text);
    }

    private String restored(String text, String file) throws UnusableReply {
        try {
            return scope.restore().apply(Entities.resolved(text, file), file);
        } catch (ReplyScope.LeftoverPlaceholder leftover) {
            throw new UnusableReply(leftover.getMessage() == null ? "A placeholder was altered." : leftover.getMessage());
        }
    }

    /// The same change twice counts once; changes that overlap otherwise contradict each other.
    private static List<Replacement> apart(String path, List<Replacement> changes) throws UnusableReply {
        List<Replacement> sorted = changes.stream().distinct().sorted(Comparator.comparingInt(Replacement::start).thenComparingInt(Replacement::end)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).start() < sorted.get(i - 1).end()) {
                throw new UnusableReply("Two edits of %s change the same lines; make them one.".formatted(path));
            }
        }
        return sorted;
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
