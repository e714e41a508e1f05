package dev.codeheals.wiring;

import java.util.List;
import java.util.Map;

/// A broken project that needs an idea: neither rules nor small edits heal it.
///
/// @param module   the one module, which its test imports
/// @param broken   its text
/// @param fixed    its text as a model that understood would write it
/// @param call     what the test evaluates
/// @param expected what that must give
record BeyondRules(String module, String broken, String fixed, String call, String expected) {
    static final List<BeyondRules> ALL = List.of(
            new BeyondRules("wording", "def title(value):\n    return value.title()\n", """
                    import re


                    def title(value):
                        return value.title()


                    def slugify(value):
                        return re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
                    """, "wording.slugify('  Hello, World! ')", "'hello-world'"),
            new BeyondRules("stats", "def median(values):\n    raise NotImplementedError\n", """
                    def median(values):
                        ordered = sorted(values)
                        middle = len(ordered) // 2
                        if len(ordered) % 2:
                            return float(ordered[middle])
                        return (ordered[middle - 1] + ordered[middle]) / 2
                    """, "[stats.median([5, 1, 4, 2]), stats.median([7, 9, 8])]", "[3.0, 8.0]"),
            new BeyondRules("roman", """
                    VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


                    def number(text):
                        total = 0
                        for letter in text:
                            total += VALUES[letter]
                        return total
                    """, """
                    VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


                    def number(text):
                        total = 0
                        for letter, following in zip(text, text[1:] + " "):
                            value = VALUES[letter]
                            total += -value if VALUES.get(following, 0) > value else value
                        return total
                    """, "[roman.number(t) for t in ('XII', 'MCMXCIV', 'XLII')]", "[12, 1994, 42]"),
            new BeyondRules("spans", """
                    def merge(spans):
                        merged = []
                        for start, end in spans:
                            merged.append((start, end))
                        return merged
                    """, """
                    def merge(spans):
                        merged = []
                        for start, end in sorted(spans):
                            if merged and start <= merged[-1][1]:
                                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
                            else:
                                merged.append((start, end))
                        return merged
                    """, "spans.merge([(5, 8), (1, 3), (2, 4)])", "[(1, 4), (5, 8)]"),
            new BeyondRules("money", "def parse(text):\n    return float(text)\n",
                    "def parse(text):\n    return float(text.lstrip(\"$\").replace(\",\", \"\"))\n", "[money.parse('$1,234.50'), money.parse('7')]", "[1234.5, 7.0]"),
            new BeyondRules("dates", """
                    from datetime import datetime


                    def day(text):
                        return datetime.strptime(text, "%Y-%m-%d").day
                    """, """
                    from datetime import datetime


                    def day(text):
                        form = "%d/%m/%Y" if "/" in text else "%Y-%m-%d"
                        return datetime.strptime(text, form).day
                    """, "[dates.day('24/12/2025'), dates.day('2025-12-01')]", "[24, 1]"),
            new BeyondRules("bank", """
                    class Account:
                        def __init__(self, balance=0):
                            self.balance = balance

                        def deposit(self, amount):
                            self.balance += amount
                            return self.balance
                    """, """
                    class Account:
                        def __init__(self, balance=0):
                            self.balance = balance

                        def deposit(self, amount):
                            self.balance += amount
                            return self.balance

                        def withdraw(self, amount):
                            if amount > self.balance:
                                raise ValueError("not enough money")
                            self.balance -= amount
                            return self.balance
                    """, "bank.Account(100).withdraw(30)", "70"),
            new BeyondRules("pages", "def lines(text, width):\n    return [text]\n",
                    "import textwrap\n\n\ndef lines(text, width):\n    return textwrap.wrap(text, width)\n", "pages.lines('one two three', 7)", "['one two', 'three']"),
            new BeyondRules("shapes", """
                    def area(shape):
                        if shape["kind"] == "square":
                            return shape["side"] ** 2
                        raise ValueError(f"unknown shape {shape['kind']}")
                    """, """
                    def area(shape):
                        if shape["kind"] == "square":
                            return shape["side"] ** 2
                        if shape["kind"] == "rectangle":
                            return shape["width"] * shape["height"]
                        raise ValueError(f"unknown shape {shape['kind']}")
                    """, "shapes.area({'kind': 'rectangle', 'width': 3, 'height': 5})", "15"),
            new BeyondRules("ledger", """
                    import json
                    from decimal import Decimal


                    def dump(amount):
                        return json.dumps({"amount": Decimal(amount)})
                    """, """
                    import json
                    from decimal import Decimal


                    def dump(amount):
                        return json.dumps({"amount": str(Decimal(amount))})
                    """, "ledger.dump('1.50')", "'{\"amount\": \"1.50\"}'"),
            new BeyondRules("flat", "def flatten(items):\n    return list(items)\n", """
                    def flatten(items):
                        flat = []
                        for item in items:
                            flat.extend(flatten(item) if isinstance(item, list) else [item])
                        return flat
                    """, "flat.flatten([1, [2, [3, []]], 4])", "[1, 2, 3, 4]"),
            new BeyondRules("caesar", "def shift(text, by):\n    return text\n", """
                    def shift(text, by):
                        return "".join(chr((ord(c) - 97 + by) % 26 + 97) if c.islower() else c for c in text)
                    """, "caesar.shift('xyz abc', 3)", "'abc def'"));

    Map<String, String> files() {
        return Map.of(module + ".py", broken, "test_" + module + ".py", """
                import unittest

                import %s


                class AskedFor(unittest.TestCase):
                    def test_gives_what_is_asked_for(self):
                        self.assertEqual(%s, %s)

                    def test_is_there(self):
                        self.assertIsNotNone(%s)
                """.formatted(module, call, expected, module));
    }

    /// What a model that understood answers.
    String reply() {
        return AnsweringServer.fix("Do what the test of " + module + " asks for", module + ".py", broken, fixed);
    }

    @Override
    public String toString() {
        return module;
    }
}
