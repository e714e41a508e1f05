package dev.codeheals.engine.repair.rule;

import java.util.List;

/// The rules about names, imports, attributes, calls and keys.
final class ReferenceRules {
    private ReferenceRules() {}

    static List<RepairRule> all() {
        return List.of(
                new MissingStdlibImport(), new MissingFromImport(), new KnownAliasImport(), new ImportAsElsewhere(),
                new ProjectSymbolImport(), new QualifiedName(), new MovedApi(), new ExceptionMessageAttribute(), new HandlerName(), new MisspeltName(),
                new CaseSlip(), new ForgottenSelf(), new UndefinedSelf(), new UnquotedString(), new UsedBeforeDefinition(),
                new GlobalOrNonlocal(), new HoistedDefault(), new MisspeltAccumulator(), new ShadowedByOwnAssignment(),
                new MisspeltAttribute(), new MisspeltModuleAttribute(), new SubmoduleImport(), new MisspeltModule(), new RenamedModule(),
                new ImportOfAttribute(), new ProjectModulePath(), new MissingDistribution(), new MisspeltImportName(),
                new NameLivesElsewhere(), new CircularImport(), new ShadowedStdlib(), new MisspeltKeyword(), new MovedKeyword(),
                new MissingSelfParameter(), new MissingArgument(), new ExtraArgument(), new GroupedArguments(), new DuplicateArgument(),
                new ClassNotInstantiated(), new IsinstanceArguments(), new MissingReturn(), new InPlaceResult(), new NoneGuard(),
                new MisspeltDunder(), new UnkeptValue(), new SuperInitMissing(), new UnsetAttribute(), new DictAttribute(),
                new SubscriptedObject(), new MethodNotCalled(), new ValueCalled(), new AbstractMethod(), new DataclassFieldOrder(),
                new DataclassMutableDefault(), new EnumMember(), new RecursiveProperty(), new PropertyWithoutSetter(), new SpecialResult(),
                new NotAnException(), new SuperMisuse(), new MissingAwait(), new WrongAwait(), new MisspeltKey(), new KeyConversion(),
                new DriftedKey(), new FormatField(), new PercentFormat(), new BomColumn(), new ComparisonAsStatement(), new WrongLevel(),
                new GeneratorCoroutine(), new LostInitialValue(), new LostClassMethod(), new LostDataclass(), new SpreadArgument(), new UnawaitedCall(), new ShadowedBuiltin(), new EnterWithoutSelf(), new PrintRedirect(), new WrongExportList(),
                new LostMainGuard());
    }
}
