package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NotAnExceptionTest {
    private final RuleExamples examples = RuleExamples.of(new NotAnException());

    @Test
    void raisesNotImplementedError() {
        examples.heals("""
                class Shape:
                    def area(self):
                        raise NotImplemented("later")

                try:
                    Shape().area()
                except NotImplementedError:
                    pass
                """, "raise NotImplementedError(\"later\")");
    }

    @Test
    void raisesNotImplementedErrorUncalled() {
        examples.heals("""
                class Shape:
                    def area(self):
                        raise NotImplemented

                try:
                    Shape().area()
                except NotImplementedError:
                    pass
                """, "        raise NotImplementedError\n");
    }

    @Test
    void raisesText() {
        examples.heals("""
                def check(x):
                    if x < 0:
                        raise "negative"
                    return x

                try:
                    check(-1)
                except Exception as e:
                    assert str(e) == "negative"
                """, "raise Exception(\"negative\")");
    }

    @Test
    void derivesFromException() {
        examples.heals("""
                class StockError:
                    pass

                def sell(n):
                    if n > 1:
                        raise StockError

                try:
                    sell(2)
                except StockError:
                    pass
                """, "class StockError(Exception):");
    }

    @Test
    void derivesInParentheses() {
        examples.heals("""
                class StockError():
                    def __init__(self, text):
                        self.text = text

                try:
                    raise StockError("a")
                except StockError as e:
                    assert e.text == "a"
                """, "class StockError(Exception):");
    }

    @Test
    void catchesATuple() {
        examples.heals("""
                def f(x):
                    try:
                        return int(x)
                    except [KeyError, ValueError]:
                        return 0

                assert f("a") == 0
                """, "except (KeyError, ValueError):");
    }

    @Test
    void leavesExceptionsAlone() {
        examples.leavesAlone("""
                raise ValueError("a")
                """);
    }

    @Test
    void leavesOtherErrorsAlone() {
        examples.leavesAlone("""
                raise x
                """);
    }

    @Test
    void leavesNumbersAlone() {
        examples.leavesAlone("""
                len(3)
                """);
    }
}
