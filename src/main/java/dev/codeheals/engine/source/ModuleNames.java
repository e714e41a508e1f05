package dev.codeheals.engine.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Maps the paths of a project's files to the module names they are imported by, and back.
///
/// A file's name runs from the import root above it: the project's root, or a {@code src} folder. A folder without {@code __init__.py} is a
/// namespace package. A script's own folder is on the path too, so a file also answers to the name it has from its folder when no other
/// file claims that.
final class ModuleNames {
    private final Map<String, String> pathToName = new LinkedHashMap<>();
    private final Map<String, String> nameToPath = new LinkedHashMap<>();
    private final Map<String, String> relaxed = new LinkedHashMap<>();

    ModuleNames(List<String> paths) {
        Set<String> all = new TreeSet<>(paths);
        for (String path : all) {
            String name = name(path, root(path, all));
            if (!name.isEmpty()) {
                pathToName.put(path, name);
                nameToPath.putIfAbsent(name, path);
            }
        }
        for (String path : all) {
            for (String name : suffixes(path)) {
                relaxed.putIfAbsent(name, path);
            }
        }
    }

    /// The folder the file's imports start from, ending in a slash; empty for the project's root.
    private static String root(String path, Set<String> all) {
        int src = path.startsWith("src/") ? 0 : path.indexOf("/src/") + 1;
        boolean layout = path.startsWith("src/") || path.contains("/src/");
        boolean sourceIsPackage = layout && all.contains(path.substring(0, src) + "src/__init__.py");
        return layout && !sourceIsPackage ? path.substring(0, src) + "src/" : "";
    }

    private static String name(String path, String root) {
        String inside = path.substring(root.length(), path.length() - (path.endsWith(".py") ? 3 : 0));
        String name = inside.replace('/', '.');
        return name.equals("__init__") ? "" : name.endsWith(".__init__") ? name.substring(0, name.length() - 9) : name;
    }

    private static List<String> suffixes(String path) {
        List<String> names = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            String name = name(path, path.substring(0, slash + 1));
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return names;
    }

    Optional<String> nameOf(String path) {
        return Optional.ofNullable(pathToName.get(path));
    }

    /// The file of a module; first by its full name, else by the name it has from some folder above it.
    Optional<String> pathOf(String module) {
        return Optional.ofNullable(nameToPath.getOrDefault(module, relaxed.get(module)));
    }

    /// The file an import in another file means: by its full name, else beside the importing file as for a script, else as
    /// {@link #pathOf(String)}.
    Optional<String> pathOf(String module, String importer) {
        String folder = importer.substring(0, importer.lastIndexOf('/') + 1);
        String beside = folder + module.replace('.', '/');
        String known = nameToPath.get(module);
        return known != null ? Optional.of(known)
                : pathToName.containsKey(beside + ".py") ? Optional.of(beside + ".py")
                : pathToName.containsKey(beside + "/__init__.py") ? Optional.of(beside + "/__init__.py") : pathOf(module);
    }

    boolean isPackage(String module) {
        return pathOf(module).filter(p -> p.endsWith("__init__.py")).isPresent()
                || nameToPath.keySet().stream().anyMatch(n -> n.startsWith(module + "."));
    }

    Set<String> names() {
        return java.util.Collections.unmodifiableSet(nameToPath.keySet());
    }

    /// The first parts of all module names: what an import of the project's own code starts with.
    Set<String> topLevel() {
        Set<String> top = new TreeSet<>();
        names().forEach(n -> top.add(n.indexOf('.') < 0 ? n : n.substring(0, n.indexOf('.'))));
        return top;
    }
}
