package dev.codeheals.ui;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the desktop's own arguments.
final class Arguments {
    private Arguments() {}

    /// {@code --project DIR}, {@code --data DIR} (also joined by an equals sign) {@code --demo} and {@code --rehearse}; others are ignored.
    static LaunchOptions read(List<String> arguments) {
        String project = value(arguments, "--project");
        String data = value(arguments, "--data");
        return new LaunchOptions(project == null ? null : Path.of(project), arguments.contains("--demo"), data == null ? null : Path.of(data),
                arguments.contains("--rehearse"));
    }

    private static @Nullable String value(List<String> arguments, String name) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(name + "=")) {
                return argument.substring(name.length() + 1);
            }
            if (argument.equals(name) && i + 1 < arguments.size()) {
                return arguments.get(i + 1);
            }
        }
        return null;
    }
}
