package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MergeConflictTest {
    private final RuleExamples examples = RuleExamples.of(new MergeConflict());

    @Test
    void keepsThisSide() {
        examples.heals("""
                <<<<<<< HEAD
                x = 1
                =======
                x = 2
                >>>>>>> other
                """, "x = 1");
    }

    @Test
    void keepsAllConflictsOfOneSide() {
        examples.heals("""
                <<<<<<< HEAD
                a = 1
                =======
                a = 2
                >>>>>>> other
                <<<<<<< HEAD
                b = 1
                =======
                b = 2
                >>>>>>> other
                """, "a = 1\n", "b = 1");
    }

    @Test
    void keepsWhatIsAround() {
        examples.heals("""
                start = 0
                <<<<<<< HEAD
                middle = 1
                =======
                middle = 2
                >>>>>>> topic
                end = 3
                """, "start = 0", "end = 3");
    }

    @Test
    void insideAFunction() {
        examples.heals("""
                def f():
                <<<<<<< HEAD
                    return 1
                =======
                    return 2
                >>>>>>> other

                assert f() == 1
                """, "    return 1");
    }

    @Test
    void anEmptySide() {
        examples.heals("""
                <<<<<<< HEAD
                =======
                x = 2
                >>>>>>> other
                y = 3
                """, "y = 3");
    }

    @Test
    void leavesAShift() {
        examples.leavesAlone("""
                x = 1 << << 2
                """);
    }

    @Test
    void leavesAComparison() {
        examples.leavesAlone("""
                print(1 < "a")
                """);
    }

    @Test
    void leavesAHeading() {
        examples.leavesAlone("""
                =======
                x = 1
                """);
    }

    @Test
    void saysHowToGoOn() {
        examples.advises("""
                <<<<<<< HEAD
                x = 1
                =======
                x = 2
                >>>>>>> other
                """, "Keep one side");
    }
}
