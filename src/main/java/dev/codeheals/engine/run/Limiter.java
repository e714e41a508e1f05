package dev.codeheals.engine.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The program that sets resource limits and then becomes the command.
///
/// @param words      its own arguments
/// @param dashes     what stands before a limit's name
/// @param supervises whether it also ends what the command leaves running
record Limiter(List<String> words, String dashes, boolean supervises) {
    static final Limiter NONE = new Limiter(List.of(), "", false);
    /// Address space may be reserved without being used (thread arenas, memory maps); only data counts in full.
    private static final long SPACE_FOR_DATA = 8;

    static Limiter supervisor(Path python, PythonFiles files) {
        return new Limiter(List.of(python.toString(), "-I", "-S", "-B", files.file("codeheals_limits.py").toString()), "", true);
    }

    /// For a place where survivors die anyway.
    static Limiter insideSandbox() {
        Optional<Path> prlimit = Programs.system("prlimit");
        return prlimit.map(path -> new Limiter(List.of(path.toString()), "--", false)).orElse(NONE);
    }

    /// What stands before the command so that it runs within the limits.
    ///
    /// @param writable the only places it may write to, where the platform can see to that; empty if it may write anywhere
    List<String> before(Limits limits, List<Path> writable) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<String> all = new ArrayList<>(words);
        all.add(dashes + "data=" + limits.memory());
        all.add(dashes + "as=" + limits.memory() * SPACE_FOR_DATA);
        all.add(dashes + "fsize=" + limits.fileSize());
        all.add(dashes + "core=0");
        all.add(dashes + "nofile=" + 4096);
        // Without a namespace of its own this limit counts all processes of the user, so it would stop honest runs.
        if (!supervises) {
            all.add(dashes + "nproc=" + limits.processes());
        }
        if (supervises) {
            all.addAll(supervised(writable));
        }
        return all;
    }

    private static List<String> supervised(List<Path> writable) {
        return Stream.of(writable.stream().map(place -> "write=" + place), Stream.of("parent=" + ProcessHandle.current().pid(), "--"))
                .flatMap(words -> words).toList();
    }

    /// What stands before a command that limits its own children.
    List<String> beforeUnlimited(List<Path> writable) {
        if (!supervises) {
            return List.of();
        }
        List<String> all = new ArrayList<>(words);
        all.addAll(supervised(writable));
        return all;
    }
}
