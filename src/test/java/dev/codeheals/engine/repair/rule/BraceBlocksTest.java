package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BraceBlocksTest {
    private final RuleExamples examples = RuleExamples.of(new BraceBlocks());

    @Test
    void aFunction() {
        examples.heals("""
                def twice(n) {
                    return n * 2
                }
                assert twice(2) == 4
                """, "def twice(n):");
    }

    @Test
    void aCondition() {
        examples.heals("""
                n = 2
                if n > 1 {
                    print("many")
                }
                """, "if n > 1:");
    }

    @Test
    void anElse() {
        examples.heals("""
                n = 0
                if n > 1 {
                    raise SystemExit(1)
                } else {
                    print("few")
                }
                """, "else:");
    }

    @Test
    void aLoop() {
        examples.heals("""
                for n in [1, 2] {
                    print(n)
                }
                """, "for n in [1, 2]:");
    }

    @Test
    void aClass() {
        examples.heals("""
                class A {
                    x = 1
                }
                assert A.x == 1
                """, "class A:");
    }

    @Test
    void leavesADict() {
        examples.leavesAlone("""
                table = {
                    "a": 1
                    "b": 2
                }
                """);
    }

    @Test
    void leavesASet() {
        examples.leavesAlone("""
                print({1, 2}[0])
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                if True
                    pass
                """);
    }
}
