package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltNameTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltName());

    @Test
    void renamesAMisspeltParameter() {
        examples.heals("""
                def area(width, height):
                    return width * heigth

                assert area(2, 3) == 6
                """, "return width * height");
    }

    @Test
    void renamesEveryUseOfAMisspeltModuleVariable() {
        examples.heals("""
                CUSTOMERS = {"ann": 3, "bob": 5}

                def best():
                    name = max(CUSTMERS, key=lambda n: CUSTMERS[n])
                    return name, CUSTMERS[name]

                assert best() == ("bob", 5)
                """, "name = max(CUSTOMERS, key=lambda n: CUSTOMERS[n])", "return name, CUSTOMERS[name]");
    }

    @Test
    void mendsTheBindingWhereAllReadersAgree() {
        examples.heals("""
                def report(rows):
                    recieved = [r for r in rows if r > 0]
                    print(len(received), "rows")
                    for row in received:
                        print(row)
                    return sum(received)

                assert report([1, -2, 3]) == 4
                """, "received = [r for r in rows if r > 0]");
    }

    @Test
    void findsAMisspeltBuiltinThatIsCalled() {
        examples.heals("""
                def squares(limit):
                    return [n * n for n in rnage(limit)]

                assert squares(3) == [0, 1, 4]
                """, "for n in range(limit)");
    }

    @Test
    void prefersTheNameThatFitsTheUse() {
        examples.heals("""
                def collect(items):
                    results = []
                    result = 0
                    for item in items:
                        result += item
                        reslts.append(result)
                    return results

                assert collect([1, 2]) == [1, 3]
                """, "results.append(result)");
    }

    @Test
    void takesTheLoopVariableNobodyReads() {
        examples.heals("""
                class Cart:
                    def __init__(self, prices):
                        self.prices = prices

                    def total(self):
                        amount = 0
                        for price in self.prices:
                            amount += p
                        return amount

                assert Cart([1, 2, 3]).total() == 6
                """, "amount += price");
    }

    @Test
    void leavesAMissingImportAlone() {
        examples.leavesAlone("""
                def load(text):
                    return json.loads(text)

                load("{}")
                """);
    }

    @Test
    void leavesANameAloneThatIsBoundLater() {
        examples.leavesAlone("""
                print(total_price)
                total_price = 3
                """);
    }

    @Test
    void leavesUnlikeNamesAlone() {
        examples.leavesAlone("""
                def convert(celsius):
                    offset = 32
                    return celsius * factor + offset

                convert(3)
                """);
    }

    @Test
    void aNameOfAnAssignmentExpression() {
        examples.heals("""
                import re

                def port(line):
                    if match := re.search(r"port=(\\d+)", line):
                        return int(mach.group(1))
                    return None

                assert port("port=80") == 80
                """, "match.group(1)");
    }

    @Test
    void aNameOfADecorator() {
        examples.heals("""
                import functools

                def traced(func):
                    @functools.wraps(func)
                    def wrapper(*args, **kwargs):
                        return func(*args, **kwargs), f"{fucn.__name__}"
                    return wrapper

                @traced
                def one():
                    return 1

                assert one() == (1, "one")
                """, "{func.__name__}");
    }
}
