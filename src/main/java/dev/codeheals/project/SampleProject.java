package dev.codeheals.project;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The small broken program that comes with this one.
public final class SampleProject {
    private static final String MARK = "/sample/main.py";

    private SampleProject() {}

    /// Copies the sample into a folder that does not exist yet, or is empty.
    ///
    /// @return the folder
    /// @throws IOException if it cannot be written, or holds files already
    public static Path copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> present = Files.list(folder)) {
            if (present.findAny().isPresent()) {
                throw new IOException(folder + " is not empty.");
            }
        }
        URL mark = SampleProject.class.getResource(MARK);
        if (mark == null) {
            throw new IOException("The sample project is missing from this installation.");
        }
        try {
            URI uri = mark.toURI();
            if (!"jar".equals(uri.getScheme())) {
                copyTree(Path.of(uri).resolveSibling(".").normalize(), folder);
                return folder;
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                copyTree(jar.getPath("/sample"), folder);
            }
            return folder;
        } catch (URISyntaxException e) {
            throw new IOException("The sample project cannot be read.", e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(path -> !path.toString().contains("__pycache__")).toList();
        }
        for (Path path : all) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target);
            }
        }
    }
}
