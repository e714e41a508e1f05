package dev.codeheals.engine.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Ends a program when this application dies while it is still being started: sandboxes see to that themselves, but only once they are up.
final class Leash {
    /// By now the kernel ends this process with its parent; a parent that was gone before then is not the expected one.
    private static final String CHECK = "[ \"$PPID\" = \"$0\" ] && exec \"$@\"";

    private Leash() {}

    /// What stands before a program that this application starts; empty where the system has no such tool.
    static List<String> words() {
        return words(ProcessHandle.current().pid());
    }

    /// @param parent what is to be alive when the program begins
    static List<String> words(long parent) {
        Optional<Path> setpriv = Programs.system("setpriv");
        Optional<Path> shell = Programs.system("sh");
        return setpriv.isEmpty() || shell.isEmpty() ? List.of()
                : List.of(setpriv.get().toString(), "--pdeathsig", "KILL", shell.get().toString(), "-c", CHECK, Long.toString(parent));
    }
}
