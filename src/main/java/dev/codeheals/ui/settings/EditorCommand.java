package dev.codeheals.ui.settings;

import dev.codeheals.engine.run.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the user's editor opens a file at a line: a command with {@code {file}} and {@code {line}} in it.
public final class EditorCommand {
    public static final String PREFERENCE = "editor";

    private EditorCommand() {}

    /// The command for a place; places are filled in after the text was split, so that no name of a file can add an argument.
    ///
    /// @return empty where no editor was chosen
    /// @throws IllegalArgumentException if the text is no command
    public static Optional<Command> at(String template, Path file, int line) {
        if (template.isBlank()) {
            return Optional.empty();
        }
        List<String> arguments = Command.parse(template).arguments();
        boolean placed = template.contains("{file}");
        List<String> filled = arguments.stream().map(word -> word.replace("{line}", String.valueOf(line)).replace("{file}", file.toString())).toList();
        return Optional.of(new Command(placed ? filled : Stream.concat(filled.stream(), Stream.of(file.toString())).toList()));
    }
}
