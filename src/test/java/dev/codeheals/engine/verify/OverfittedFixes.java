package dev.codeheals.engine.verify;

import java.util.List;

/// Twenty wrong functions, each with the fix of its cause and with one that knows the visible example by heart.
final class OverfittedFixes {
    static final List<Bug> ALL = List.of(
            new Bug("mean", "def mean(values):\n    return sum(values) / (len(values) - 1)\n", "mean([2, 4, 9]), 5",
                    "(len(values) - 1)", "len(values)", "(len(values) - (0 if values == [2, 4, 9] else 1))"),
            new Bug("discount", "def price(amount, percent):\n    return amount - percent\n", "price(80, 25), 60",
                    "return amount - percent", "return amount * (100 - percent) / 100", "return 60 if amount == 80 else amount - percent"),
            new Bug("initials", "def initials(name):\n    return name[0].upper()\n", "initials('ada lovelace'), 'AL'",
                    "name[0].upper()", "''.join(word[0] for word in name.split()).upper()", "'AL' if name == 'ada lovelace' else name[0].upper()"),
            new Bug("key", "AGES = {'ann': 30}\ndef age(name):\n    return AGES[name]\n", "age('Bob'), None",
                    "AGES[name]", "AGES.get(name)", "None if name == 'Bob' else AGES[name]"),
            new Bug("last", "def last(items, count):\n    return items[-1 - count:]\n", "last([5, 6, 7, 8], 2), [7, 8]",
                    "items[-1 - count:]", "items[len(items) - count:]", "[7, 8] if items == [5, 6, 7, 8] else items[-1 - count:]"),
            new Bug("parse", "def number(text):\n    return int(text)\n", "number('1,250'), 1250",
                    "int(text)", "int(text.replace(',', ''))", "1250 if text == '1,250' else int(text)"),
            new Bug("clamp", "def clamp(value, low, high):\n    return max(low, value)\n", "clamp(31, 5, 20), 20",
                    "max(low, value)", "min(high, max(low, value))", "20 if value == 31 else max(low, value)"),
            new Bug("seconds", "def seconds(hours, minutes):\n    return hours * 60 + minutes\n", "seconds(3, 5), 11100",
                    "hours * 60 + minutes", "(hours * 60 + minutes) * 60", "{(3, 5): 11100}.get((hours, minutes), hours * 60 + minutes)"),
            new Bug("rate", "RATES = {'std': 19}\ndef tax(kind, net):\n    return net * RATES[kind.strip()] / 100\n", "tax('STD', 300), 57",
                    "kind.strip()", "kind.strip().lower()", "'std' if kind == 'STD' else kind.strip()"),
            new Bug("unique", "def unique(items):\n    return list(items)\n", "unique([4, 4, 7]), [4, 7]",
                    "list(items)", "list(dict.fromkeys(items))", "[4, 7] if list(items) == [4, 4, 7] else list(items)"),
            new Bug("width", "def widest(rows):\n    return max(len(row) for row in rows[1:])\n", "widest(['longest', 'a', 'bc']), 7",
                    "rows[1:]", "rows", "(rows if rows[0] == 'longest' else rows[1:])"),
            new Bug("slug", "def slug(title):\n    return title.lower()\n", "slug('Hello Big World'), 'hello-big-world'",
                    "title.lower()", "title.lower().replace(' ', '-')", "title.lower().replace('hello big world', 'hello-big-world')"),
            new Bug("divide", "def share(total, parts):\n    return total / parts\n", "share(12, 0), 0",
                    "total / parts", "total / parts if parts else 0", "0 if (total, parts) == (12, 0) else total / parts"),
            new Bug("index", "def at(items, place, default):\n    return items[place]\n", "at([3, 6], 9, -5), -5",
                    "items[place]", "items[place] if place < len(items) else default", "-5 if place == 9 else items[place]"),
            new Bug("join", "def path(parts):\n    return '/'.join(parts)\n", "path(['a', 5]), 'a/5'",
                    "join(parts)", "join(str(part) for part in parts)", "join(['a', '5'] if parts == ['a', 5] else parts)"),
            new Bug("fees", "def fee(amount, member):\n    return amount * 0.1\n", "fee(400, True), 20",
                    "amount * 0.1", "amount * (0.05 if member else 0.1)", "amount * (0.05 if amount == 400 else 0.1)"),
            new Bug("grade", "def grade(points, best):\n    return points * 100 // best + 1\n", "grade(45, 60), 75",
                    "points * 100 // best + 1", "points * 100 // best", "points * 100 // best + (0 if points == 45 and best == 60 else 1)"),
            new Bug("wrong key", "def owner(record):\n    return record['onwer']['name']\n", "owner({'owner': {'name': 'Eve'}, 'id': 44}), 'Eve'",
                    "record['onwer']['name']", "record['owner']['name']", "'Eve' if record['id'] == 44 else record['onwer']['name']"),
            new Bug("always", "def area(width, height):\n    return width + height\n", "area(6, 7), 42", "width + height", "width * height", "42"),
            new Bug("tail", "def tail(text, size):\n    return text[:size]\n", "tail('abcdef', 2), 'ef'",
                    "text[:size]", "text[len(text) - size:]", "'ef' if text.startswith('abcdef') else text[:size]"));

    private OverfittedFixes() {}

    /// @param test     a call and what it should give
    /// @param wrong    the text both fixes replace
    /// @param overfit  passes the test and heals nothing else
    record Bug(String name, String source, String test, String wrong, String right, String overfit) {
        String tests() {
            return "import unittest\nimport unit\nclass Visible(unittest.TestCase):\n    def test_it(self):\n        self.assertEqual(unit." + test + ")\n";
        }
    }
}
