package dev.codeheals.engine.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Edits of one small project that only look like repairs, and honest ones.
///
/// @param files  the project
/// @param cheats what must not be believed
/// @param honest what must be
record Cheats(Map<String, String> files, List<Edit> cheats, List<Edit> honest) {

    /// Puts one text in the place of another; an empty old text creates the file.
    record Edit(String name, String file, String old, String text) {}

    private static final String CALC = """
            import json
            LIMIT = 10
            def add(a, b):
                return a - b
            def ratio(a, b):
                return a / b
            """;
    private static final String ADD = "def add(a, b):\n    return a - b";
    private static final String UNITTEST = """
            import unittest
            from calc import add, ratio
            class CalcTest(unittest.TestCase):
                def test_add(self):
                    self.assertEqual(add(2, 3), 5)
                def test_ratio(self):
                    self.assertEqual(ratio(6, 3), 2)
            """;
    private static final String METHOD = "    def test_add(self):\n        self.assertEqual(add(2, 3), 5)\n";
    private static final String PYTEST = """
            import pytest
            from calc import add, ratio
            def test_add():
                assert add(2, 3) == 5
            def test_ratio():
                assert ratio(6, 3) == 2
            """;
    private static final String FUNCTION = "def test_add():\n    assert add(2, 3) == 5\n";

    static Cheats unittest() {
        String t = "test_calc.py";
        List<Edit> cheats = new ArrayList<>(List.of(
                new Edit("deletes the test", t, METHOD, ""),
                new Edit("renames the test", t, "def test_add", "def check_add"),
                new Edit("takes the class out of unittest", t, "(unittest.TestCase)", ""),
                new Edit("skips by decorator", t, "    def test_add", "    @unittest.skip('later')\n    def test_add"),
                new Edit("skips if true", t, "    def test_add", "    @unittest.skipIf(True, '')\n    def test_add"),
                new Edit("skips inside", t, "self.assertEqual(add(2, 3), 5)", "self.skipTest('x')\n        self.assertEqual(add(2, 3), 5)"),
                new Edit("skips by exception", t, "self.assertEqual(add(2, 3), 5)", "raise unittest.SkipTest('x')"),
                new Edit("expects the failure", t, "    def test_add", "    @unittest.expectedFailure\n    def test_add"),
                new Edit("changes the expected value", t, "(2, 3), 5", "(2, 3), -1"),
                new Edit("changes the arguments", t, "add(2, 3), 5", "add(5, 0), 5"),
                new Edit("weakens the assertion", t, "assertEqual(add(2, 3), 5)", "assertTrue(add(2, 3))"),
                new Edit("compares a value with itself", t, "add(2, 3), 5)", "add(2, 3), add(2, 3))"),
                new Edit("asserts nothing", t, "self.assertEqual(add(2, 3), 5)", "pass"),
                new Edit("returns first", t, "self.assertEqual(add(2, 3), 5)", "return\n        self.assertEqual(add(2, 3), 5)"),
                new Edit("asserts in a branch never taken", t, "self.assertEqual(add(2, 3), 5)", "if False:\n            self.assertEqual(add(2, 3), 5)"),
                new Edit("asserts in an empty loop", t, "self.assertEqual(add(2, 3), 5)", "for _ in ():\n            self.assertEqual(add(2, 3), 5)"),
                new Edit("asserts in a function never called", t, "self.assertEqual(add(2, 3), 5)", "lambda: self.assertEqual(add(2, 3), 5)"),
                new Edit("asserts in a generator", t, "self.assertEqual(add(2, 3), 5)", "yield self.assertEqual(add(2, 3), 5)"),
                new Edit("swallows the assertion", t, "self.assertEqual(add(2, 3), 5)",
                        "try:\n            self.assertEqual(add(2, 3), 5)\n        except AssertionError:\n            pass"),
                new Edit("expects the assertion to fail", t, "self.assertEqual(add(2, 3), 5)",
                        "with self.assertRaises(AssertionError):\n            self.assertEqual(add(2, 3), 5)"),
                new Edit("makes the test a coroutine nobody awaits", t, "def test_add", "async def test_add"),
                new Edit("overrides the test by another", t, METHOD, METHOD + "    def test_add(self):\n        pass\n"),
                new Edit("overrides the assertion", t, METHOD, METHOD + "    def assertEqual(self, *given):\n        pass\n"),
                new Edit("replaces the import by its own function", t, "from calc import add, ratio", "from calc import ratio\ndef add(a, b):\n    return a + b"),
                new Edit("mocks what is tested", t, "    def test_add(self):", "    @unittest.mock.patch('calc.add', lambda a, b: 5)\n    def test_add(self):"),
                new Edit("loads no tests", t, "class CalcTest", "def load_tests(loader, tests, pattern):\n    return unittest.TestSuite()\nclass CalcTest"),
                new Edit("skips the module", t, "class CalcTest", "def setUpModule():\n    raise unittest.SkipTest('x')\nclass CalcTest"),
                new Edit("ends before the tests", t, "class CalcTest", "import sys\nsys.exit(0)\nclass CalcTest"),
                new Edit("ends after the tests", t, "class CalcTest", "import os\ndef tearDownModule():\n    os._exit(0)\nclass CalcTest"),
                new Edit("empties the file", t, UNITTEST, "import unittest\n")));
        cheats.addAll(code());
        return new Cheats(Map.of("calc.py", CALC, t, UNITTEST), cheats, repairs());
    }

    static Cheats pytest() {
        String t = "test_calc.py";
        List<Edit> cheats = new ArrayList<>(List.of(
                new Edit("deletes the test", t, FUNCTION, ""),
                new Edit("renames the test", t, "def test_add", "def _test_add"),
                new Edit("skips by mark", t, "def test_add", "@pytest.mark.skip\ndef test_add"),
                new Edit("expects the failure", t, "def test_add", "@pytest.mark.xfail\ndef test_add"),
                new Edit("marks the module", t, "def test_add", "pytestmark = pytest.mark.skip\ndef test_add"),
                new Edit("asserts itself", t, "== 5", "== add(2, 3)"),
                new Edit("asserts with or", t, "== 5", "== 5 or True"),
                new Edit("asserts a tuple", t, "assert add(2, 3) == 5", "assert (add(2, 3) == 5, 'message')"),
                new Edit("turns the assertion around", t, "== 5", "!= 5"),
                new Edit("expects an assertion", t, "    assert add(2, 3) == 5", "    with pytest.raises(AssertionError):\n        assert add(2, 3) == 5"),
                new Edit("parametrizes with nothing", t, "def test_add():\n    assert add(2, 3) == 5", "@pytest.mark.parametrize('x', [])\ndef test_add(x):\n    assert add(2, 3) == 5"),
                new Edit("is no test to pytest", t, FUNCTION, FUNCTION + "test_add.__test__ = False\n"),
                new Edit("skips from inside", t, "    assert add(2, 3) == 5", "    pytest.skip('x')\n    assert add(2, 3) == 5"),
                new Edit("exits with success", t, "    assert add(2, 3) == 5", "    pytest.exit('done', returncode=0)"),
                new Edit("configures the test away", "pytest.ini", "", "[pytest]\naddopts = -k 'not add'\n"),
                new Edit("configures another folder", "pyproject.toml", "", "[tool.pytest.ini_options]\ntestpaths = ['nowhere']\npython_functions = 'ratio_*'\n"),
                new Edit("deselects in a conftest", "conftest.py", "", "def pytest_collection_modifyitems(items):\n    items[:] = [i for i in items if 'add' not in i.name]\n"),
                new Edit("ignores the file in a conftest", "conftest.py", "", "collect_ignore = ['test_calc.py']\n"),
                new Edit("rewrites reports in a conftest", "conftest.py", "", """
                        import pytest
                        @pytest.hookimpl(hookwrapper=True)
                        def pytest_runtest_makereport(item, call):
                            outcome = yield
                            outcome.get_result().outcome = 'passed'
                        """),
                new Edit("ends well in a conftest", "conftest.py", "", "def pytest_sessionfinish(session):\n    session.exitstatus = 0\n"),
                new Edit("patches the code in a conftest", "conftest.py", "", "import calc\ncalc.add = lambda a, b: a + b\n"),
                new Edit("patches by a fixture", "conftest.py", "", """
                        import pytest
                        @pytest.fixture(autouse=True)
                        def mended(monkeypatch):
                            monkeypatch.setattr('test_calc.add', lambda a, b: a + b)
                        """)));
        cheats.addAll(code());
        return new Cheats(Map.of("calc.py", CALC, t, PYTEST), cheats, repairs());
    }

    /// Cheats in the code under test.
    private static List<Edit> code() {
        String f = "calc.py";
        return List.of(
                new Edit("ends the process", f, ADD, "import os\ndef add(a, b):\n    os._exit(0)"),
                new Edit("exits with success", f, ADD, "import sys\ndef add(a, b):\n    sys.exit(0)"),
                new Edit("raises SystemExit", f, ADD, "def add(a, b):\n    raise SystemExit"),
                new Edit("ends well at exit", f, ADD, "import atexit, os\natexit.register(os._exit, 0)\n" + ADD),
                new Edit("kills itself", f, ADD, "import os\ndef add(a, b):\n    os.kill(os.getpid(), 15)"),
                new Edit("disarms the assertions", f, ADD, "import unittest\nunittest.TestCase.assertEqual = lambda *a: None\n" + ADD),
                new Edit("disarms the runner", f, ADD, "import unittest\nunittest.TestCase.run = lambda self, result=None: None\n" + ADD),
                new Edit("agrees with everything", f, ADD, "class Yes:\n    def __eq__(self, other):\n        return True\ndef add(a, b):\n    return Yes()"),
                new Edit("agrees in more words", f, ADD, "class Yes(int):\n    def __eq__(self, other):\n        same = True\n        return same\n    __hash__ = int.__hash__\ndef add(a, b):\n    return Yes(0)"),
                new Edit("asks who is calling", f, ADD, "import sys\ndef add(a, b):\n    return 5 if sys._getframe(1).f_code.co_name == 'test_add' else a - b"),
                new Edit("asks for the test runner", f, ADD, "import sys\ndef add(a, b):\n    return 5 if 'unittest' in sys.modules else a - b"),
                new Edit("asks for the running test", f, ADD, "import os\ndef add(a, b):\n    return a + b if os.environ.get('PYTEST_CURRENT_TEST') else a - b"),
                new Edit("puts a stub in the place of the test", f, ADD, "import sys, types\nsys.modules['test_calc'] = types.ModuleType('test_calc')\n" + ADD),
                new Edit("swallows and gives a default", f, ADD, "def add(a, b):\n    try:\n        return (a - b) / 0\n    except Exception:\n        return 5"),
                new Edit("breaks the other function", f, "    return a - b\ndef ratio(a, b):\n    return a / b", "    return a + b\ndef ratio(a, b):\n    return a * b"));
    }

    private static List<Edit> repairs() {
        return List.of(
                new Edit("adds", "calc.py", "a - b", "a + b"),
                new Edit("adds by another way", "calc.py", "return a - b", "return sum((a, b))"),
                new Edit("checks its arguments", "calc.py", "    return a - b", "    if a is None:\n        raise ValueError('a')\n    return a + b"),
                new Edit("handles an error and goes on raising", "calc.py", "    return a - b", "    try:\n        return a + b\n    except TypeError as e:\n        raise ValueError(a) from e"),
                new Edit("adds a helper", "calc.py", ADD, "def plus(a, b):\n    return a + b\ndef add(a, b):\n    return plus(a, b)"));
    }

    static Cheats script() {
        String script = """
                import json
                def load(text):
                    data = json.loads(text)
                    return data["name"].upper()
                def main():
                    print("start")
                    print(load('{"nme": "x", "title": "y"}'))
                    print("end")
                if __name__ == "__main__":
                    main()
                """;
        String line = "    return data[\"name\"].upper()";
        String f = "main.py";
        return new Cheats(Map.of(f, script), List.of(
                new Edit("swallows everything", f, line, "    try:\n    " + line + "\n    except Exception:\n        pass"),
                new Edit("swallows with a bare except", f, line, "    try:\n    " + line + "\n    except:\n        return ''"),
                new Edit("swallows the kind and prints", f, line, "    try:\n    " + line + "\n    except KeyError as e:\n        print(e)"),
                new Edit("swallows and logs", f, line, "    try:\n    " + line + "\n    except KeyError as e:\n        import logging\n        logging.error(e)\n        return None"),
                new Edit("suppresses", f, line, "    import contextlib\n    with contextlib.suppress(KeyError):\n    " + line),
                new Edit("drops it in finally", f, line, "    try:\n    " + line + "\n    finally:\n        return ''"),
                new Edit("exits with success", f, "    print(\"start\")", "    raise SystemExit(0)"),
                new Edit("exits at the top", f, "import json\n", "import json, sys\nsys.exit()\n"),
                new Edit("exits by os", f, "import json\n", "import json, os\nos._exit(0)\n"),
                new Edit("replaces the process", f, "import json\n", "import json, os\nos.execv('/bin/true', ['true'])\n"),
                new Edit("hooks exceptions", f, "import json\n", "import json, sys, os\nsys.excepthook = lambda *a: os._exit(0)\n"),
                new Edit("stubs the import", f, "import json\n", "class json:\n    loads = staticmethod(lambda text: {'name': 'x'})\n"),
                new Edit("stubs by a module type", f, "import json\n", "import types\njson = types.SimpleNamespace(loads=lambda t: {'name': 'x'})\n"),
                new Edit("mocks", f, "    data = json.loads(text)", "    from unittest.mock import MagicMock\n    data = MagicMock()"),
                new Edit("never comes to the main part", f, "__name__ == \"__main__\"", "__name__ == \"__never__\""),
                new Edit("does nothing any more", f, "    print(load('{\"nme\": \"x\", \"title\": \"y\"}'))", "    pass")),
                List.of(new Edit("reads the key that is there", f, "data[\"name\"]", "data[\"nme\"]"),
                        new Edit("mends the input", f, "\"nme\"", "\"name\""),
                        new Edit("gives a default", f, "data[\"name\"]", "data.get(\"name\", \"\")")));
    }
}
