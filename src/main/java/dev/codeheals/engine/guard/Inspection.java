package dev.codeheals.engine.guard;

import dev.codeheals.engine.guard.CapabilityFinder.Use;
import dev.codeheals.engine.guard.GuardDecision.Concern;
import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Builtins;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Token;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a person must look at in the change of one file. Knows the file before; made once, asked for many candidates.
final class Inspection {
    private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final Pattern GIVEN = Pattern.compile("(?m)(?:^|[\\s;=:,(\\[*])([A-Za-z_]\\w*)(?:(?:\\.\\w+)*\\s*:?[-+*/|&]?=(?!=)"
            + "|(?:\\.\\w+)+\\s*[],)])|\\b(?:def|class|as|for|del)\\s+(\\w+)");
    private static final Pattern ROUNDABOUT = Pattern.compile("[])]\\.\\w+(?:\\.\\w+)*\\s*=(?!=)|=\\s*lambda\\b|__class__");
    private static final Pattern FAR_OFF = Pattern.compile("\\S[ \\t]{60,}[^\\s#]");
    private static final int MANY_LINES = 60;

    private final SourceFile before;
    private final Parsed parsed;
    private final Bindings bindings;
    private final List<Use> uses;
    private final Map<String, Long> checks;
    private final Map<String, Long> protections;
    private final Map<String, Long> weaknesses;
    private final Wordings wordings;
    /// Whether an edit anywhere may change what something dangerous does.
    private final boolean delicate;

    Inspection(SourceFile before) {
        this.before = before;
        this.parsed = PythonParser.parse(before);
        this.bindings = Bindings.of(parsed);
        this.uses = CapabilityFinder.find(parsed, bindings);
        this.checks = checks(parsed);
        this.protections = Protections.in(parsed, bindings);
        this.weaknesses = Weaknesses.in(parsed, bindings);
        this.wordings = new Wordings(parsed);
        this.delicate = uses.stream().anyMatch(u -> CapabilityTable.dangerous(u.capability(), u.name().substring(u.name().lastIndexOf('.') + 1)))
                || Tree.walk(parsed.module()).anyMatch(n -> n instanceof Stmt.FunctionDef f
                        && (SameAnswer.compares(f.name().id()) || Silencers.HINT.matcher(f.name().id()).matches()));
    }

    Parsed parsed() {
        return parsed;
    }

    /// @param known whether the project already imports a top-level package, or has it
    List<Concern> concerns(FileEdit edit, String after, Predicate<String> known) {
        List<Concern> concerns = new ArrayList<>(characters(after));
        if (!plain(edit, after)) {
            Parsed changed = PythonParser.parse(before.path(), after);
            Bindings now = Bindings.of(changed);
            boolean inTexts = edit.replacements().stream().anyMatch(r -> parsed.tokens().all().stream()
                    .anyMatch(t -> t.kind() == Token.Kind.STRING && t.start() < r.end() && r.start() < t.end()));
            if (inTexts || !Misspellings.onlyMends(edit, before.text(), bindings, known)) {
                concerns.addAll(capabilities(changed, now, known));
            }
            if (fewer(checks, checks(changed)).isPresent()) {
                concerns.add(new Concern("fewer-checks", "The fix removes or changes a check (assert or raise)."));
            }
            concerns.addAll(protection(changed, now));
        }
        if (FAR_OFF.matcher(after).results().count() > FAR_OFF.matcher(before.text()).results().count()) {
            concerns.add(new Concern("hidden-code", "The fix has code far to the right, where it is not seen."));
        }
        int removed = edit.replacements().stream().mapToInt(r -> before.lineOf(r.end()) - before.lineOf(r.start())).sum();
        if (removed > MANY_LINES || (after.isBlank() && !before.text().isBlank())) {
            concerns.add(new Concern("wide-change", "The fix replaces " + removed + " lines of " + before.path() + "."));
        }
        return concerns;
    }

    private List<Concern> protection(Parsed changed, Bindings now) {
        List<Concern> concerns = new ArrayList<>();
        fewer(protections, Protections.in(changed, now)).ifPresent(lost ->
                concerns.add(new Concern("lost-protection", "The fix takes a protection away (" + PathRules.show(lost) + ").")));
        // What cannot be parsed hides what it holds.
        Optional<String> opened = parsed.isValid() ? fewer(Weaknesses.in(changed, now), weaknesses) : Optional.empty();
        opened.ifPresent(way -> concerns.add(new Concern("new-weakness", "The fix may open a way in (" + PathRules.show(way) + ").")));
        return concerns;
    }

    /// What there is less of than there was.
    private static Optional<String> fewer(Map<String, Long> had, Map<String, Long> left) {
        return had.entrySet().stream().filter(each -> left.getOrDefault(each.getKey(), 0L) < each.getValue()).map(Map.Entry::getKey).sorted().findFirst();
    }

    private List<Concern> characters(String after) {
        List<Concern> concerns = new ArrayList<>();
        if (after.chars().allMatch(c -> (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t')) {
            return concerns;
        }
        Map<String, Long> old = counted(before.text());
        String added = counted(after).entrySet().stream().filter(e -> e.getValue() > old.getOrDefault(e.getKey(), 0L)).map(Map.Entry::getKey)
                .sorted().collect(Collectors.joining(", "));
        if (!added.isEmpty()) {
            concerns.add(new Concern("invisible-characters", "The fix adds characters that are not seen as what they are: " + added + "."));
        }
        String names = String.join(", ", LookAlikes.added(before.text(), after));
        if (!names.isEmpty()) {
            concerns.add(new Concern("look-alike-name", "The fix adds names made of letters that look like others: " + names + "."));
        }
        return concerns;
    }

    private static Map<String, Long> counted(String text) {
        return InvisibleText.find(text).stream().collect(Collectors.groupingBy(InvisibleText.Found::name, Collectors.counting()));
    }

    // Search proposes thousands of small edits: where neither the old nor the new lines hold a telling word, the file is not parsed again.
    private boolean plain(FileEdit edit, String after) {
        if (delicate) {
            return false;
        }
        int shift = 0;
        for (Replacement r : edit.replacements()) {
            if (uses.stream().anyMatch(u -> u.start() <= r.end() && u.end() >= r.start())) {
                return false;
            }
            int oldStart = before.lineStart(before.lineOf(r.start()));
            int newEnd = r.start() + shift + r.text().length();
            int lineBreak = after.indexOf('\n', newEnd);
            // An earlier edit of the same line has shifted what follows it, not the line's beginning.
            int newStart = after.lastIndexOf('\n', r.start() + shift - 1) + 1;
            String lines = after.substring(newStart, lineBreak < 0 ? after.length() : lineBreak);
            String old = before.text().substring(oldStart, before.lineEnd(before.lineOf(r.end())));
            if (telling(lines) || telling(old) || gives(lines) || ROUNDABOUT.matcher(lines).find() || Silencers.HINT.matcher(lines).find()
                    || Protections.HINT.matcher(old).find() || Weaknesses.HINT.matcher(lines).find()) {
                return false;
            }
            shift += r.text().length() - (r.end() - r.start());
        }
        return true;
    }

    // A library's name, or one of Python's own, on the left of an assignment.
    private boolean gives(String lines) {
        return GIVEN.matcher(lines).results().map(found -> found.group(1) == null ? found.group(2) : found.group(1)).anyMatch(name -> bindings.imported().containsKey(name)
                || Character.isUpperCase(name.charAt(0)) || Builtins.FUNCTIONS.contains(name) || Builtins.TYPES.contains(name));
    }

    private static boolean telling(String lines) {
        if (lines.chars().anyMatch(c -> c >= 0x80 || c == '"' || c == '\'' || c == '\\')) {
            return true;
        }
        Matcher words = WORD.matcher(lines);
        while (words.find()) {
            if (CapabilityTable.telling(words.group())) {
                return true;
            }
        }
        return false;
    }

    private List<Concern> capabilities(Parsed changed, Bindings now, Predicate<String> known) {
        Map<String, Integer> had = new HashMap<>();
        CapabilityFinder.find(parsed, bindings.withMissingImports(now)).forEach(u -> had.merge(u.key(), 1, Integer::sum));
        Bindings judged = new Bindings(now.imported(), bindings.bound(), now.used());
        Map<String, Concern> concerns = new LinkedHashMap<>();
        for (Use use : CapabilityFinder.find(changed, judged)) {
            boolean kept = had.merge(use.key(), -1, Integer::sum) >= 0;
            if (!kept && !excused(use, known) && !wordings.already(use, changed)) {
                concerns.putIfAbsent(use.capability().code(), new Concern(use.capability().code(), "The fix " + use.capability().meaning()
                        + " (" + PathRules.show(use.name()) + ")."));
            }
        }
        return List.copyOf(concerns.values());
    }

    // An import gives code that is already there what it lacks.
    private boolean excused(Use use, Predicate<String> known) {
        if (use.key().startsWith("import ")) {
            String bound = use.key().substring(use.key().lastIndexOf(' ') + 1);
            boolean wanted = bindings.used().contains(bound) && !bindings.imported().containsKey(bound);
            return wanted || (use.capability() == Capability.DEPENDENCY && known.test(top(use.name())));
        }
        return false;
    }

    private static String top(String module) {
        int dot = module.indexOf('.');
        return dot < 0 ? module : module.substring(0, dot);
    }

    /// What is yet to be written checks nothing.
    private static boolean isPromise(Stmt.Raise raise) {
        Expr type = raise.exception() instanceof Expr.Call c ? c.function() : raise.exception();
        return type instanceof Expr.Name n && n.id().equals("NotImplementedError");
    }

    private static Map<String, Long> checks(Parsed parsed) {
        String text = parsed.source().text();
        return Tree.walk(parsed.module()).filter(n -> (n instanceof Stmt.Raise r && !isPromise(r)) || TestRegions.checks(n))
                .collect(Collectors.groupingBy(n -> n instanceof Stmt.Raise ? "raise" : text.substring(n.start(), n.end()).replaceAll("\\s+", " "),
                        Collectors.counting()));
    }
}
