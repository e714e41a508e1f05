package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ProjectSymbolImportTest {
    private final RuleExamples examples = RuleExamples.of(new ProjectSymbolImport());

    @Test
    void importsAClassFromItsModule() {
        examples.heals("""
                from users import create

                assert create("ann").name == "ann"
                #--- models.py
                class User:
                    def __init__(self, name):
                        self.name = name
                #--- users.py
                def create(name):
                    return User(name)
                """, "from models import User");
    }

    @Test
    void importsRelatively() {
        examples.heals("""
                from shop.tax import tax

                assert tax("de", 100) == 19
                #--- shop/__init__.py
                #--- shop/rates.py
                RATES = {"de": 19}
                #--- shop/money.py
                def rounded(x):
                    return round(x)
                #--- shop/tax.py
                from .money import rounded


                def tax(country, amount):
                    return rounded(amount * RATES[country] / 100)
                """, "from .rates import RATES");
    }

    @Test
    void importsAbsolutelyWhereTheFileDoes() {
        examples.heals("""
                from shop.tax import tax

                assert tax(100) == 19
                #--- shop/__init__.py
                #--- shop/rates.py
                def rate():
                    return 19
                #--- shop/money.py
                def rounded(x):
                    return round(x)
                #--- shop/tax.py
                from shop.money import rounded


                def tax(amount):
                    return rounded(amount * rate() / 100)
                """, "from shop.rates import rate");
    }

    @Test
    void importsAModule() {
        examples.heals("""
                def show(x):
                    return formatting.price(x)

                assert show(3) == "3.00"
                #--- formatting.py
                def price(x):
                    return f"{x:.2f}"
                """, "import formatting");
    }

    @Test
    void importsAModuleOfThePackage() {
        examples.heals("""
                from shop.cart import add

                assert add([], 3) == [3]
                #--- shop/__init__.py
                #--- shop/checks.py
                def positive(x):
                    assert x > 0
                    return x
                #--- shop/names.py
                NAMES = ["a"]
                #--- shop/cart.py
                from .names import NAMES


                def add(cart, x):
                    return cart + [checks.positive(x)]
                """, "from . import checks");
    }

    @Test
    void leavesACircleAlone() {
        examples.leavesAlone("""
                from orders import place

                place("tea")
                #--- orders.py
                STOCK = {"tea": 3}

                def place(item):
                    return reserve(item, 1)
                #--- stock.py
                from orders import STOCK

                def reserve(item, count):
                    STOCK[item] -= count
                """);
    }

    @Test
    void leavesALowerCaseValueAlone() {
        examples.leavesAlone("""
                def f():
                    return total

                f()
                #--- other.py
                total = 3
                """);
    }

    @Test
    void leavesTestsAlone() {
        examples.leavesAlone("""
                def f():
                    return helper()

                f()
                #--- test_other.py
                def helper():
                    return 1
                """);
    }
}
