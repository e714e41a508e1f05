package dev.codeheals.engine.source;

import dev.codeheals.engine.source.ImportSection.Entry;
import dev.codeheals.engine.source.ImportSection.Group;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a new import belongs in a file.
///
/// It goes to its group (future, standard library, third party, local), in its sorted place when the group is sorted, else at the
/// group's end; a {@code from} import joins one of the same module. In a file without imports it comes after shebang, encoding cookie,
/// licence comment and docstring. Never inside a {@code try}, an {@code if} or a function.
public final class ImportPlace {
    private static final int LONGEST_LINE = 100;

    private final Parsed parsed;
    private final SourceFile source;
    private final Set<String> localModules;
    private final ImportSection section;
    private final String eol;

    private ImportPlace(Parsed parsed, Set<String> localModules) {
        this.parsed = parsed;
        this.source = parsed.source();
        this.localModules = Set.copyOf(localModules);
        this.section = ImportSection.of(parsed, localModules);
        this.eol = source.eol();
    }

    /// @param localModules the first parts of the project's own module names
    public static ImportPlace of(Parsed parsed, Set<String> localModules) {
        return new ImportPlace(parsed, localModules);
    }

    /// {@code import module} or {@code import module as alias}; empty when the file already has it.
    public Optional<Insertion> importModule(String module, @Nullable String alias) {
        boolean there = section.entries().stream().map(Entry::statement).anyMatch(s -> s instanceof Stmt.Import i
                && i.names().stream().anyMatch(a -> a.name().equals(module) && java.util.Objects.equals(a.asName(), alias)));
        String line = "import " + module + (alias == null ? "" : " as " + alias);
        return there ? Optional.empty() : Optional.of(statement(line, module, false));
    }

    /// {@code from module import name}, {@code module} with its leading dots; empty when the file already has it.
    public Optional<Insertion> importFrom(String module, String name, @Nullable String alias) {
        List<Stmt.ImportFrom> same = section.entries().stream().filter(e -> e.from() && e.module().equals(module))
                .map(e -> (Stmt.ImportFrom) e.statement()).toList();
        boolean there = same.stream().flatMap(f -> f.names().stream())
                .anyMatch(a -> a.name().equals(name) && java.util.Objects.equals(a.asName(), alias));
        if (there) {
            return Optional.empty();
        }
        String wanted = name + (alias == null ? "" : " as " + alias);
        Optional<Insertion> joined = same.stream().filter(f -> !f.names().getFirst().name().equals("*")).map(f -> join(f, wanted))
                .flatMap(Optional::stream).findFirst();
        return joined.isPresent() ? joined : Optional.of(statement("from " + module + " import " + wanted, module, true));
    }

    /// Adds to an existing statement; empty when its line would become too long.
    private Optional<Insertion> join(Stmt.ImportFrom from, String wanted) {
        List<Node.Alias> names = from.names();
        Node.Alias last = names.getLast();
        boolean ownLines = names.size() > 1 && source.lineOf(names.get(names.size() - 2).start()) != source.lineOf(last.start());
        String separator = ownLines ? "," + eol + source.indentOf(source.lineOf(last.start())) : ", ";
        boolean parenthesised = source.text().charAt(from.end() - 1) == ')';
        int length = source.line(source.lineOf(last.start())).length() + wanted.length() + 2;
        if ((!ownLines && length > LONGEST_LINE) || (ownLines && !parenthesised)) {
            return Optional.empty();
        }
        Comparator<String> order = order(names);
        if (order != null) {
            for (Node.Alias alias : names) {
                if (order.compare(wanted, alias.name()) < 0) {
                    return Optional.of(new Insertion(alias.start(), wanted + separator));
                }
            }
        }
        return Optional.of(new Insertion(last.end(), separator + wanted));
    }

    /// The order the names are in: without regard to case, by code point, or constants, classes, functions as isort has them.
    private static @Nullable Comparator<String> order(List<Node.Alias> names) {
        List<String> all = names.stream().map(Node.Alias::name).toList();
        List<Comparator<String>> orders = List.of(Comparator.comparing(s -> s.toLowerCase(Locale.ROOT)), Comparator.naturalOrder(),
                Comparator.comparingInt(ImportPlace::caseClass).thenComparing(s -> s.toLowerCase(Locale.ROOT)));
        return orders.stream().filter(o -> isSorted(all, o)).findFirst().orElse(null);
    }

    private static int caseClass(String name) {
        boolean constant = name.length() > 1 && name.equals(name.toUpperCase(Locale.ROOT));
        return constant ? 0 : Character.isUpperCase(name.charAt(0)) ? 1 : 2;
    }

    private static <T> boolean isSorted(List<T> items, Comparator<? super T> order) {
        for (int i = 1; i < items.size(); i++) {
            if (order.compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private Insertion statement(String line, String module, boolean from) {
        Group group = ImportSection.group(module, localModules);
        List<Entry> peers = section.entries().stream().filter(e -> e.group() == group).toList();
        if (!peers.isEmpty()) {
            return amongPeers(line, module, from, peers);
        }
        if (group == Group.FUTURE) {
            return inFileWithoutImports(line);
        }
        Optional<Entry> before = section.entries().stream().filter(e -> e.group().compareTo(group) < 0).reduce((_, last) -> last);
        boolean blank = section.entries().stream().map(Entry::group).distinct().count() < 2 || groupsAreApart();
        if (before.isPresent()) {
            return after(before.get().statement(), (blank ? eol : "") + line);
        }
        Optional<Entry> next = section.entries().stream().findFirst();
        return next.map(e -> before(e.statement(), line + (blank ? eol : ""))).orElseGet(() -> inFileWithoutImports(line));
    }

    private Insertion amongPeers(String line, String module, boolean from, List<Entry> peers) {
        Comparator<Entry> byModule = Comparator.comparing(e -> e.module().toLowerCase(Locale.ROOT));
        Comparator<Entry> importsFirst = Comparator.comparing(Entry::from).thenComparing(byModule);
        Optional<Comparator<Entry>> order = List.of(importsFirst, byModule).stream().filter(o -> isSorted(peers, o)).findFirst();
        Entry wanted = new Entry(peers.getFirst().statement(), peers.getFirst().group(), module, from);
        if (order.isPresent()) {
            for (int i = 0; i < peers.size(); i++) {
                if (order.get().compare(wanted, peers.get(i)) < 0) {
                    return i == 0 ? before(peers.getFirst().statement(), line) : after(peers.get(i - 1).statement(), line);
                }
            }
        }
        return after(peers.getLast().statement(), line);
    }

    /// Whether a blank line stands between every two groups.
    private boolean groupsAreApart() {
        List<Entry> entries = section.entries();
        for (int i = 1; i < entries.size(); i++) {
            int line = source.lineOf(entries.get(i).statement().start());
            if (entries.get(i - 1).group() != entries.get(i).group() && !source.line(line - 1).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Insertion before(Stmt statement, String text) {
        return new Insertion(source.lineStart(source.lineOf(statement.start())), text + eol);
    }

    private Insertion after(Stmt statement, String text) {
        return afterLine(source.lineOf(Math.max(statement.start(), statement.end() - 1)), text);
    }

    private Insertion afterLine(int line, String text) {
        return line < source.lineCount() ? new Insertion(source.lineStart(line + 1), text + eol) : atEnd(text);
    }

    private Insertion atEnd(String text) {
        String old = source.text();
        boolean closed = old.isEmpty() || old.endsWith("\n") || old.endsWith("\r");
        return new Insertion(old.length(), (closed ? "" : eol) + text + eol);
    }

    private Insertion inFileWithoutImports(String line) {
        Optional<Expr.Constant> docstring = Blocks.docstring(parsed.module().body());
        int head = docstring.map(d -> source.lineOf(d.end())).orElseGet(this::headComments);
        int next = head + 1;
        boolean blankFollows = next <= source.lineCount() && source.line(next).isBlank();
        String lead = head > 0 && (docstring.isPresent() || !source.line(head).isBlank()) ? eol : "";
        if (head >= source.lineCount()) {
            return atEnd(lead + line);
        }
        return new Insertion(source.lineStart(next), lead + line + eol + (blankFollows ? "" : gap()));
    }

    /// Two blank lines before a definition, one before anything else.
    private String gap() {
        Optional<Stmt> first = Blocks.firstStatement(parsed.module().body());
        boolean definition = first.isPresent() && (first.get() instanceof Stmt.FunctionDef || first.get() instanceof Stmt.ClassDef);
        return first.isEmpty() ? "" : definition ? eol + eol : eol;
    }

    /// The last of the leading comment lines that belong to the file: shebang, cookie, and a block a blank line follows. A comment right
    /// above the first statement belongs to that.
    private int headComments() {
        int last = 0;
        int block = 0;
        for (int line = 1; line <= source.lineCount(); line++) {
            String text = source.line(line).strip();
            if (text.startsWith("#")) {
                block = line;
                boolean always = line <= 2 && (text.startsWith("#!") || text.contains("coding"));
                last = always ? line : last;
            } else if (text.isEmpty()) {
                last = block > last ? block : last;
            } else {
                return last;
            }
        }
        return Math.max(last, block);
    }
}
