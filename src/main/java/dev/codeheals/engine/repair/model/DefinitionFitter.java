package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Fits definitions a reply gives: each replaces the one of its name. What the reply does not show stays.
final class DefinitionFitter {
    private static final Set<String> RECEIVERS = Set.of("self", "cls");

    private final FileLines file;
    private final List<Replacement> found = new ArrayList<>();

    DefinitionFitter(FileLines file) {
        this.file = file;
    }

    /// Empty if one of them has no counterpart, or several.
    Optional<List<Replacement>> replaced(Parsed present, Parsed given) throws UnusableReply {
        for (Stmt statement : given.module().body()) {
            if (!(imports(statement) ? imported(statement, present, given) : fits(statement, present.module(), given))) {
                return Optional.empty();
            }
        }
        return given.module().body().stream().anyMatch(s -> !name(s).isEmpty()) ? Optional.of(found) : Optional.empty();
    }

    private static boolean imports(Stmt statement) {
        return statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom;
    }

    /// Code that leaves out whole definitions, but no part of one.
    Optional<List<Replacement>> members(List<String> code) throws UnusableReply {
        for (int i = 0; i < code.size(); i++) {
            if (Elisions.stands(code.get(i)) && insideOne(code, i)) {
                return Optional.empty();
            }
        }
        List<String> given = code.stream().map(line -> Elisions.stands(line) ? "" : line).toList();
        Parsed parsed = PythonParser.parse(file.file().path(), CodeFitter.dedented(given));
        return parsed.isValid() ? replaced(PythonParser.parse(file.file()), parsed) : Optional.empty();
    }

    private static boolean insideOne(List<String> code, int elision) {
        int indent = Indents.of(code.get(elision)).length();
        for (int i = elision - 1; i >= 0; i--) {
            String line = code.get(i);
            if (!line.isBlank() && !Elisions.stands(line) && Indents.of(line).length() < indent) {
                return !line.strip().startsWith("class ");
            }
        }
        return false;
    }

    private boolean fits(Stmt fresh, Node among, Parsed given) throws UnusableReply {
        List<Stmt> same = new ArrayList<>();
        if (!name(fresh).isEmpty()) {
            collect(among, name(fresh), fresh.getClass(), same);
        }
        if (same.size() > 1) {
            boolean method = fresh instanceof Stmt.FunctionDef f && !f.args().parameters().isEmpty() && RECEIVERS.contains(f.args().parameters().getFirst().name());
            same.removeIf(s -> among.children().contains(s) == method);
        }
        if (same.size() != 1) {
            return false;
        }
        if (same.getFirst() instanceof Stmt.ClassDef old && fresh instanceof Stmt.ClassDef part && !functions(part).containsAll(functions(old))) {
            for (Stmt member : part.body()) {
                if (!member(member, old, given)) {
                    return false;
                }
            }
            return true;
        }
        return definition(same.getFirst(), given.source(), fresh);
    }

    /// A class with some of its members only: those change.
    private boolean member(Stmt fresh, Stmt.ClassDef old, Parsed given) throws UnusableReply {
        if (fresh instanceof Stmt.ExprStmt e && e.value() instanceof Expr.Constant) {
            return true;
        }
        List<Stmt> same = old.body().stream().filter(s -> s.getClass().equals(fresh.getClass()) && !label(s).isEmpty() && label(s).equals(label(fresh))).toList();
        return same.size() == 1 && definition(same.getFirst(), given.source(), fresh);
    }

    private static String label(Stmt statement) {
        return statement instanceof Stmt.Assign a && a.targets().getFirst() instanceof Expr.Name n ? n.id() : name(statement);
    }

    private static Set<String> functions(Stmt.ClassDef type) {
        return type.body().stream().filter(Stmt.FunctionDef.class::isInstance).map(DefinitionFitter::name).collect(Collectors.toSet());
    }

    /// An import the file lacks comes along; one of the same module with more names takes the other's place.
    private boolean imported(Stmt fresh, Parsed present, Parsed given) {
        String line = text(fresh, given.source()).strip();
        List<Stmt> imports = present.module().body().stream().filter(DefinitionFitter::imports).toList();
        if (file.lines().stream().anyMatch(own -> own.strip().equals(line))) {
            return true;
        }
        if (fresh instanceof Stmt.ImportFrom from) {
            List<Stmt.ImportFrom> same = imports.stream().filter(s -> s instanceof Stmt.ImportFrom f && f.module().equals(from.module()) && f.level() == from.level())
                    .map(Stmt.ImportFrom.class::cast).toList();
            if (same.size() == 1) {
                return names(from).containsAll(names(same.getFirst()))
                        ? found.add(new Replacement(same.getFirst().start(), same.getFirst().end(), line)) : names(same.getFirst()).containsAll(names(from));
            }
        }
        int at = imports.isEmpty() ? -1 : file.file().lineOf(Math.max(imports.getLast().start(), imports.getLast().end() - 1));
        return at >= 0 && found.add(file.replace(at, at, List.of(line)));
    }

    private static Set<String> names(Stmt.ImportFrom statement) {
        return statement.names().stream().map(a -> a.name() + " as " + a.bound(true)).collect(Collectors.toSet());
    }

    private static String text(Stmt statement, SourceFile source) {
        return source.text().substring(statement.start(), statement.end());
    }

    private boolean definition(Stmt old, SourceFile source, Stmt fresh) throws UnusableReply {
        int from = file.file().lineOf(start(old)) - 1;
        int to = file.file().lineOf(Math.max(old.start(), old.end() - 1));
        Indents indents = new Indents(List.of(new Indents.Pair(source.line(source.lineOf(fresh.start())), file.lines().get(file.file().lineOf(old.start()) - 1)),
                firstOfBody(source, fresh, old)), file.step());
        List<String> lines = new ArrayList<>();
        for (int line = source.lineOf(start(fresh)); line <= source.lineOf(Math.max(fresh.start(), fresh.end() - 1)); line++) {
            lines.add(indents.translate(source.line(line)));
        }
        return !breaksOff(file.lines().subList(from, to), lines) && found.addAll(CodeFitter.differences(file, from, to, lines));
    }

    /// Whether the new lines end with one from the middle of the old ones: then it is a part of the definition, not all of it.
    private static boolean breaksOff(List<String> old, List<String> fresh) {
        int last = old.lastIndexOf(fresh.getLast());
        return last >= 0 && old.subList(last + 1, old.size()).stream().filter(line -> !line.isBlank() && !fresh.contains(line)).count() > 1;
    }

    private Indents.Pair firstOfBody(SourceFile source, Stmt fresh, Stmt old) {
        return new Indents.Pair(source.line(source.lineOf(body(fresh).getFirst().start())),
                file.lines().get(file.file().lineOf(body(old).getFirst().start()) - 1));
    }

    private static void collect(Node node, String name, Class<? extends Stmt> kind, List<Stmt> into) {
        for (Node child : node.children()) {
            if (child instanceof Stmt statement) {
                if (kind.isInstance(statement) && name(statement).equals(name)) {
                    into.add(statement);
                }
                collect(statement, name, kind, into);
            } else if (!(child instanceof Expr)) {
                collect(child, name, kind, into);
            }
        }
    }

    static String name(Stmt statement) {
        return switch (statement) {
            case Stmt.FunctionDef function -> function.name().id();
            case Stmt.ClassDef type -> type.name().id();
            default -> "";
        };
    }

    private static List<Stmt> body(Stmt definition) {
        return switch (definition) {
            case Stmt.FunctionDef function when !function.body().isEmpty() -> function.body();
            case Stmt.ClassDef type when !type.body().isEmpty() -> type.body();
            default -> List.of(definition);
        };
    }

    /// Decorators are part of a definition.
    private static int start(Stmt definition) {
        return switch (definition) {
            case Stmt.FunctionDef function when !function.decorators().isEmpty() -> Math.min(definition.start(), function.decorators().getFirst().start());
            case Stmt.ClassDef type when !type.decorators().isEmpty() -> Math.min(definition.start(), type.decorators().getFirst().start());
            default -> definition.start();
        };
    }
}
