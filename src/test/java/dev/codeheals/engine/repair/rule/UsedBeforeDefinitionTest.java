package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class UsedBeforeDefinitionTest {
    private final RuleExamples examples = RuleExamples.of(new UsedBeforeDefinition());

    @Test
    void movesACallToTheEnd() {
        examples.heals("""
                assert main() == 3

                def main():
                    return 3
                """, "    return 3\n\nassert main() == 3\n");
    }

    @Test
    void movesAConstantUp() {
        examples.heals("""
                class Pool:
                    size = LIMIT * 2

                LIMIT = 3
                assert Pool.size == 6
                """, "LIMIT = 3\nclass Pool:");
    }

    @Test
    void movesTheCallBehindItsHelper() {
        examples.heals("""
                def main():
                    return helper()

                if __name__ == "__main__":
                    assert main() == 2

                def helper():
                    return 2
                """, "    return 2\n\nif __name__ == \"__main__\":");
    }

    @Test
    void movesABaseClassUp() {
        examples.heals("""
                class Child(Base):
                    pass

                class Base:
                    kind = "base"

                assert Child.kind == "base"
                """, "class Base:");
    }

    @Test
    void movesTheLoop() {
        examples.heals("""
                for i in range(2):
                    print(double(i))

                def double(x):
                    return x * 2
                """, "    return x * 2\n\nfor i in range(2):");
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                main()
                """);
    }

    @Test
    void leavesLocalsAlone() {
        examples.leavesAlone("""
                def f():
                    print(x)
                    x = 1

                f()
                """);
    }

    @Test
    void leavesAccumulatorsAlone() {
        examples.leavesAlone("""
                for i in range(3):
                    total += i
                """);
    }
}
