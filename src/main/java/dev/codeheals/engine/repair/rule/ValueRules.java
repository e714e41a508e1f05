package dev.codeheals.engine.repair.rule;

import java.util.List;

/// The rules about types and values.
final class ValueRules {
    private ValueRules() {}

    static List<RepairRule> all() {
        return List.of(new TextAndNumber(), new TextComparedWithNumber(), new NumberNotIterable(), new WholeNumberWanted(), new UnhashableKey(),
                new NotJson(), new ChangedWhileIterating(), new IndexBeyondEnd(), new EmptyInput(), new NumberText(), new BytesAndText(),
                new ListAndScalar(), new RecordsByName(), new MissingKey(), new MissingFile(), new LazySequence(), new MutableDefault(),
                new SharedClassAttribute(), new LateBinding(), new SpentIterator(), new DateFormat(),
                new NaiveAndAware(), new LostFPrefix(), new LoadOrLoads(), new RecursionWithoutBase(), new UnpackingCount(), new UnhashableObject(),
                new SpecialSignature(), new KeywordOnly(), new WrongExceptionType(), new WrongDelimiter(), new TextHandedOn(), new NumberForDuration(),
                new MisspeltOverride(), new ForwardedKeyword(), new MisspeltSetting(), new ComposedPath(), new LostProperty(), new UnorderedItems(),
                new LostCollection(), new UndeclaredEncoding(), new MisspeltFixture(), new HiddenMethod(), new UndecoratedContext(), new SpacedColumns(), new NumberFormat(), new LogLevelName(), new UnknownGroup(),
                new UndeclaredOption(), new PathPlusText(), new PickFromSet(), new TextInRecord(), new WrongContainer(), new BlankRow(),
                new PathForFile());
    }
}
