package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.Parsed;
import dev.codeheals.engine.source.PythonParser;
import dev.codeheals.engine.source.Scopes;
import dev.codeheals.engine.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// What all faults of one request share: the request and everything derived from the project's text, computed once on first use.
public final class Scene {
    private final RepairRequest request;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final Map<String, Scopes> scopes = new ConcurrentHashMap<>();

    public Scene(RepairRequest request) {
        this.request = request;
    }

    public RepairRequest request() {
        return request;
    }

    Parsed parsed(SourceFile source) {
        return parsed.computeIfAbsent(source.path(), _ -> PythonParser.parse(source));
    }

    /// The symbol tables of a file.
    public Scopes scopes(Parsed file) {
        return scopes.computeIfAbsent(file.source().path(), _ -> Scopes.of(file));
    }

    /// A file of the project, parsed; empty if there is none or it is not text.
    public Optional<Parsed> parsed(String path) {
        return request.project().file(path).map(this::parsed);
    }
}
