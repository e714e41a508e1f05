package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.SourceTree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Turns a path a reply names into one relative to the project, or refuses it.
final class FilePaths {
    private static final int LONGEST = 300;
    private static final Pattern LINK = Pattern.compile("\\[[^\\[\\]]{1,200}]\\(([^()\\s]{1,300})\\)");
    private static final Pattern AROUND = Pattern.compile("\\*\\*|#|::|: | \\(|\"");

    private final SourceTree project;
    private final @Nullable String failingFile;

    FilePaths(SourceTree project, @Nullable String failingFile) {
        this.project = project;
        this.failingFile = failingFile;
    }

    /// The file an edit changes: as named, else the only project file whose path ends so.
    String existing(@Nullable String named) throws UnusableReply {
        if (named == null || named.isBlank()) {
            if (failingFile == null) {
                throw new UnusableReply("The edit names no file.");
            }
            return failingFile;
        }
        String path = within(named);
        if (project.file(path).isPresent()) {
            return path;
        }
        List<String> ending = meant(path);
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        if (failingFile != null && ending.contains(failingFile)) {
            return failingFile;
        }
        throw new UnusableReply(ending.isEmpty() ? "There is no file %s in the project.".formatted(path)
                : "%s could be any of %s; name the whole path.".formatted(path, ending.stream().limit(8).toList()));
    }

    /// An absolute path that ends as a file of the project does means that file: replies take paths from tracebacks.
    private String within(String named) throws UnusableReply {
        String path = spoken(named).strip().replace('\\', '/').replaceAll("^file://", "");
        if (!path.startsWith("/") && !path.matches("[A-Za-z]:/.*")) {
            return tidy(path);
        }
        List<String> inside = project.pythonFiles().stream().filter(file -> file.contains("/") && path.endsWith("/" + file)).toList();
        return inside.size() == 1 && !List.of(path.split("/", -1)).contains("..") ? inside.getFirst() : tidy(path);
    }

    /// The path alone, where words, marks of emphasis, a line or a member stand around it.
    static String spoken(String named) {
        Matcher link = LINK.matcher(named.strip());
        if (link.matches()) {
            return link.group(1);
        }
        String bare = named.contains("%2F") ? named.replace("%2F", "/") : named;
        return AROUND.matcher(bare).find() ? PathHints.inLine(bare).orElse(bare) : bare;
    }

    /// Files a name may stand for: a part of the path, a module's name, a path with a line number, other case.
    private List<String> meant(String path) {
        String bare = path.replaceFirst(":[0-9]{1,6}(?:[:-][0-9]{1,6})?$", "");
        List<String> names = List.of(bare, bare + ".py", bare.replace('.', '/') + ".py");
        for (String name : names) {
            List<String> ending = project.pythonFiles().stream().filter(file -> file.equals(name) || file.endsWith("/" + name) || name.endsWith("/" + file)).toList();
            if (!ending.isEmpty()) {
                return ending;
            }
        }
        return project.pythonFiles().stream().filter(file -> file.equalsIgnoreCase(bare)).toList();
    }

    /// Whether the reply means a file that is there.
    Optional<String> ifThere(@Nullable String named) throws UnusableReply {
        if (named == null || named.isBlank()) {
            return Optional.ofNullable(failingFile);
        }
        String path = within(named);
        return project.file(path).isPresent() ? Optional.of(path) : Optional.empty();
    }

    /// A path within the project.
    static String tidy(String named) throws UnusableReply {
        String path = named.strip().replace('\\', '/').replaceAll("^[`\"'<]+|[`\"'>]+$", "");
        path = path.replaceAll("(?<=[^/:])/(?:\\.?/)+", "/");
        while (path.startsWith("./")) {
            path = path.substring(2);
        }
        boolean leaves = path.startsWith("/") || path.startsWith("~") || path.matches("[A-Za-z]:.*") || List.of(path.split("/", -1)).contains("..");
        boolean odd = path.isEmpty() || path.length() > LONGEST || path.endsWith("/") || path.contains("//") || path.contains("/./")
                || path.chars().anyMatch(c -> c < ' ' || c == 0x7F);
        if (leaves || odd) {
            throw new UnusableReply("\"%s\" is not a path within the project; name files relative to its root."
                    .formatted(path.replaceAll("\\p{Cntrl}", "?").substring(0, Math.min(80, path.length()))));
        }
        return path;
    }
}
