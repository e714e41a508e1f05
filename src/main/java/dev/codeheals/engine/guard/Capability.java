package dev.codeheals.engine.guard;

/// What code can do beyond computing.
enum Capability {
    NETWORK("new-network", "reaches the network"),
    PROCESS("new-process", "starts or signals processes or threads"),
    CODE("new-code-execution", "runs or imports code that is not written here"),
    NATIVE("new-native-code", "calls native code"),
    FILES("new-file-access", "reads or writes files in a new way"),
    ENVIRONMENT("new-environment-access", "reads the environment or the user's accounts"),
    SYSTEM("new-system-access", "changes how Python or the machine works"),
    EXIT("new-exit", "ends the program or skips tests"),
    ENCODED("encoded-text", "hides something in encoded text"),
    REFLECTION("new-reflection", "reaches into Python's own workings"),
    SILENCE("silenced-errors", "takes errors or a condition out of work"),
    DEPENDENCY("new-dependency", "imports a package the project did not use");

    private final String code;
    private final String meaning;

    Capability(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    String code() {
        return code;
    }

    /// What the patch does, to follow "The fix".
    String meaning() {
        return meaning;
    }
}
