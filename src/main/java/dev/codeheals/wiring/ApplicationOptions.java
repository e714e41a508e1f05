package dev.codeheals.wiring;

import java.nio.file.Path;

/// How to build the application.
///
/// @param dataFolder where history and knowledge are kept
/// @param model      which language model may be asked
public record ApplicationOptions(Path dataFolder, ModelChoice model) {
    public static ApplicationOptions offline(Path dataFolder) {
        return new ApplicationOptions(dataFolder, new ModelChoice.Offline());
    }
}
