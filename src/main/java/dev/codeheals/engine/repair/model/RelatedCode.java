package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.ClassShape;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Node;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Definitions of what the failing code uses: functions whole if short, else their header; classes as their members' headers.
final class RelatedCode {
    private static final int SHORT = 20;
    private static final int MOST = 14;

    /// A definition to show.
    ///
    /// @param lines 1-based stretches of the file, each first and last line
    record Definition(SourceFile file, String name, List<int[]> lines) {}

    private final ModuleIndex index;
    private final Windows windows;
    private final Map<String, Definition> found = new LinkedHashMap<>();

    /// @param windows what is shown already
    RelatedCode(ModuleIndex index, Windows windows) {
        this.index = index;
        this.windows = windows;
    }

    /// @param types names of types that values had while the program failed
    List<Definition> of(List<Windows.Place> places, Set<String> types) {
        types.forEach(type -> index.classes(type.substring(type.lastIndexOf('.') + 1)).forEach(c -> type(c.module(), c.shape())));
        places.stream().limit(3).forEach(place -> index.byPath(place.file()).ifPresent(module -> names(module, place.line()).forEach(name -> define(module, name))));
        return found.values().stream().limit(MOST).toList();
    }

    /// The names used on the line, then those used in the function around it.
    private static Set<String> names(ModuleInfo module, int line) {
        Tree tree = Tree.of(module.parsed());
        Set<String> names = new LinkedHashSet<>();
        Stream<Node> near = tree.statementAtLine(line).stream().flatMap(Tree::walk);
        Stream<Node> around = tree.statementAtLine(line).flatMap(s -> tree.enclosing(Stmt.FunctionDef.class, s.start())).stream().flatMap(Tree::walk);
        Stream.concat(near, around).forEach(node -> {
            switch (node) {
                case Expr.Name name -> names.add(name.id());
                case Expr.Attribute attribute -> ClassShape.dotted(attribute).ifPresentOrElse(names::add, () -> names.add("." + attribute.attr()));
                default -> {
                    // Only names lead to definitions.
                }
            }
        });
        return names;
    }

    private void define(ModuleInfo module, String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        index.classIn(module, name).ifPresent(c -> type(c.module(), c.shape()));
        if (!name.contains(".")) {
            index.lookUp(module, name).filter(f -> f.definition().node() instanceof Stmt.FunctionDef)
                    .ifPresent(f -> function(f.module(), (Stmt.FunctionDef) f.definition().node()));
            return;
        }
        List<ModuleIndex.Found> functions = index.whoDefines(last).stream().filter(f -> f.definition().node() instanceof Stmt.FunctionDef).toList();
        if (functions.size() == 1) {
            function(functions.getFirst().module(), (Stmt.FunctionDef) functions.getFirst().definition().node());
        }
        for (ClassShape shape : module.classes().values()) {
            shape.method(last).ifPresent(method -> function(module, method));
        }
    }

    private void function(ModuleInfo module, Stmt.FunctionDef function) {
        SourceFile file = module.parsed().source();
        int from = file.lineOf(Tree.outerStart(function));
        int to = file.lineOf(Math.max(function.start(), function.end() - 1));
        add(file, function.name().id(), List.of(to - from < SHORT ? new int[] {from, to} : header(file, function.start(), function.body())));
    }

    private void type(ModuleInfo module, ClassShape shape) {
        SourceFile file = module.parsed().source();
        List<int[]> lines = new ArrayList<>(List.of(header(file, Tree.outerStart(shape.node()), shape.node().body())));
        for (ClassShape.Member member : shape.members()) {
            boolean init = member.name().equals("__init__") || member.name().equals("__new__");
            if (member.node() instanceof Stmt.FunctionDef f && !init) {
                lines.add(header(file, Tree.outerStart(f), f.body()));
            } else if (member.kind() == ClassShape.Kind.CLASS_ATTRIBUTE || init) {
                int to = file.lineOf(Math.max(member.node().start(), member.node().end() - 1));
                lines.add(new int[] {file.lineOf(member.node().start()), Math.min(to, file.lineOf(member.node().start()) + SHORT)});
            }
        }
        add(file, shape.name(), lines);
    }

    /// From the first line up to the one before the body, and the docstring's first line.
    private static int[] header(SourceFile file, int start, List<Stmt> body) {
        int from = file.lineOf(start);
        if (body.isEmpty()) {
            return new int[] {from, from};
        }
        int bodyLine = file.lineOf(body.getFirst().start());
        boolean documented = Blocks.docstring(body).isPresent();
        return new int[] {from, Math.max(from, documented ? bodyLine : bodyLine - 1)};
    }

    private void add(SourceFile file, String name, List<int[]> lines) {
        List<int[]> unseen = lines.stream().filter(span -> !windows.isShown(file.path(), span[0])).toList();
        if (!unseen.isEmpty()) {
            found.putIfAbsent(file.path() + " " + name, new Definition(file, name, unseen));
        }
    }
}
