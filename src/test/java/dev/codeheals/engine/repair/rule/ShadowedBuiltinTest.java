package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ShadowedBuiltinTest {
    private final RuleExamples examples = RuleExamples.of(new ShadowedBuiltin());

    @Test
    void aListNamedList() {
        examples.heals("""
                def unique(items):
                    list = []
                    for item in items:
                        if item not in list:
                            list.append(item)
                    return list(sorted(list))

                assert unique([2, 1, 2]) == [1, 2]
                """, "list_ = []");
    }

    @Test
    void aTextNamedStr() {
        examples.heals("""
                str = "n="
                n = 3
                assert str + str(n) == "n=3"
                """, "str_ = \"n=\"");
    }

    @Test
    void aNumberNamedSum() {
        examples.heals("""
                def total(xs):
                    sum = 0
                    sum += 1
                    return sum(xs) - sum

                try:
                    assert total([1, 2]) == 2
                finally:
                    pass
                """, "sum_ = 0");
    }

    @Test
    void aLoopVariable() {
        examples.heals("""
                for id in [1]:
                    print(id(id))
                """, "for id_ in");
    }

    @Test
    void aDictNamedDict() {
        examples.heals("""
                dict = {"a": 1}
                assert dict(b=dict["a"]) == {"b": 1}
                """, "dict_ = {\"a\": 1}");
    }

    @Test
    void leavesOwnFunctions() {
        examples.leavesAlone("""
                def list(x):
                    return 3

                list(1)()
                """);
    }

    @Test
    void leavesCalledNumbers() {
        examples.leavesAlone("""
                n = 3
                n(1)
                """);
    }

    @Test
    void leavesMissingArguments() {
        examples.leavesAlone("""
                len()
                """);
    }
}
