package dev.codeheals.engine.repair.rule;

import java.util.List;

/// The rules about names, imports, attributes and calls.
final class ReferenceRules {
    private ReferenceRules() {}

    static List<RepairRule> all() {
        return List.of(
                new MissingStdlibImport(), new MissingFromImport(), new KnownAliasImport(), new ImportAsElsewhere(), new ProjectSymbolImport(),
                new QualifiedName(), new MovedApi(), new ExceptionMessageAttribute(), new MisspeltName(),
                new CaseSlip(), new ForgottenSelf(), new UndefinedSelf(), new UnquotedString(), new UsedBeforeDefinition(),
                new GlobalOrNonlocal(), new HoistedDefault(), new MisspeltAccumulator(), new ShadowedByOwnAssignment(),
                new MisspeltAttribute(), new MisspeltModuleAttribute());
    }
}
