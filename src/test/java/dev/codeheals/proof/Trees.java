package dev.codeheals.proof;

import dev.codeheals.engine.classify.PacketHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Folders as values.
final class Trees {
    private Trees() {}

    /// Every file, link and folder below with its mode and content.
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) found::iterator) {
                String mode = Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS).toString();
                String content = Files.isSymbolicLink(path) ? Files.readSymbolicLink(path).toString()
                        : Files.isRegularFile(path) ? PacketHash.sha256(Files.readAllBytes(path)) : "";
                tree.put(folder.relativize(path).toString(), mode + " " + content);
            }
        }
        return tree;
    }
}
