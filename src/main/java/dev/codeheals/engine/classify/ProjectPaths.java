package dev.codeheals.engine.classify;

import dev.codeheals.engine.detect.StackFrame;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where the project lies, to tell its own frames from those of libraries.
///
/// @param roots absolute folders that hold the project or a copy of it; empty if the project is unknown
public record ProjectPaths(List<String> roots) {
    public static final ProjectPaths UNKNOWN = new ProjectPaths(List.of());
    private static final Pattern INSTALLED = Pattern.compile(
            "(?:^|/)(?:site-packages|dist-packages|lib/python\\d(?:\\.\\d{1,2})?t?|lib64/python\\d(?:\\.\\d{1,2})?|lib/pypy\\d(?:\\.\\d{1,2})?|lib_pypy|lib-python|installed_wheels|[^/]{1,100}\\.(?:egg|whl)|(?:pyspark|py4j[^/]{0,40})\\.zip|databricks/spark|spark[^/]{0,40}/python/pyspark|azure-functions-host|\\.venv|venv|\\.tox|\\.nox|__pypackages__|importlib)/|python\\d{1,3}\\.zip/|^/opt/python/|^/var/runtime/|/anaconda3/lib/|/_pytest/|/pluggy/");
    // Where Windows keeps the standard library: the installer's folder, the store's, or an environment of conda.
    private static final String WINDOWS_LIBRARY = "(?i:/(?:python[\\d.]{0,6}(?:-32|-arm64|_\\d{2})?|pythonsoftwarefoundation\\.[^/]{1,80}|(?:ana|mini)conda\\d?|miniforge\\d?|mambaforge|envs/[^/]{1,80})/lib/)";
    private static final Pattern WINDOWS_INSTALLED = Pattern.compile("^/?[A-Za-z]:.{0,300}?" + WINDOWS_LIBRARY);
    private static final Set<String> COMPILED = Set.of(".pyx", ".pxi", ".pxd");
    private static final Pattern HOME = Pattern.compile("^(?:/home/[^/]+|/Users/[^/]+|/root|[A-Za-z]:/Users/[^/]+|/tmp/[^/]+|/private/tmp/[^/]+|/var/folders/[^/]+/[^/]+/T|[A-Za-z]:|/usr/src/app|/app|/code|/workspace|/var/task|~)/+");
    private static final Pattern LIBRARY_ROOT = Pattern.compile("^.*/(?=(?:site-packages|dist-packages)/)|^.*/lib(?:64)?/python\\d(?:\\.\\d{1,2})?t?/|^[A-Za-z]:.*" + WINDOWS_LIBRARY);

    public ProjectPaths {
        roots = roots.stream().map(root -> slashes(root).replaceAll("/+$", "")).filter(root -> !root.isEmpty()).distinct().toList();
    }

    /// Folders given as paths, both as written and with links resolved by the caller.
    public static ProjectPaths of(Path... folders) {
        List<String> roots = new ArrayList<>();
        for (Path folder : folders) {
            roots.add(folder.toAbsolutePath().normalize().toString());
        }
        return new ProjectPaths(roots);
    }

    /// The path below the project's folder, with forward slashes, if the file lies in it.
    public Optional<String> relative(String file) {
        String path = slashes(file);
        for (String root : roots) {
            if (path.startsWith(root) && path.length() > root.length() && path.charAt(root.length()) == '/') {
                return Optional.of(tidy(path.substring(root.length() + 1)));
            }
        }
        return !absolute(path) && !path.startsWith("<") ? Optional.of(tidy(path)) : Optional.empty();
    }

    /// Whether a frame is the project's own code: not a library's, not Python's, not generated.
    ///
    /// With no known folder, whatever is neither installed nor generated counts, and so do notebook cells.
    public boolean owns(StackFrame frame) {
        String file = frame.file();
        if (file == null || file.isEmpty()) {
            return false;
        }
        String path = slashes(file);
        if (path.startsWith("<")) {
            return roots.isEmpty() && path.startsWith("<ipython-input");
        }
        if (path.startsWith("Cell In") || path.startsWith("Input In")) {
            return true;
        }
        if (WINDOWS_INSTALLED.matcher(path).find() || compiled(path, frame.function())) {
            return false;
        }
        Optional<String> inside = relative(path);
        if (inside.isPresent()) {
            return !INSTALLED.matcher(inside.get()).find();
        }
        return roots.isEmpty() && !INSTALLED.matcher(path).find();
    }

    // An extension module built by Cython names its source as it was where it was built, and the function with its module.
    private static boolean compiled(String path, String function) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || absolute(path)) {
            return false;
        }
        return COMPILED.contains(path.substring(dot)) || (path.indexOf('/') > 0 && function.startsWith(path.substring(0, dot).replace('/', '.') + "."));
    }

    /// The innermost frame of the project, else the innermost; null if there is none.
    public @Nullable StackFrame innermost(List<StackFrame> frames) {
        int index = innermostIndex(frames);
        return index < 0 ? null : frames.get(index);
    }

    /// Where the innermost frame of the project stands in the list, else the innermost; -1 if there is none.
    public int innermostIndex(List<StackFrame> frames) {
        for (int i = frames.size() - 1; i >= 0; i--) {
            if (owns(frames.get(i))) {
                return i;
            }
        }
        return frames.size() - 1;
    }

    /// A file as the packet names it: the same on every machine.
    String shown(String file) {
        String path = slashes(file);
        Optional<String> inside = relative(path);
        if (inside.isPresent()) {
            return inside.get();
        }
        String library = LIBRARY_ROOT.matcher(path).replaceFirst("");
        String rest = library.equals(path) ? HOME.matcher(path).replaceFirst("") : library;
        return rest.startsWith("/") ? rest.substring(1) : rest;
    }

    private static boolean absolute(String path) {
        return path.startsWith("/") || path.startsWith("~") || (path.length() > 2 && path.charAt(1) == ':' && path.charAt(2) == '/');
    }

    private static String tidy(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private static String slashes(String path) {
        return path.replace('\\', '/');
    }
}
