package dev.codeheals.project;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where this program keeps its own files.
public final class DataFolder {
    private DataFolder() {}

    /// The folder the user asked for, else {@code CODEHEALS_HOME}, else the platform's own place.
    ///
    /// @param asked from {@code --data}; null if not given
    public static Path choose(@Nullable Path asked, Map<String, String> environment, String osName, Path home) {
        if (asked != null) {
            return asked.toAbsolutePath().normalize();
        }
        String variable = environment.get("CODEHEALS_HOME");
        if (variable != null && !variable.isBlank()) {
            return Path.of(variable).toAbsolutePath().normalize();
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null || local.isBlank() ? home.resolve("AppData/Local") : Path.of(local)).resolve("CodeHeals");
        }
        if (os.contains("mac")) {
            return home.resolve("Library/Application Support/CodeHeals");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg)).resolve("codeheals");
    }

    /// The folder for this process's user.
    public static Path choose(@Nullable Path asked) {
        return choose(asked, System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }
}
