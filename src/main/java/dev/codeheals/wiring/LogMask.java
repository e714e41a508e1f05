package dev.codeheals.wiring;

import dev.codeheals.engine.repair.model.KnownSecrets;
import dev.codeheals.engine.repair.model.Redaction;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of lines for the log.
///
/// What secrets look like is read with the first line: most starts write none, and reading it takes a good part of a start.
final class LogMask implements UnaryOperator<String> {
    private final Path dataFolder;
    private @Nullable Redaction redaction;

    LogMask(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    @Override
    public synchronized String apply(String line) {
        Redaction known = redaction;
        if (known == null) {
            known = Redaction.of(KnownSecrets.of(System.getenv(), Set.of(), Set.of(System.getProperty("user.name", ""))), dataFolder);
            redaction = known;
        }
        return known.mask(line);
    }
}
