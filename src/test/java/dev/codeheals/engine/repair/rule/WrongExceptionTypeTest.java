package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongExceptionTypeTest {
    private final RuleExamples examples = RuleExamples.of(new WrongExceptionType());

    @Test
    void aFileThatIsNotThereYet() {
        examples.heals("""
                import json

                def visits(path):
                    try:
                        with open(path) as file:
                            return json.load(file)["visits"]
                    except EOFError:
                        return 0

                assert visits("counter.json") == 0
                """, "except FileNotFoundError:");
    }

    @Test
    void aKeyAmongOtherFaults() {
        examples.heals("""
                class Palette:
                    colours = {"red": "#f00"}

                    def hex(self, name):
                        try:
                            return int(self.colours[name][1:], 16)
                        except ValueError:
                            return -1

                assert Palette().hex("mauve") == -1
                assert Palette().hex("red") == 0xf00
                """, "except (ValueError, KeyError):");
    }

    @Test
    void oneMoreOfATuple() {
        examples.heals("""
                def third(row):
                    try:
                        return float(row.split(";")[2])
                    except (ValueError, TypeError):
                        return None

                assert third("a;b;2.5") == 2.5
                assert third("a;b") is None
                """, "except (ValueError, TypeError, IndexError):");
    }

    @Test
    void anExceptionOfAModule() {
        examples.heals("""
                import json

                replies = ['{"ok": true}', "<html>"]
                good = 0
                for reply in replies:
                    try:
                        good += json.loads(reply)["ok"]
                    except KeyError:
                        continue
                assert good == 1
                """, "json.JSONDecodeError");
    }

    @Test
    void anIteratorThatIsEmpty() {
        examples.heals("""
                def head(lines):
                    source = iter(lines)
                    try:
                        return next(source)
                    except IndexError:
                        return ""

                assert head(["first", "second"]) == "first"
                assert head([]) == ""
                """, "except StopIteration:");
    }

    @Test
    void whatATestWaitsFor() {
        examples.heals("""
                import unittest
                from test_age import TestAge

                suite = unittest.defaultTestLoader.loadTestsFromTestCase(TestAge)
                result = unittest.TextTestRunner().run(suite)
                raise SystemExit(0 if result.wasSuccessful() else 1)
                #--- age.py
                def checked(age):
                    if age < 0:
                        raise TypeError(f"{age} is no age")
                    return age
                #--- test_age.py
                import unittest
                from age import checked

                class TestAge(unittest.TestCase):
                    def test_negative(self):
                        with self.assertRaises(ValueError):
                            checked(-1)
                """, "raise ValueError(");
    }

    @Test
    void notWhereEverythingIsCaught() {
        examples.leavesAlone("""
                def load(rows):
                    try:
                        return rows["total"] / rows["count"]
                    except Exception:
                        raise

                load({"total": 3, "count": 0})
                """);
    }

    @Test
    void notWhereTheExceptionComesFromTheHandler() {
        examples.leavesAlone("""
                names = {}
                try:
                    names["ada"]
                except KeyError:
                    print(names["bob"])
                """);
    }

    @Test
    void notWithoutATry() {
        examples.leavesAlone("""
                def nth(values, n):
                    return values[n]

                nth("abc", 7)
                """);
    }
}
