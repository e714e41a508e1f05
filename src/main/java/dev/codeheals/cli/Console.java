package dev.codeheals.cli;

import dev.codeheals.engine.guard.InvisibleText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// Where a command answers and talks: answers go to standard output, all talk to standard error.
///
/// @param terminal whether somebody looks on: progress is shown, lines may be written over
/// @param color    whether talk may be coloured: a terminal, and {@code NO_COLOR} unset
public record Console(PrintStream out, PrintStream err, boolean terminal, boolean color) {

    public static Console system() {
        Map<String, String> environment = System.getenv();
        boolean terminal = Optional.ofNullable(System.console()).map(java.io.Console::isTerminal).orElse(false);
        boolean able = terminal && !"dumb".equals(environment.get("TERM"));
        boolean color = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Console(new PrintStream(System.out, true, StandardCharsets.UTF_8), new PrintStream(System.err, true, StandardCharsets.UTF_8),
                able, color);
    }

    void answer(String line) {
        out.println(line);
    }

    /// A unified diff. A person sees invisible characters spelt out and, where colour is wanted, what comes and what goes told apart by it too;
    /// a program gets the diff as it is.
    void answerPatch(String patch) {
        patch.stripTrailing().lines().map(line -> terminal ? patchLine(InvisibleText.reveal(line)) : line).forEach(out::println);
    }

    private String patchLine(String line) {
        if (line.startsWith("diff ") || line.startsWith("--- ") || line.startsWith("+++ ")) {
            return strong(line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> good(line);
            case '-' -> bad(line);
            case '@' -> faint(line);
            default -> line;
        };
    }

    void talk(String line) {
        err.println(line);
    }

    void problem(String line) {
        err.println("codeheals: " + line);
    }

    String good(String text) {
        return painted("32", text);
    }

    String bad(String text) {
        return painted("31", text);
    }

    String faint(String text) {
        return painted("2", text);
    }

    String strong(String text) {
        return painted("1", text);
    }

    private String painted(String code, String text) {
        return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
