package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class GlobalOrNonlocalTest {
    private final RuleExamples examples = RuleExamples.of(new GlobalOrNonlocal());

    @Test
    void declaresACounterGlobal() {
        examples.heals("""
                count = 0

                def step():
                    count += 1
                    return count

                assert step() == 1
                """, "def step():\n    global count\n    count += 1");
    }

    @Test
    void declaresNonlocalInAClosure() {
        examples.heals("""
                def counter():
                    total = 0

                    def add(n):
                        total = total + n
                        return total
                    return add

                add = counter()
                assert add(2) + add(3) == 7
                """, "nonlocal total");
    }

    @Test
    void placesItAfterTheDocstring() {
        examples.heals("""
                log = ""

                def add(text):
                    \"""Adds.\"""
                    log = log + text
                    return log

                assert add("a") == "a"
                """, "\"\"\"Adds.\"\"\"\n    global log");
    }

    @Test
    void keepsTheIndentation() {
        examples.heals("""
                hits = 0

                def hit():
                	hits += 1
                	return hits

                assert hit() == 1
                """, "	global hits");
    }

    @Test
    void declaresInAMethod() {
        examples.heals("""
                next_id = 1

                class User:
                    def __init__(self):
                        self.id = next_id
                        next_id += 1

                assert User().id == 1 and User().id == 2
                """, "        global next_id");
    }

    @Test
    void leavesFunctionsAlone() {
        examples.leavesAlone("""
                def total():
                    return 1

                def f():
                    total = total() + 1
                    return total

                f()
                """);
    }

    @Test
    void leavesLocalsWithoutOuterOnesAlone() {
        examples.leavesAlone("""
                def f(xs):
                    for x in xs:
                        found = x
                    return found

                f([])
                """);
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                def f():
                    return nothing

                f()
                """);
    }

    @Test
    void aResetThatSetsItInVainGetsTheWordToo() {
        examples.heals("""
                tickets = 0

                def draw():
                    tickets += 1
                    return tickets

                def reset():
                    tickets = 0

                draw()
                reset()
                assert draw() == 1
                """, "def reset():\n    global tickets");
    }
}
