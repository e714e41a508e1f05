package dev.codeheals.engine.repair.model;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fits code that does not say what it replaces: the whole file, one of its definitions, or a few lines with their neighbours.
final class CodeFitter {
    private static final double MOSTLY = 0.5;

    private final FileLines file;

    CodeFitter(FileLines file) {
        this.file = file;
    }

    List<Replacement> fit(String text) throws UnusableReply {
        List<String> code = LineNumbers.dropped(withoutPathComment(text.lines().toList()), file.lines());
        if (Elisions.leavesOut(code, file.lines()) || Elisions.stubs(code, file.lines())) {
            Optional<List<Replacement>> members = Elisions.stubs(code, file.lines()) ? Optional.empty() : new DefinitionFitter(file).members(code);
            if (members.isPresent()) {
                return members.get();
            }
            throw new UnusableReply("The code leaves parts of %s out with a comment; answer with edits that name the exact old lines instead."
                    .formatted(file.file().path()));
        }
        if (quotes(code)) {
            return List.of();
        }
        Parsed present = PythonParser.parse(file.file());
        Parsed given = PythonParser.parse(file.file().path(), dedented(code));
        Set<String> ownNames = names(present.module().body());
        Set<String> givenNames = names(given.module().body());
        boolean partOfIt = !givenNames.isEmpty() && (!givenNames.containsAll(ownNames) || lacksTheRest(present.module().body(), given.module().body()));
        if (!partOfIt && (overlap(code) >= MOSTLY || file.lines().size() <= 4)) {
            return differences(file, 0, file.lines().size(), code);
        }
        Optional<List<Replacement>> definitions = new DefinitionFitter(file).replaced(present, given);
        return definitions.isPresent() ? definitions.get() : between(code);
    }

    /// The same, empty where it does not fit or changes nothing.
    Optional<List<Replacement>> tried(String text) {
        try {
            return Optional.of(fit(text)).filter(changes -> !changes.isEmpty());
        } catch (UnusableReply _) {
            return Optional.empty();
        }
    }

    /// Whether the code shows what the file has already, as a reply does before it shows the new code.
    boolean quotes(List<String> code) {
        return code.stream().anyMatch(line -> !line.isBlank()) && new Anchor(file.lines()).same(code, 0) instanceof Anchor.Place.Found;
    }

    /// The names of the definitions some code gives; none if it is no Python.
    static Set<String> definitions(String code) {
        Parsed parsed = PythonParser.parse("reply.py", dedented(Typography.code(code).lines().toList()));
        return parsed.isValid() ? names(parsed.module().body()) : Set.of();
    }

    static boolean isPython(String text) {
        return PythonParser.parse("reply.py", text).isValid();
    }

    private List<String> withoutPathComment(List<String> code) {
        boolean added = !code.isEmpty() && PathHints.inFirstComment(code.getFirst()).isPresent()
                && (file.lines().isEmpty() || !file.lines().getFirst().equals(code.getFirst()));
        return added ? code.subList(1, code.size()) : code;
    }

    /// A few lines whose first and last are the file's own: what is between becomes what is given.
    private List<Replacement> between(List<String> code) throws UnusableReply {
        List<String> solid = code.stream().filter(line -> !line.isBlank()).toList();
        if (solid.size() >= 2) {
            Anchor anchor = new Anchor(file.lines());
            if (anchor.same(List.of(solid.getFirst()), 0) instanceof Anchor.Place.Found first
                    && anchor.same(List.of(solid.getLast()), 0) instanceof Anchor.Place.Found last && first.first() < last.first()
                    && last.first() - first.first() <= 3 * code.size() + 3) {
                Indents indents = new Indents(List.of(new Indents.Pair(solid.getFirst(), file.lines().get(first.first())),
                        new Indents.Pair(solid.getLast(), file.lines().get(last.first()))), file.step());
                List<String> trimmed = code.subList(code.indexOf(solid.getFirst()), code.lastIndexOf(solid.getLast()) + 1);
                return differences(file, first.first(), last.first() + 1, trimmed.stream().map(indents::translate).toList());
            }
        }
        throw new UnusableReply("It is not clear which part of %s the code replaces; answer with edits that name the exact old lines."
                .formatted(file.file().path()));
    }

    /// Only the lines that differ change.
    static List<Replacement> differences(FileLines file, int from, int to, List<String> fresh) throws UnusableReply {
        List<String> old = file.lines().subList(from, to).stream().map(String::stripTrailing).toList();
        List<String> clean = Typography.code(String.join("\n", fresh)).lines().map(String::stripTrailing).toList();
        List<Replacement> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, clean).getDeltas()) {
            if (Elisions.standsFor(delta.getTarget().getLines(), delta.getSource().getLines())) {
                throw new UnusableReply("Where %s has %d lines the code has only \"%s\"; give all of it, or edits that name the exact old lines."
                        .formatted(file.file().path(), delta.getSource().size(), delta.getTarget().getLines().getFirst().strip()));
            }
            int start = from + delta.getSource().getPosition();
            changes.add(file.replace(start, start + delta.getSource().size(), delta.getTarget().getLines()));
        }
        return changes;
    }

    /// The share of the file's lines that the code has too.
    private double overlap(List<String> code) {
        Set<String> given = new HashSet<>(code.stream().map(String::strip).toList());
        List<String> own = file.lines().stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return own.isEmpty() ? 1 : own.stream().filter(given::contains).count() / (double) own.size();
    }

    /// Definitions alone are no whole file where the file has constants or imports besides.
    private static boolean lacksTheRest(List<Stmt> own, List<Stmt> given) {
        return (own.stream().anyMatch(CodeFitter::isImport) && given.stream().noneMatch(CodeFitter::isImport))
                || (own.stream().anyMatch(CodeFitter::isOther) && given.stream().noneMatch(CodeFitter::isOther));
    }

    private static boolean isImport(Stmt statement) {
        return statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom;
    }

    private static boolean isOther(Stmt statement) {
        return DefinitionFitter.name(statement).isEmpty() && !isImport(statement) && !(statement instanceof Stmt.ExprStmt);
    }

    private static Set<String> names(List<Stmt> body) {
        Set<String> names = new HashSet<>();
        body.stream().map(DefinitionFitter::name).filter(name -> !name.isEmpty()).forEach(names::add);
        return names;
    }

    static String dedented(List<String> code) {
        int common = code.stream().filter(line -> !line.isBlank()).mapToInt(line -> Indents.of(line).length()).min().orElse(0);
        return String.join("\n", code.stream().map(line -> line.isBlank() ? "" : line.substring(common)).toList()) + "\n";
    }
}
