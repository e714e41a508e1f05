package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ImportAsElsewhereTest {
    private final RuleExamples examples = RuleExamples.of(new ImportAsElsewhere());

    @Test
    void copiesAnAliasedImport() {
        examples.heals("""
                from store import load

                assert load("{}") == {}
                #--- store.py
                def load(text):
                    return serializer.loads(text)
                #--- writer.py
                import json as serializer

                def save(data):
                    return serializer.dumps(data)
                """, "import json as serializer");
    }

    @Test
    void copiesAFromImportOfTheProject() {
        examples.heals("""
                from shop.cart import total

                assert total([1, 2]).amount == 3
                #--- shop/__init__.py
                #--- shop/money.py
                class Money:
                    def __init__(self, amount):
                        self.amount = amount
                #--- shop/cart.py
                import os


                def total(prices):
                    return Money(sum(prices))
                #--- shop/bill.py
                from shop.money import Money

                def bill():
                    return Money(3)
                """, "from shop.money import Money");
    }

    @Test
    void turnsARelativeImportIntoTheFilesStyle() {
        examples.heals("""
                from shop.cart import total

                assert total([1]).amount == 1
                #--- shop/__init__.py
                #--- shop/money.py
                class Money:
                    def __init__(self, amount):
                        self.amount = amount
                #--- shop/cart.py
                def total(prices):
                    return Money(sum(prices))
                #--- shop/bill.py
                from .money import Money

                def bill():
                    return Money(3)
                """, "from .money import Money");
    }

    @Test
    void copiesAStandardImport() {
        examples.heals("""
                from prices import half

                assert half(3) == 1.5
                #--- prices.py
                def half(x):
                    return D(x) / 2
                #--- tax.py
                from decimal import Decimal as D

                def tax(x):
                    return D(x)
                """, "from decimal import Decimal as D");
    }

    @Test
    void takesTheCommonerImport() {
        examples.heals("""
                from a import f

                assert f(1.5) == 1
                #--- a.py
                def f(x):
                    return down(x)
                #--- b.py
                from math import floor as down
                #--- c.py
                from math import floor as down
                """, "from math import floor as down");
    }

    @Test
    void leavesACircleAlone() {
        examples.leavesAlone("""
                from a import f

                f()
                #--- a.py
                def f():
                    return Thing()
                #--- b.py
                from a import f

                class Thing:
                    pass
                #--- c.py
                from b import Thing
                """);
    }

    @Test
    void leavesNamesNobodyImportsAlone() {
        examples.leavesAlone("""
                def f():
                    return helper()

                f()
                #--- other.py
                def helper():
                    return 1
                """);
    }

    @Test
    void leavesASameNamedVariableAlone() {
        examples.leavesAlone("""
                def invoice():
                    return {"net": 100, "gross": 100 * vat}

                invoice()
                #--- report.py
                vat = 1.19
                print(vat)
                """);
    }
}
