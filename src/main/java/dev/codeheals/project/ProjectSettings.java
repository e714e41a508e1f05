package dev.codeheals.project;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is remembered of one project.
///
/// @param root        real path of the folder
/// @param trusted     whether the user allowed to execute what lies in it
/// @param command     as typed; null to detect it
/// @param interpreter chosen by the user; null to find it
/// @param watching    whether changes start a run
/// @param auto        whether sure fixes may be promoted without a person
/// @param allowTests  whether fixes may change tests and test configuration
/// @param openedAt    when it was opened last
public record ProjectSettings(Path root, boolean trusted, @Nullable String command, @Nullable String interpreter, boolean watching,
                              boolean auto, boolean allowTests, Instant openedAt) {

    /// A folder seen for the first time: nothing is allowed yet.
    public static ProjectSettings unknown(Path root, Instant now) {
        return new ProjectSettings(root, false, null, null, false, false, false, now);
    }

    public ProjectSettings withTrusted(boolean value) {
        return new ProjectSettings(root, value, command, interpreter, value && watching, value && auto, allowTests, openedAt);
    }

    public ProjectSettings withCommand(@Nullable String value) {
        return new ProjectSettings(root, trusted, value, interpreter, watching, auto, allowTests, openedAt);
    }

    public ProjectSettings withInterpreter(@Nullable String value) {
        return new ProjectSettings(root, trusted, command, value, watching, auto, allowTests, openedAt);
    }

    public ProjectSettings withWatching(boolean value) {
        return new ProjectSettings(root, trusted, command, interpreter, value, auto, allowTests, openedAt);
    }

    public ProjectSettings withAuto(boolean value) {
        return new ProjectSettings(root, trusted, command, interpreter, watching, value, allowTests, openedAt);
    }

    public ProjectSettings withAllowTests(boolean value) {
        return new ProjectSettings(root, trusted, command, interpreter, watching, auto, value, openedAt);
    }

    public ProjectSettings withOpenedAt(Instant value) {
        return new ProjectSettings(root, trusted, command, interpreter, watching, auto, allowTests, value);
    }
}
