package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MisspeltKeywordTest {
    private final RuleExamples examples = RuleExamples.of(new MisspeltKeyword());

    @Test
    void mendsAKeywordOfTheLibrary() {
        examples.heals("""
                import json

                def show(x):
                    return json.dumps(x, ident=2)

                assert show([1]) == "[\\n  1\\n]"
                """, "indent=2");
    }

    @Test
    void mendsAKeywordOfABuiltin() {
        examples.heals("""
                print(1, 2, seperator="-")
                """, "sep=\"-\"");
    }

    @Test
    void mendsAKeywordOfAFunction() {
        examples.heals("""
                def area(width, height):
                    return width * height

                assert area(width=2, heigth=3) == 6
                """, "area(width=2, height=3)");
    }

    @Test
    void mendsAKeywordOfAConstructor() {
        examples.heals("""
                class Account:
                    def __init__(self, owner, balance=0):
                        self.owner = owner
                        self.balance = balance

                assert Account(owner="a", balanse=3).balance == 3
                """, "Account(owner=\"a\", balance=3)");
    }

    @Test
    void mendsAKeywordOfAMethod() {
        examples.heals("""
                class Box:
                    size = 2

                    def scale(self, factor):
                        return self.size * factor

                    def double(self):
                        return self.scale(facter=2)

                assert Box().double() == 4
                """, "self.scale(factor=2)");
    }

    @Test
    void mendsTheParameterAllCallersName() {
        examples.heals("""
                def pay(amount, curency):
                    return f"{amount} {curency}"

                def both():
                    return pay(1, currency="EUR"), pay(amount=2, currency="USD")

                assert both() == ("1 EUR", "2 USD")
                """, "def pay(amount, currency):", "return f\"{amount} {currency}\"");
    }

    @Test
    void mendsAMethodOfSort() {
        examples.heals("""
                words = ["a", "bb"]
                words.sort(key=len, revers=True)
                assert words == ["bb", "a"]
                """, "key=len, reverse=True");
    }

    @Test
    void mendsADataclassField() {
        examples.heals("""
                from dataclasses import dataclass

                @dataclass
                class Point:
                    x: int
                    y_axis: int = 0

                assert Point(x=1, yaxis=2).y_axis == 2
                """, "Point(x=1, y_axis=2)");
    }

    @Test
    void leavesUnlikeKeywordsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f(frobnicate=1)
                """);
    }

    @Test
    void leavesMissingArgumentsAlone() {
        examples.leavesAlone("""
                def f(a):
                    return a

                f()
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                len(1)
                """);
    }
}
