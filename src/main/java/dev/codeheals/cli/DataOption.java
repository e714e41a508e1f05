package dev.codeheals.cli;

import dev.codeheals.project.DataFolder;
import dev.codeheals.wiring.Application;
import dev.codeheals.wiring.ApplicationOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// {@code --data}, shared by every command that needs the store.
final class DataOption {
    @Option(names = "--data", paramLabel = "DIR",
            description = "Where history and knowledge are kept. Default: CODEHEALS_HOME, else the platform's own place.")
    @Nullable Path folder;

    Application open() {
        return open(ApplicationOptions.offline(DataFolder.choose(folder)));
    }

    static Application open(ApplicationOptions options) {
        return Application.open(options);
    }

    Path chosen() {
        return DataFolder.choose(folder);
    }
}
