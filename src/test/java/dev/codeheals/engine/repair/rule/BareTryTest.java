package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class BareTryTest {
    private final RuleExamples examples = RuleExamples.of(new BareTry());

    @Test
    void aTryWithoutHandler() {
        examples.heals("""
                try:
                    n = int("4")
                print(n)
                """, "n = int(\"4\")\nprint(n)");
    }

    @Test
    void inAFunction() {
        examples.heals("""
                def f():
                    try:
                        return 3

                assert f() == 3
                """, "    return 3");
    }

    @Test
    void severalLines() {
        examples.heals("""
                try:
                    a = 1
                    b = 2
                assert a + b == 3
                """, "a = 1\nb = 2\n");
    }

    @Test
    void keepsInnerLevels() {
        examples.heals("""
                try:
                    if True:
                        x = 1
                assert x == 1
                """, "if True:\n    x = 1");
    }

    @Test
    void inALoop() {
        examples.heals("""
                for n in [1]:
                    try:
                        y = n
                    print(y)
                """, "    y = n\n");
    }

    @Test
    void leavesAWholeTry() {
        examples.leavesAlone("""
                try:
                    int("a")
                except KeyError:
                    pass
                """);
    }

    @Test
    void leavesAMissingColon() {
        examples.leavesAlone("""
                try
                    x = 1
                except ValueError:
                    pass
                """);
    }

    @Test
    void leavesOtherErrors() {
        examples.leavesAlone("""
                x = (1
                """);
    }

    @Test
    void saysWhatIsMissing() {
        examples.advises("""
                try:
                    n = 1
                print(n)
                """, "Add an except");
    }
}
