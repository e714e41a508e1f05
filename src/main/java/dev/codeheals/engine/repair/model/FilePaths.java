package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.source.SourceTree;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns a path a reply names into one relative to the project, or refuses it.
final class FilePaths {
    private static final int LONGEST = 300;

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
        String path = tidy(named);
        if (project.file(path).isPresent()) {
            return path;
        }
        List<String> ending = project.pythonFiles().stream().filter(file -> file.endsWith("/" + path) || path.endsWith("/" + file)).toList();
        if (ending.size() == 1) {
            return ending.getFirst();
        }
        throw new UnusableReply(ending.isEmpty() ? "There is no file %s in the project.".formatted(path)
                : "%s could be any of %s; name the whole path.".formatted(path, ending.stream().limit(8).toList()));
    }

    /// Whether the reply means a file that is there.
    Optional<String> ifThere(@Nullable String named) throws UnusableReply {
        if (named == null || named.isBlank()) {
            return Optional.ofNullable(failingFile);
        }
        String path = tidy(named);
        return project.file(path).isPresent() ? Optional.of(path) : Optional.empty();
    }

    /// A path within the project.
    static String tidy(String named) throws UnusableReply {
        String path = named.strip().replace('\\', '/').replaceAll("^[`\"'<]+|[`\"'>]+$", "");
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
