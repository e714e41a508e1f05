package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.RepairRequest;
import dev.codeheals.engine.source.ImportPlace;
import dev.codeheals.engine.source.ModuleIndex;
import dev.codeheals.engine.source.ModuleInfo;
import java.util.List;

/// What all faults of one request share: the request and the project's modules, each read once on first use.
public final class Scene {
    private final RepairRequest request;
    private final ModuleIndex modules;

    public Scene(RepairRequest request) {
        this.request = request;
        this.modules = new ModuleIndex(request.project());
    }

    public RepairRequest request() {
        return request;
    }

    public ModuleIndex modules() {
        return modules;
    }

    /// All modules that are not tests, so that may be changed.
    public List<ModuleInfo> ownModules() {
        return request.project().pythonFiles().stream().filter(f -> !ProjectFiles.isTest(f)).flatMap(f -> modules.byPath(f).stream()).toList();
    }

    /// Where new imports of a module go.
    public ImportPlace importPlace(ModuleInfo module) {
        return ImportPlace.of(module.parsed(), modules.topLevelNames());
    }
}
