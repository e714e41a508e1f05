package dev.codeheals.engine.run;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The flags that build a sandbox, as bubblewrap spells them; the namespace launcher understands the same ones.
///
/// The root is empty and gets only what programs need: a read-only `/` with masks would leave every socket of the host that was not
/// thought of within reach.
final class SandboxArguments {
    /// Where a run finds its home and its temp folder.
    static final String HOME = "/tmp/.home";
    static final String TEMP = "/tmp";

    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/opt", "/nix", "/gnu");
    private static final List<String> FACTS = List.of("/sys/devices/system/cpu", "/sys/devices/system/node", "/etc/alternatives");
    private static final long TEMP_BYTES = 1L << 30;

    private static final class Secrets {
        /// Files and folders below /etc that not everyone may read; as root the sandbox would otherwise read them.
        static final List<Path> OF_ETC = privateBelow(Path.of("/etc"));
    }

    private SandboxArguments() {}

    static List<String> of(Sandbox sandbox, Path folder, Map<String, String> variables) {
        List<String> flags = new ArrayList<>(List.of("--unshare-user", "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts",
                "--unshare-cgroup-try", "--uid", "1000", "--gid", "1000", "--cap-drop", "ALL", "--die-with-parent", "--new-session"));
        if (sandbox.modern()) {
            flags.add("--disable-userns");
        }
        SYSTEM.forEach(name -> addSystem(flags, Path.of(name)));
        flags.addAll(List.of("--ro-bind", "/etc", "/etc"));
        Secrets.OF_ETC.forEach(secret -> flags.addAll(Files.isDirectory(secret)
                ? List.of("--tmpfs", secret.toString()) : List.of("--ro-bind", "/dev/null", secret.toString())));
        flags.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        FACTS.forEach(fact -> flags.addAll(List.of("--ro-bind-try", fact, fact)));
        flags.addAll(List.of("--dir", "/run", "--dir", "/var", "--symlink", "/run", "/var/run", "--symlink", "/tmp", "/var/tmp"));
        if (sandbox.modern()) {
            flags.addAll(List.of("--size", Long.toString(TEMP_BYTES)));
        }
        flags.addAll(List.of("--tmpfs", TEMP, "--dir", HOME));
        for (Mount mount : sandbox.mounts()) {
            flags.addAll(List.of(mount.writable() ? "--bind" : "--ro-bind", mount.source().toString(), mount.target().toString()));
        }
        flags.addAll(List.of("--remount-ro", "/", "--chdir", sandbox.seenAs(folder).toString(), "--clearenv"));
        variables.forEach((name, value) -> flags.addAll(List.of("--setenv", name, value)));
        flags.add("--");
        return flags;
    }

    private static void addSystem(List<String> flags, Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                flags.addAll(List.of("--symlink", Files.readSymbolicLink(path).toString(), path.toString()));
            } else if (Files.isDirectory(path)) {
                flags.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        } catch (IOException _) {
            flags.addAll(List.of("--ro-bind-try", path.toString(), path.toString()));
        }
    }

    private static List<Path> privateBelow(Path root) {
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.<FileVisitOption>of(), 4, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean hidden = isPrivate(folder, PosixFilePermission.OTHERS_EXECUTE);
                    if (hidden) {
                        found.add(folder);
                    }
                    return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && isPrivate(file, PosixFilePermission.OTHERS_READ)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException unreadable) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException _) {
            return List.of();
        }
        return List.copyOf(found);
    }

    private static boolean isPrivate(Path path, PosixFilePermission needed) {
        try {
            return !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS).contains(needed);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
