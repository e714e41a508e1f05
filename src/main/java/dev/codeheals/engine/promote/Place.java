package dev.codeheals.engine.promote;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a patch's path really leads: the open folder and the name in it.
///
/// @param target  relative to the root, links resolved
/// @param missing folders of the path that do not exist yet, outermost first; then {@code folder} is the last that does
record Place(Folder folder, String name, String target, List<String> missing) implements AutoCloseable {

    /// Finds the place, one folder after the other and never through a link; only the last name may be a link, to a file inside.
    static Place find(FileOperations operations, Path root, String file) throws Stop, FileFault {
        Place place = walk(operations, root, file, file);
        boolean done = false;
        try {
            Optional<FileFacts> facts = place.missing().isEmpty() ? place.folder().facts(place.name()) : Optional.empty();
            if (facts.isEmpty() || facts.get().kind() != FileFacts.Kind.LINK) {
                done = true;
                return place;
            }
        } finally {
            if (!done) {
                place.close();
            }
        }
        return walk(operations, root, behindLink(root, file), file);
    }

    private static String behindLink(Path root, String file) throws Stop {
        try {
            Path real = root.resolve(file).toRealPath();
            if (!real.startsWith(root) || real.equals(root)) {
                throw Stop.refused("link-outside", file, file + " is a link to a file outside the project.");
            }
            return root.relativize(real).toString().replace('\\', '/');
        } catch (IOException _) {
            throw Stop.refused("link-broken", file, file + " is a link that leads nowhere.");
        }
    }

    private static Place walk(FileOperations operations, Path root, String target, String file) throws Stop, FileFault {
        List<String> parts = parts(target, file);
        Folder folder = operations.open(root);
        boolean done = false;
        try {
            int depth = 0;
            for (; depth < parts.size() - 1; depth++) {
                Optional<FileFacts> facts = folder.facts(parts.get(depth));
                if (facts.isEmpty()) {
                    break;
                }
                folder = into(folder, parts.get(depth), facts.get(), file);
            }
            done = true;
            return new Place(folder, parts.getLast(), target, List.copyOf(parts.subList(depth, parts.size() - 1)));
        } finally {
            if (!done) {
                folder.close();
            }
        }
    }

    private static Folder into(Folder folder, String name, FileFacts facts, String file) throws Stop, FileFault {
        if (facts.kind() != FileFacts.Kind.FOLDER) {
            throw Stop.refused("link-in-path", file, name + " in the path of " + file + " is no real folder.");
        }
        Folder inner;
        try {
            inner = folder.child(name);
        } catch (FileFault fault) {
            if (fault.errno() == Errno.ELOOP || fault.errno() == Errno.ENOTDIR || fault.errno() == Errno.ENOENT) {
                throw Stop.refused("link-in-path", file, name + " in the path of " + file + " was replaced meanwhile.");
            }
            throw fault;
        }
        folder.close();
        return inner;
    }

    private static List<String> parts(String target, String file) throws Stop {
        List<String> parts = Arrays.asList(target.split("/", -1));
        boolean escapes = target.indexOf('\0') >= 0 || target.indexOf('\\') >= 0
                || parts.stream().anyMatch(p -> p.isEmpty() || p.equals(".") || p.equals("..") || p.equals("~"));
        boolean git = parts.stream().anyMatch(p -> p.equalsIgnoreCase(".git"));
        if (escapes || git || (target.length() > 1 && target.charAt(1) == ':')) {
            throw Stop.refused("path-escape", file, file + " does not name a file of the project.");
        }
        return new ArrayList<>(parts);
    }

    /// The same place once its missing folders are made; this one is closed.
    Place complete() throws FileFault {
        Folder inner = folder;
        for (String name : missing) {
            Folder outer = inner;
            try {
                outer.makeFolder(name);
                outer.sync();
            } catch (FileFault fault) {
                if (fault.errno() != Errno.EEXIST) {
                    throw fault;
                }
            }
            inner = outer.child(name);
            outer.close();
        }
        return new Place(inner, name, target, List.of());
    }

    /// The paths of the missing folders, outermost first.
    List<String> missingPaths() {
        List<String> parts = Arrays.asList(target.split("/", -1));
        int existing = parts.size() - 1 - missing.size();
        List<String> paths = new ArrayList<>();
        for (int depth = existing + 1; depth < parts.size(); depth++) {
            paths.add(String.join("/", parts.subList(0, depth)));
        }
        return paths;
    }

    @Override
    public void close() {
        folder.close();
    }
}
