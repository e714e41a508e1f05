package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A project file that hides a standard-library module of the same name. The file has to be renamed by a person.
final class ShadowedStdlib implements RepairRule {

    @Override
    public String id() {
        return "shadowed-stdlib";
    }

    @Override
    public Set<String> answers() {
        return Set.of("RES.CANNOT_IMPORT_NAME", "RES.MODULE_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return List.of();
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        Optional<String> module = MissingAttribute.of(fault).filter(m -> m.owner() == MissingAttribute.Owner.MODULE)
                .filter(m -> exports(fault, m.ownerName(), m.attribute())).map(MissingAttribute::ownerName)
                .or(() -> MissingExport.of(fault).filter(m -> exports(fault, m.module(), m.name())).map(MissingExport::module));
        return module.flatMap(m -> fault.modules().pathOf(m).map(path -> new Suggestion(id(),
                "`" + path + "` has the name of the standard library's `" + m + "` and is imported in its place.",
                "Rename `" + path + "`, for example to `my_" + path.substring(path.lastIndexOf('/') + 1) + "`, and its imports."))).stream().toList();
    }

    private static boolean exports(Fault fault, String module, String name) {
        return Stdlib.tables().export(module, name, fault.python().minor()).isPresent();
    }
}
