package dev.codeheals.engine.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The modules of a project: who is who, who defines what, who imports whom.
///
/// Reads each file at most once, when it is first needed. Safe for use from many threads.
public final class ModuleIndex {
    private final SourceTree tree;
    private final ModuleNames names;
    private final Map<String, Optional<ModuleInfo>> byPath = new ConcurrentHashMap<>();

    public ModuleIndex(SourceTree tree) {
        this.tree = tree;
        this.names = new ModuleNames(tree.pythonFiles());
    }

    /// A name of a module.
    public record Found(ModuleInfo module, ModuleInfo.Definition definition) {}

    /// The module in a file; empty if there is no such file or it is not text.
    public Optional<ModuleInfo> byPath(String path) {
        return byPath.computeIfAbsent(path, p -> tree.file(p).map(f -> ModuleInfo.of(names.nameOf(p).orElse(""), f)));
    }

    public Optional<ModuleInfo> byName(String module) {
        return names.pathOf(module).flatMap(this::byPath);
    }

    /// The project's module that an import in another one means; absolute names only.
    public Optional<ModuleInfo> imported(ModuleInfo importer, String module) {
        return names.pathOf(module, importer.path()).flatMap(this::byPath);
    }

    public Optional<String> nameOf(String path) {
        return names.nameOf(path);
    }

    public Optional<String> pathOf(String module) {
        return names.pathOf(module);
    }

    public boolean isPackage(String module) {
        return names.isPackage(module);
    }

    /// The dotted names of all modules.
    public Set<String> names() {
        return names.names();
    }

    /// What imports of the project's own code start with.
    public Set<String> topLevelNames() {
        return names.topLevel();
    }

    /// All modules, in the order of their paths; reads the whole project.
    public List<ModuleInfo> all() {
        return tree.pythonFiles().stream().map(this::byPath).flatMap(Optional::stream).toList();
    }

    /// Everyone who defines the name at top level, those that only import it left out.
    public List<Found> whoDefines(String name) {
        List<Found> found = new ArrayList<>();
        for (ModuleInfo module : all()) {
            ModuleInfo.Definition definition = module.definitions().get(name);
            if (definition != null && definition.kind() != ModuleInfo.Kind.IMPORT) {
                found.add(new Found(module, definition));
            }
        }
        return found;
    }

    /// What {@code module.name} is, followed through re-exports and star imports to its definition.
    public Optional<Found> lookUp(String module, String name) {
        return byName(module).flatMap(m -> lookUp(m, name));
    }

    public Optional<Found> lookUp(ModuleInfo module, String name) {
        return lookUp(module, name, new HashSet<>());
    }

    private Optional<Found> lookUp(ModuleInfo module, String name, Set<String> seen) {
        if (!seen.add(module.path() + ":" + name)) {
            return Optional.empty();
        }
        ModuleInfo.Definition definition = module.definitions().get(name);
        if (definition == null) {
            return module.scopes().module().starImports().stream().map(star -> imported(module, absolute(module, star)))
                    .flatMap(Optional::stream).map(m -> lookUp(m, name, seen)).flatMap(Optional::stream).findFirst();
        }
        Optional<Found> here = Optional.of(new Found(module, definition));
        return definition.node() instanceof Node.Alias alias ? followed(module, alias, seen).or(() -> here) : here;
    }

    private static String absolute(ModuleInfo module, String star) {
        int level = 0;
        while (level < star.length() && star.charAt(level) == '.') {
            level++;
        }
        return module.absolute(new Stmt.ImportFrom(0, 0, star.substring(level), level, List.of()));
    }

    private Optional<Found> followed(ModuleInfo module, Node.Alias alias, Set<String> seen) {
        return Tree.of(module.parsed()).enclosing(Stmt.ImportFrom.class, alias.start())
                .flatMap(from -> imported(module, module.absolute(from))).flatMap(m -> lookUp(m, alias.name(), seen));
    }

    /// The names that {@code from module import …} or {@code module.…} can reach: its own, those of its star imports and, for a package,
    /// its submodules.
    public Set<String> exportsOf(String module) {
        Set<String> exports = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<ModuleInfo> open = new ArrayDeque<>();
        byName(module).ifPresent(open::push);
        while (!open.isEmpty()) {
            ModuleInfo next = open.pop();
            if (seen.add(next.path())) {
                exports.addAll(next.definitions().keySet());
                next.scopes().module().starImports().forEach(star -> imported(next, absolute(next, star)).ifPresent(open::push));
            }
        }
        String prefix = module + ".";
        names().stream().filter(n -> n.startsWith(prefix) && n.indexOf('.', prefix.length()) < 0)
                .forEach(n -> exports.add(n.substring(prefix.length())));
        return exports;
    }

    /// The paths of the project modules that importing this one imports, directly or not.
    public Set<String> reachedFrom(ModuleInfo module) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<ModuleInfo> open = new ArrayDeque<>(List.of(module));
        while (!open.isEmpty()) {
            ModuleInfo next = open.pop();
            for (String name : next.imports()) {
                imported(next, name).filter(m -> reached.add(m.path())).ifPresent(open::push);
            }
        }
        return reached;
    }

    /// Whether a new top-level import of {@code imported} in {@code importer} would close a circle of imports.
    public boolean wouldBeCycle(ModuleInfo importer, ModuleInfo imported) {
        return importer.path().equals(imported.path()) || reachedFrom(imported).contains(importer.path());
    }

    /// A class with the module it stands in.
    public record FoundClass(ModuleInfo module, ClassShape shape) {}

    /// All classes of a name, in the order of their paths.
    public List<FoundClass> classes(String name) {
        return all().stream().filter(m -> m.classes().containsKey(name)).map(m -> new FoundClass(m, shape(m, name))).toList();
    }

    private static ClassShape shape(ModuleInfo module, String name) {
        return java.util.Objects.requireNonNull(module.classes().get(name));
    }

    /// The class a name means in a module, imported ones included; {@code module.Class} works too.
    public Optional<FoundClass> classIn(ModuleInfo module, String dotted) {
        int dot = dotted.lastIndexOf('.');
        if (dot < 0) {
            return lookUp(module, dotted).filter(f -> f.module().classes().containsKey(f.definition().name()))
                    .map(f -> new FoundClass(f.module(), shape(f.module(), f.definition().name())));
        }
        String prefix = dotted.substring(0, dot);
        return imported(module, importedName(module, prefix).orElse(prefix)).flatMap(m -> classIn(m, dotted.substring(dot + 1)));
    }

    /// The absolute name of the module a name is bound to by an import.
    private static Optional<String> importedName(ModuleInfo module, String name) {
        ModuleInfo.Definition definition = module.definitions().get(name);
        if (definition == null || !(definition.node() instanceof Node.Alias alias)) {
            return Optional.empty();
        }
        Optional<Stmt.ImportFrom> from = Tree.of(module.parsed()).enclosing(Stmt.ImportFrom.class, alias.start());
        return Optional.of(from.map(f -> module.absolute(f) + "." + alias.name()).orElse(alias.name()));
    }

    /// The class and its bases as far as the project defines them, the class first, depth first.
    public List<FoundClass> lineage(FoundClass start) {
        Map<String, FoundClass> seen = new LinkedHashMap<>();
        Deque<FoundClass> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            FoundClass next = open.pop();
            if (seen.putIfAbsent(next.module().path() + ":" + next.shape().node().start(), next) == null) {
                next.shape().bases().reversed().forEach(b -> classIn(next.module(), b).ifPresent(open::push));
            }
        }
        return List.copyOf(seen.values());
    }

    /// All members, inherited ones included, the nearest of each name.
    public Map<String, ClassShape.Member> members(FoundClass of) {
        Map<String, ClassShape.Member> members = new LinkedHashMap<>();
        lineage(of).forEach(c -> c.shape().members().forEach(m -> members.putIfAbsent(m.name(), m)));
        return members;
    }

    /// Whether some base class is not defined in the project, so that members may exist which are not seen here.
    public boolean hasForeignBase(FoundClass of) {
        return lineage(of).stream().anyMatch(c -> c.shape().bases().stream()
                .anyMatch(b -> !b.equals("object") && classIn(c.module(), b).isEmpty()));
    }
}
