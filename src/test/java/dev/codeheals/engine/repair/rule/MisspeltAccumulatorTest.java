package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltAccumulatorTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltAccumulator());

    @Test
    void renamesTheFirstValue() {
        examples.heals("""
                def add(xs):
                    totl = 0
                    for x in xs:
                        total += x
                    return total

                assert add([1, 2]) == 3
                """, "    total = 0");
    }

    @Test
    void renamesTheSlip() {
        examples.heals("""
                def positives(xs):
                    count = 0
                    for x in xs:
                        if x > 0:
                            cuont += 1
                    print(count)
                    return count

                assert positives([1]) == 1
                """, "            count += 1");
    }

    @Test
    void worksAtTopLevel() {
        examples.heals("""
                counter = 0
                for i in range(3):
                    countr = countr + 1
                print(counter)
                if counter == 0:
                    assert False
                """, "counter = counter + 1");
    }

    @Test
    void renamesAParameter() {
        examples.heals("""
                def pay(balance, amount):
                    balnce -= amount
                    return balance

                assert pay(3, 1) == 2
                """, "    balance -= amount");
    }

    @Test
    void renamesALongName() {
        examples.heals("""
                def longest(words):
                    longst_word = ""
                    for w in words:
                        if len(w) > len(longest_word):
                            longest_word = w
                    return longest_word

                assert longest(["a", "bb"]) == "bb"
                """, "    longest_word = \"\"");
    }

    @Test
    void leavesUnlikeNamesAlone() {
        examples.leavesAlone("""
                def f(xs):
                    start = 0
                    for x in xs:
                        result += x
                    return result

                f([1])
                """);
    }

    @Test
    void leavesGlobalsAlone() {
        examples.leavesAlone("""
                count = 0

                def f():
                    count += 1

                f()
                """);
    }

    @Test
    void leavesUndefinedNamesAlone() {
        examples.leavesAlone("""
                def f(count):
                    return cuont

                f(1)
                """);
    }
}
