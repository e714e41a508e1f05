package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NameLivesElsewhereTest {
    private final RuleExamples examples = RuleExamples.of(new NameLivesElsewhere());

    @Test
    void findsTheModuleOfTheLibrary() {
        examples.heals("""
                from os import Path

                assert Path("a").name == "a"
                """, "from pathlib import Path");
    }

    @Test
    void findsCollectionsAbc() {
        examples.fromPython(10).heals("""
                from collections import Mapping

                assert isinstance({}, Mapping)
                """, "from collections.abc import Mapping");
    }

    @Test
    void keepsWhatIsThere() {
        examples.fromPython(10).heals("""
                from collections import Iterable, OrderedDict

                assert isinstance(OrderedDict(), Iterable)
                """, "from collections.abc import Iterable", "from collections import OrderedDict\n");
    }

    @Test
    void usesTheBuiltinInstead() {
        examples.heals("""
                from itertools import izip, chain

                def pairs(a, b):
                    return list(izip(a, b))

                assert pairs([1], [2]) == [(1, 2)]
                """, "zip(a, b)");
    }

    @Test
    void findsTheProjectModule() {
        examples.heals("""
                from shop.cart import total

                assert total([1.2]) == 1
                #--- shop/__init__.py
                #--- shop/money.py
                def rounded(x):
                    return round(x)
                #--- shop/rates.py
                RATE = 2
                #--- shop/cart.py
                from shop.rates import rounded

                def total(xs):
                    return rounded(sum(xs))
                """, "from shop.money import rounded");
    }

    @Test
    void renamesAsWell() {
        examples.fromPython(11).heals("""
                from inspect import getargspec

                def names(f):
                    return getargspec(f).args

                assert names(lambda a: a) == ["a"]
                """, "from inspect import getfullargspec", "getfullargspec(f).args");
    }

    @Test
    void leavesUnknownNamesAlone() {
        examples.leavesAlone("""
                from math import frobnicate
                """);
    }

    @Test
    void leavesMissingModulesAlone() {
        examples.leavesAlone("""
                from mth import sqrt
                """);
    }

    @Test
    void leavesCirclesAlone() {
        examples.leavesAlone("""
                import a
                #--- a.py
                from b import g
                def f():
                    return g()
                #--- b.py
                from a import f
                def g():
                    return 1
                """);
    }
}
