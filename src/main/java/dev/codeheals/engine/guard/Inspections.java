package dev.codeheals.engine.guard;

import dev.codeheals.engine.repair.ProjectSnapshot;
import dev.codeheals.engine.source.SourceFile;
import dev.codeheals.engine.source.StandardModules;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Remembers what was learnt of the files and projects looked at last.
final class Inspections {
    private static final int REMEMBERED = 32;
    private static final Pattern IMPORT = Pattern.compile("^[ \\t]*(?:import|from)[ \\t]+([\\w]+)", Pattern.MULTILINE | Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Inspection> files = recent();
    private final Map<ProjectSnapshot, Set<String>> modules = recent();

    private static <K, V> Map<K, V> recent() {
        return new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }

    synchronized Inspection of(SourceFile before) {
        Inspection known = files.get(before.path());
        if (known == null || !known.parsed().source().text().equals(before.text())) {
            known = new Inspection(before);
            files.put(before.path(), known);
        }
        return known;
    }

    /// Whether the standard library, the project, or anything the project imports has that top-level name.
    synchronized boolean known(ProjectSnapshot project, String module) {
        return StandardModules.contains(module) || modules.computeIfAbsent(project, Inspections::modulesOf).contains(module);
    }

    private static Set<String> modulesOf(ProjectSnapshot project) {
        Set<String> names = new HashSet<>();
        for (String path : project.pythonFiles()) {
            for (String part : path.split("/", -1)) {
                names.add(part.endsWith(".py") ? part.substring(0, part.length() - 3) : part);
            }
            project.file(path).ifPresent(file -> IMPORT.matcher(file.text()).results().forEach(found -> names.add(found.group(1))));
        }
        return names;
    }
}
