package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class CircularImportTest {
    private final RuleExamples examples = RuleExamples.of(new CircularImport());

    @Test
    void anImportThatNobodyNeeds() {
        examples.heals("""
                from ledger import Book

                assert Book().total() == 0
                #--- ledger.py
                from cents import zero

                class Book:
                    def total(self):
                        return zero()
                #--- cents.py
                from ledger import Book

                def zero():
                    return 0
                """, "def zero():");
    }

    @Test
    void movesTheImportIntoTheFunction() {
        examples.heals("""
                import a

                assert a.f(3) == 0
                #--- a.py
                from b import g

                def f(n):
                    return g(n) if n else 0
                #--- b.py
                from a import f


                def g(n):
                    return f(n - 1)
                """, "def g(n):\n    from a import f\n    return f(n - 1)");
    }

    @Test
    void movesItIntoEveryFunctionThatUsesIt() {
        examples.heals("""
                import a

                assert a.f(1) == 0
                #--- a.py
                from b import g

                def f(n):
                    return g(n) if n else 0
                #--- b.py
                import os
                from a import f


                def size():
                    return f(0)


                def g(n):
                    return f(n - 1)
                """, "def size():\n    from a import f\n", "def g(n):\n    from a import f\n");
    }

    @Test
    void movesItIntoAMethod() {
        examples.heals("""
                import orders

                assert orders.Order(orders.User("a")).user.order().user.name == "a"
                #--- orders.py
                from users import User

                class Order:
                    def __init__(self, user):
                        self.user = user
                        assert isinstance(user, User)
                #--- users.py
                from orders import Order


                class User:
                    def __init__(self, name):
                        self.name = name

                    def order(self):
                        return Order(self)
                """, "        from orders import Order\n        return Order(self)");
    }

    @Test
    void movesTheOtherImportWhereThisOneIsNeededAtOnce() {
        examples.heals("""
                import a

                assert a.f(1)
                #--- a.py
                from b import B

                class A:
                    pass

                def f(n):
                    return B()
                #--- b.py
                from a import A

                class B(A):
                    pass
                """, "def f(n):\n    from b import B\n");
    }

    @Test
    void keepsTheDocstringFirst() {
        examples.heals("""
                import a

                assert a.f(1) == 0
                #--- a.py
                from b import g

                def f(n):
                    return g(n) if n else 0
                #--- b.py
                from a import f

                def g(n):
                    \"""Counts down.\"""
                    return f(n - 1)
                """, "    \"\"\"Counts down.\"\"\"\n    from a import f\n    return");
    }

    @Test
    void leavesMissingNamesAlone() {
        examples.leavesAlone("""
                from math import frobnicate
                """);
    }

    @Test
    void leavesMissingModulesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }

    @Test
    void leavesCirclesNeededAtOnceAlone() {
        examples.leavesAlone("""
                import a
                #--- a.py
                from b import B
                class A(B):
                    pass
                #--- b.py
                from a import A
                class B(A):
                    pass
                """);
    }
}
