package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class MethodNotCalledTest {
    private final RuleExamples examples = RuleExamples.of(new MethodNotCalled());

    @Test
    void callsAMethod() {
        examples.heals("""
                class Cart:
                    def total(self):
                        return 3

                def price(cart):
                    return cart.total + 1

                assert price(Cart()) == 4
                """, "cart.total() + 1");
    }

    @Test
    void callsAStringMethod() {
        examples.heals("""
                def words(text):
                    out = []
                    for w in text.split:
                        out.append(w)
                    return out

                assert words("a b") == ["a", "b"]
                """, "for w in text.split():");
    }

    @Test
    void callsWhereTheVariableWasSet() {
        examples.heals("""
                class User:
                    def name(self):
                        return "a"

                def show(user):
                    name = user.name
                    return "Hi " + name

                assert show(User()) == "Hi a"
                """, "    name = user.name()\n");
    }

    @Test
    void callsAFunction() {
        examples.heals("""
                def limit():
                    return 3

                assert limit + 1 == 4
                """, "limit() + 1");
    }

    @Test
    void callsForLen() {
        examples.heals("""
                def size(d):
                    return len(d.keys)

                assert size({1: 2}) == 1
                """, "len(d.keys())");
    }

    @Test
    void callsForAComparison() {
        examples.heals("""
                class Square:
                    def __init__(self, a):
                        self.a = a

                    def area(self):
                        return self.a ** 2

                    def bigger(self, other):
                        return self.area > other.area()

                assert Square(2).bigger(Square(1))
                """, "self.area() > other.area()");
    }

    @Test
    void leavesCalledMethodsAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x.upper() + 1

                f("a")
                """);
    }

    @Test
    void leavesNoneAlone() {
        examples.leavesAlone("""
                def f(x):
                    return x + 1

                f(None)
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                print(x + 1)
                """);
    }

    @Test
    void twoMethodsThatAreCompared() {
        examples.heals("""
                class Crate:
                    def __init__(self, kilos):
                        self.kilos = kilos

                    def weight(self):
                        return self.kilos * 2

                def heavier(one, other):
                    return one if one.weight > other.weight else other

                assert heavier(Crate(3), Crate(5)).kilos == 5
                """, "one.weight() > other.weight()");
    }
}
