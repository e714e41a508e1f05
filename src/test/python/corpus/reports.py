"""Reports of other shapes than an uncaught exception: threads, workers, crashes, test runners, notebooks.

Each entry: files, command, expected failures in the order in which they are reported. What is expected was written down
from the program, not from its output.
"""

import importlib.util
import json
import os
import subprocess

ZERO = {"types": ["ZeroDivisionError"], "messages": ["division by zero"], "code": "NUM.ZERO_DIVISION"}


def expected(types, messages, innermost, code, test=None, subject=None, kind=None):
    return {"types": types, "messages": messages, "innermost": innermost, "code": code, "test": test, "subject": subject, "kind": kind}


def zero(innermost, test=None, kind=None):
    return expected(["ZeroDivisionError"], ["division by zero"], innermost, "NUM.ZERO_DIVISION", test, None, kind)


APP = "/srv/shop/app.py"

PLAIN = {
    "thread": ({"app.py": "import threading\ndef work():\n    1 / 0\nt = threading.Thread(target=work)\nt.start()\nt.join()\nprint('done')\n"},
               ["app.py"], [zero([APP, 3, "work"])]),
    "never_retrieved": ({"app.py": "import asyncio, gc\nasync def work():\n    1 / 0\nasync def main():\n    t = asyncio.ensure_future(work())\n    await asyncio.sleep(0.01)\n    del t\n    gc.collect()\nasyncio.run(main())\n"},
                        ["app.py"], [zero([APP, 3, "work"])]),
    "pool": ({"app.py": "import multiprocessing\ndef work(x):\n    return 1 / x\nif __name__ == '__main__':\n    with multiprocessing.get_context('fork').Pool(1) as p:\n        p.map(work, [0])\n"},
             ["app.py"], [expected(["ZeroDivisionError"] * 2, ["division by zero"] * 2, None, "NUM.ZERO_DIVISION")]),
    "process_pool": ({"app.py": "import concurrent.futures as c\ndef work(x):\n    return {}[x]\nif __name__ == '__main__':\n    with c.ProcessPoolExecutor(1) as p:\n        p.submit(work, 'k').result()\n"},
                     ["app.py"], [expected(["KeyError"] * 2, ["'k'"] * 2, None, "KEY.KEY_ERROR", None, "k")]),
    "process": ({"app.py": "import multiprocessing\ndef work():\n    int('x')\nif __name__ == '__main__':\n    p = multiprocessing.get_context('fork').Process(target=work)\n    p.start()\n    p.join()\n"},
                ["app.py"], [expected(["ValueError"], ["invalid literal for int() with base 10: 'x'"], [APP, 3, "work"], "VAL.INT_LITERAL")]),
    "unraisable": ({"app.py": "class A:\n    def __del__(self):\n        1 / 0\nA()\n"}, ["app.py"], [zero([APP, 3, "__del__"], None, "WARNING")]),
    "logged_exception": ({"app.py": "import logging\nlogging.basicConfig(format='%(asctime)s %(levelname)s %(name)s: %(message)s')\ndef work():\n    raise KeyError('colour')\ntry:\n    work()\nexcept KeyError:\n    logging.exception('could not work')\nlogging.warning('going on')\n"},
                         ["app.py"], [expected(["KeyError"], ["'colour'"], [APP, 4, "work"], "KEY.KEY_ERROR", None, "colour")]),
    "two": ({"app.py": "import logging\ntry:\n    [][1]\nexcept IndexError:\n    logging.exception('first')\nlogging.error('between')\n{}['b']\n"},
            ["app.py"], [expected(["IndexError"], ["list index out of range"], [APP, 3, "<module>"], "IDX.INDEX_ERROR"),
                         expected(["KeyError"], ["'b'"], [APP, 7, "<module>"], "KEY.KEY_ERROR", None, "b")]),
    "not_awaited": ({"app.py": "async def main():\n    pass\nmain()\n"}, ["app.py"],
                    [expected(["RuntimeWarning"], ["coroutine 'main' was never awaited"], [APP, 3, ""], "ASY.AWAIT_MISSING", None, "main", "WARNING")]),
    "segfault": ({"app.py": "import ctypes\ndef crash():\n    ctypes.string_at(0)\ncrash()\n"}, ["-X", "faulthandler", "app.py"],
                 [expected(["Fatal Python error"], ["Segmentation fault"], None, "PRF.CRASH", None, None, "CRASH")]),
    "abort": ({"app.py": "import os\ndef stop():\n    os.abort()\nstop()\n"}, ["-X", "faulthandler", "app.py"],
              [expected(["Fatal Python error"], ["Aborted"], [APP, 3, "stop"], "PRF.CRASH", None, None, "CRASH")]),
    "no_file": ({}, ["missing.py"], [expected(["FileNotFoundError"], None, None, "IO.FILE_NOT_FOUND", None, "/srv/shop/missing.py", "MESSAGE")]),
    "no_module": ({}, ["-m", "missing_tool"], [expected(["ModuleNotFoundError"], ["No module named missing_tool"], None, "RES.MODULE_NOT_FOUND", None, "missing_tool", "MESSAGE")]),
    "arguments": ({"app.py": "import argparse\np = argparse.ArgumentParser()\np.add_argument('name')\np.parse_args()\n"}, ["app.py"],
                  [expected(["SystemExit"], ["error: the following arguments are required: name"], None, "CFG.ARGUMENTS", None, "name", "MESSAGE")]),
    "exit_text": ({"app.py": "import sys\nsys.exit('no configuration')\n"}, ["app.py"], []),
    "quiet": ({"app.py": "print('Error: none')\nprint('0 errors, 0 exceptions')\nimport logging\nlogging.error('KeyError happened: %r', 'x')\n"}, ["app.py"], []),
    "stack_info": ({"app.py": "import logging\ndef f():\n    logging.warning('here', stack_info=True)\nf()\n"}, ["app.py"], []),
    "print_stack": ({"app.py": "import traceback\ndef f():\n    traceback.print_stack()\nf()\n"}, ["app.py"], []),
}

UNITTEST = """\
import unittest
class TestShop(unittest.TestCase):
    def test_equal(self):
        self.assertEqual(1 + 1, 3)
    def test_error(self):
        \"\"\"Divides.\"\"\"
        1 / 0
    def test_lists(self):
        self.assertEqual([1, 2], [1, 3])
    def test_ok(self):
        pass
    def test_sub(self):
        for i in (1, 2):
            with self.subTest(i=i):
                self.assertTrue(i == 1, 'not one')
class TestSetUp(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        {}['config']
    def test_never(self):
        pass
unittest.main()
"""

DOCTEST = """\
def double(x):
    \"\"\"
    >>> double(2)
    5
    >>> double(None)
    4
    \"\"\"
    return x * 2
import doctest
doctest.testmod()
"""

U = "/srv/shop/test_shop.py"
RUNNERS = {
    "unittest": ({"test_shop.py": UNITTEST}, ["test_shop.py"], [
        expected(["KeyError"], ["'config'"], [U, 19, "setUpClass"], "KEY.KEY_ERROR", "setUpClass (__main__.TestSetUp)", "config", "UNITTEST"),
        expected(["ZeroDivisionError"], ["division by zero"], [U, 7, "test_error"], "NUM.ZERO_DIVISION", "test_error (__main__.TestShop*)", None, "UNITTEST"),
        expected(["AssertionError"], ["2 != 3"], [U, 4, "test_equal"], "TST.EQUALITY", "test_equal (__main__.TestShop*)", None, "UNITTEST"),
        expected(["AssertionError"], ["Lists differ: [1, 2] != [1, 3]"], [U, 9, "test_lists"], "TST.COUNTS", "test_lists (__main__.TestShop*)", None, "UNITTEST"),
        expected(["AssertionError"], ["False is not true : not one"], [U, 15, "test_sub"], "TST.COMPARISON", "test_sub (__main__.TestShop*) (i=2)", None, "UNITTEST")]),
    "unittest_import": ({"test_bad.py": "import not_there\n"}, ["-m", "unittest", "test_bad"], [
        expected(["ModuleNotFoundError"], ["No module named 'not_there'"], ["/srv/shop/test_bad.py", 1, "<module>"], "RES.MODULE_NOT_FOUND", "test_bad (unittest.loader._FailedTest*)", "not_there", "UNITTEST")]),
    "unittest_ok": ({"test_shop.py": "import unittest\nclass T(unittest.TestCase):\n    def test_error(self):\n        with self.assertRaises(ZeroDivisionError):\n            1 / 0\n"},
                    ["-m", "unittest", "-v", "test_shop"], []),
    "doctest": ({"app.py": DOCTEST}, ["app.py"], [
        expected(["DocTestFailure"], ["Expected: 5, got: 4"], [APP, 3, "__main__.double"], "TST.DOCTEST", "__main__.double", None, "DOCTEST"),
        expected(["TypeError"], ["unsupported operand type(s) for *: 'NoneType' and 'int'"], [APP, 8, "double"], "STA.NONE_OPERAND", "__main__.double", None, "DOCTEST")]),
}

PYTEST = """\
import pytest
from shop import price, load

class Basket:
    def __repr__(self):
        return "<Basket>"

def test_equal():
    assert price(2) == 5

def test_message():
    assert price(1) == 0, "free things do not exist"

def test_zero():
    price(0)

@pytest.mark.parametrize("name", ["a", "b c"])
def test_load(name):
    load(name)

class TestGroup:
    def test_method(self):
        Basket().total

    def test_raises(self):
        with pytest.raises(KeyError):
            price(3)

def test_fail():
    pytest.fail("not today")

def test_chain():
    try:
        load("x")
    except KeyError as e:
        raise RuntimeError("no data") from e

def test_fixture(nothing_of_this_name):
    pass

@pytest.fixture
def broken():
    raise OSError(5, "io")

def test_setup(broken):
    pass

def test_ok():
    pass

@pytest.mark.xfail
def test_known():
    assert 0
"""

SHOP = """\
DATA = {}
def price(n):
    return 10 // n if n != 2 else 4
def load(name):
    return DATA[name]
"""

T = "test_prices.py"


def pytest_expected(style):
    def at(line, file=T, function=None):
        return None if style == "no" else [file, line, function]

    key = "KEY.KEY_ERROR"
    return [
        expected(["OSError"], ["[Errno 5] io"], None if style == "line" else at(43), "IO.OS_ERROR", T + "::test_setup", None, "PYTEST"),
        expected(["AssertionError"], ["assert 4 == 5"], at(9), "TST.EQUALITY", T + "::test_equal", None, "PYTEST"),
        expected(["AssertionError"], ["free things do not exist"], at(12), "TST.*", T + "::test_message", None, "PYTEST"),
        expected(["ZeroDivisionError"], None, at(3, "shop.py"), "NUM.ZERO_DIVISION", T + "::test_zero", None, "PYTEST"),
        expected(["KeyError"], ["'a'"], at(5, "shop.py"), key, T + "::test_load[a]", "a", "PYTEST"),
        expected(["KeyError"], ["'b c'"], at(5, "shop.py"), key, T + "::test_load[b c]", "b c", "PYTEST"),
        expected(["AttributeError"], ["'Basket' object has no attribute 'total'"], at(23), "TYP.ATTRIBUTE", T + "::TestGroup::test_method", "total", "PYTEST"),
        expected(["Failed"], ["DID NOT RAISE <class 'KeyError'>"], at(26), "TST.DID_NOT_RAISE", T + "::TestGroup::test_raises", "KeyError", "PYTEST"),
        expected(["Failed"], ["not today"], at(30), "TST.EXPLICIT_FAIL", T + "::test_fail", None, "PYTEST"),
        expected(["RuntimeError"] if style == "no" else ["KeyError", "RuntimeError"], ["no data"] if style == "no" else ["'x'", "no data"],
                 at(36), "RUN.RUNTIME", T + "::test_chain", None, "PYTEST"),
    ] + ([expected(["Error"], [""], None, "*", T + "::test_fixture", None, "PYTEST")] if style == "no" else [expected(["FixtureLookupError"], ["fixture 'nothing_of_this_name' not found"], at(38), "TST.FIXTURE_MISSING", T + "::test_fixture", "nothing_of_this_name", "PYTEST")])


PYTEST_OTHER = {
    "pytest_collect_import": ({"test_a.py": "import not_there\n"}, ["test_a.py"], [
        expected(["ModuleNotFoundError"], ["No module named 'not_there'"], ["test_a.py", 1, "<module>"], "RES.MODULE_NOT_FOUND", "test_a.py", "not_there", "PYTEST")]),
    "pytest_collect_syntax": ({"test_a.py": "def f(:\n    pass\n"}, ["test_a.py"], [
        expected(["SyntaxError"], ["invalid syntax"], ["/srv/shop/test_a.py", 1, ""], "SYN.INVALID_SYNTAX", "test_a.py", None, "PYTEST")]),
    "pytest_conftest": ({"conftest.py": "import not_there\n", "test_a.py": "def test(): pass\n"}, ["test_a.py"], [
        expected(["ModuleNotFoundError"], ["No module named 'not_there'"], ["conftest.py", 1, "<module>"], "RES.MODULE_NOT_FOUND", None, "not_there", "PYTEST")]),
    "pytest_no_file": ({}, ["nowhere.py"], [expected(["UsageError"], ["file or directory not found: nowhere.py"], None, "TST.COLLECTION", None, "nowhere.py", "MESSAGE")]),
    "pytest_passing": ({"test_a.py": "import warnings\nclass A:\n    def __del__(self):\n        1 / 0\ndef test_warn():\n    warnings.warn('old', DeprecationWarning)\n    A()\ndef test_ok():\n    print('Traceback')\n"}, ["-v", "test_a.py"], []),
    "pytest_teardown": ({"test_a.py": "import pytest\n@pytest.fixture\ndef f():\n    yield\n    {}['gone']\ndef test_t(f):\n    pass\n"}, ["test_a.py"], [
        expected(["KeyError"], ["'gone'"], ["test_a.py", 5, None], "KEY.KEY_ERROR", "test_a.py::test_t", "gone", "PYTEST")]),
    "pytest_doctest": ({"app.py": "def double(x):\n    '''\n    >>> double(2)\n    5\n    '''\n    return x * 2\n"}, ["--doctest-modules", "app.py"], [
        expected(["DocTestFailure"], ["Expected: 5, got: 4"], ["/srv/shop/app.py", 3, None], "TST.DOCTEST", "app.py::app.double", None, "PYTEST")]),
    "pytest_group": ({"test_a.py": "def test_g():\n    raise ExceptionGroup('g', [ValueError('inner')])\n"}, ["test_a.py"], [
        expected(["ExceptionGroup"], ["g (1 sub-exception)"], None, "VAL.VALUE_ERROR", "test_a.py::test_g", None, "PYTEST")]),
    "pytest_captured": ({"test_a.py": "import logging\ndef test_c():\n    try:\n        {}['inner']\n    except KeyError:\n        logging.exception('handled')\n    print('Traceback (most recent call last):')\n    assert 1 == 2\n"}, ["test_a.py"], [
        expected(["AssertionError"], ["assert 1 == 2"], ["test_a.py", 8, "test_c"], "TST.EQUALITY", "test_a.py::test_c", None, "PYTEST")]),
    "pytest_unittest": ({"test_a.py": "import unittest\nclass T(unittest.TestCase):\n    def test_x(self):\n        self.assertEqual({'a': 1}, {'a': 2})\n"}, ["test_a.py"], [
        expected(["AssertionError"], ["{'a': 1} != {'a': 2}"], ["test_a.py", 4, None], "TST.EQUALITY", "test_a.py::T::test_x", None, "PYTEST")]),
    "pytest_multi_line": ({"test_a.py": "def test_m():\n    raise ValueError('one\\ntwo')\n"}, ["test_a.py"], [
        expected(["ValueError"], ["one\ntwo"], ["test_a.py", 2, "test_m"], "VAL.VALUE_ERROR", "test_a.py::test_m", None, "PYTEST")]),
}

NOTEBOOK = {
    "ipython_zero": (["x = 0\n1 / x"], [expected(["ZeroDivisionError"], ["division by zero"], [None, 2, None], "NUM.ZERO_DIVISION", None, None, "NOTEBOOK")]),
    "ipython_function": (["def f(d):\n    return d['key']", "f({})"], [expected(["KeyError"], ["'key'"], [None, 2, "f"], "KEY.KEY_ERROR", None, "key", "NOTEBOOK")]),
    "ipython_library": (["import json\njson.loads('{')"], [expected(["JSONDecodeError"], None, ["/usr/local/lib/python3.11/json/decoder.py", None, "JSONDecoder.raw_decode"], "SER.JSON_PARSE", None, None, "NOTEBOOK")]),
    "ipython_syntax": (["print('a'"], [expected(["SyntaxError"], None, [None, 1, ""], "SYN.*", None, None, "SYNTAX")]),
    "ipython_chain": (["try:\n    {}['a']\nexcept KeyError:\n    int('x')"], [
        expected(["KeyError", "ValueError"], ["'a'", "invalid literal for int() with base 10: 'x'"], [None, 4, None], "VAL.INT_LITERAL", None, None, "NOTEBOOK")]),
    "ipython_name": (["import pandaz"], [expected(["ModuleNotFoundError"], ["No module named 'pandaz'"], [None, 1, None], "RES.MODULE_NOT_FOUND", None, "pandaz", "NOTEBOOK")]),
    "ipython_multi": (["raise ValueError('one\\ntwo')"], [expected(["ValueError"], ["one\ntwo"], [None, 1, None], "VAL.VALUE_ERROR", None, None, "NOTEBOOK")]),
}
SHELL = """\
import json, sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance(colors=sys.argv[1])
for cell in json.load(open('cells.json')):
    shell.run_cell(cell, store_history=True)
"""


def has(python, module):
    return subprocess.run([python, "-c", "import " + module], capture_output=True).returncode == 0


def names(python):
    found = list(PLAIN) + list(RUNNERS)
    if has(python, "pytest"):
        found += ["pytest_" + s for s in ("long", "short", "line", "native", "auto", "no", "colour", "actions", "verbose", "locals")] + list(PYTEST_OTHER)
    if has(python, "IPython"):
        found += [name + suffix for name in NOTEBOOK for suffix in ("", "_colour")]
    return found


def make(python, release, folder, machine, name):
    files, argv, wanted, env = plan(name, release)
    for path, source in files.items():
        with open(os.path.join(folder, path), "w", encoding="utf-8") as f:
            f.write(source)
    done = subprocess.run([python, *argv], cwd=folder, capture_output=True, timeout=90, stdin=subprocess.DEVNULL,
                          env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": folder, **env})
    text = (done.stdout + done.stderr).decode("utf-8", "replace")
    if name == "pytest_actions":
        import styles
        text = styles.actions(text)
    return {"id": name + "-" + release + "-" + machine.tag(), "style": name, "expect": wanted, "text": machine.clean(text)}


def plan(name, release):
    if name in PLAIN or name in RUNNERS:
        files, argv, wanted = {**PLAIN, **RUNNERS}[name]
        return files, argv, wanted, {}
    if name.startswith("ipython"):
        colour = name.endswith("_colour")
        cells, wanted = NOTEBOOK[name.removesuffix("_colour")]
        return {"cells.json": json.dumps(cells), "shell.py": SHELL}, ["shell.py", "Linux" if colour else "NoColor"], wanted, {}
    if name in PYTEST_OTHER:
        files, argv, wanted = PYTEST_OTHER[name]
        return files, ["-m", "pytest", "-p", "no:cacheprovider", *argv], wanted, {}
    style = name[7:]
    options = {"colour": ["--color=yes"], "actions": [], "verbose": ["-vv", "-rA"], "locals": ["--showlocals"]}.get(style, ["--tb=" + style])
    return {T: PYTEST, "shop.py": SHOP}, ["-m", "pytest", "-p", "no:cacheprovider", *options, T], pytest_expected(style), {"COLUMNS": "200" if style == "no" else "80"}
