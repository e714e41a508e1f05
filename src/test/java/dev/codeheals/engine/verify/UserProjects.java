package dev.codeheals.engine.verify;

import static dev.codeheals.engine.verify.UserProject.named;

import java.util.List;
import java.util.stream.Stream;

/// Kinds of projects that users have.
final class UserProjects {
    private static final String ADD = "def add(a, b):\n    return a - b\n";
    private static final String ADD_TEST = "from calc import add\ndef test_add():\n    assert add(2, 3) == 5\ndef test_zero():\n    assert add(2, 0) == 2\n";

    private UserProjects() {}

    static Stream<UserProject> all() {
        return Stream.of(scripts(), modules(), tests(), pytest(), work()).flatMap(List::stream);
    }

    private static List<UserProject> scripts() {
        return List.of(
                named("a script with arguments that reads its input").file("main.py", """
                        import sys
                        print(sys.argv[1:], sys.stdin.read(), __file__, __name__)
                        print(int(sys.argv[2]) + numbr)
                        """).run("python3", "main.py", "--n", "3").fails("NameError", "main.py", "numbr", "1"),
                named("a script in a folder, run with options").file("bin/tool.py", "import helper\nprint(helper.half(4))\n")
                        .file("bin/helper.py", "def half(n):\n    return n / zero\n").run("python", "-X", "dev", "-u", "bin/tool.py")
                        .fails("NameError", "bin/helper.py", "zero", "2"),
                named("a script that ends by sys.exit with an error").file("main.py", """
                        import sys
                        def main():
                            return {"a": 1}["b"] - 1
                        if __name__ == "__main__":
                            sys.exit(main())
                        """).run("python3", "main.py").fails("KeyError", "main.py", "[\"b\"]", "[\"a\"]"),
                named("a shell script").file("run.sh", "set -e\ncd app\npython3 main.py\n").file("app/main.py", "print(1 + '1')\n")
                        .run("bash", "run.sh").coldOnly().fails("TypeError", "app/main.py", "'1'", "1"),
                named("a makefile").file("Makefile", "test:\n\tpython3 -m unittest -q\n").file("calc.py", ADD).file("test_calc.py", """
                        import unittest, calc
                        class T(unittest.TestCase):
                            def test_add(self):
                                self.assertEqual(calc.add(1, 1), 2)
                        """).run("make", "test").coldOnly().fails("AssertionError", "calc.py", "a - b", "a + b"));
    }

    private static List<UserProject> modules() {
        return List.of(
                named("a package with relative imports").file("app/__init__.py", "").file("app/__main__.py", "from .core.work import go\ngo()\n")
                        .file("app/core/__init__.py", "from ..words import WORD\n").file("app/words.py", "WORD = 'hello'\n")
                        .file("app/core/work.py", "from . import WORD\ndef go():\n    print(WORD.uper())\n").run("python3", "-m", "app")
                        .fails("AttributeError", "app/core/work.py", "uper", "upper"),
                named("a namespace package").file("corp/tools/job.py", "from corp.data import rows\nprint(rows[0][2])\n")
                        .file("corp/data.py", "rows = [(1, 2)]\n").run("python3", "-m", "corp.tools.job")
                        .fails("IndexError", "corp/tools/job.py", "[2]", "[1]"),
                named("code on the command line").file("lib.py", "def f():\n    return undefined\n").run("python3", "-c", "import lib; print(lib.f())")
                        .fails("NameError", "lib.py", "undefined", "1"));
    }

    private static List<UserProject> tests() {
        String test = """
                import unittest
                from src.calc import add
                class AddTest(unittest.TestCase):
                    def test_add(self):
                        self.assertEqual(add(2, 3), 5)
                    def test_zero(self):
                        self.assertEqual(add(2, 0), 2)
                """;
        return List.of(
                named("unittest discover with a start folder").file("src/__init__.py", "").file("src/calc.py", ADD).file("tests/__init__.py", "")
                        .file("tests/test_calc.py", test).run("python3", "-m", "unittest", "discover", "-s", "tests", "-t", ".")
                        .fails("AssertionError", "src/calc.py", "a - b", "a + b"),
                named("unittest of one module that cannot be imported").file("src/__init__.py", "").file("src/calc.py", ADD.replace("a - b", "a + b"))
                        .file("test_calc.py", test.replace("src.calc", "src.clac")).run("python3", "-m", "unittest", "-v", "test_calc")
                        .fails("ModuleNotFoundError", "test_calc.py", "src.clac", "src.calc"),
                named("a test file run as a script").file("src/__init__.py", "").file("src/calc.py", ADD)
                        .file("check.py", test + "if __name__ == '__main__':\n    unittest.main()\n").run("python3", "check.py")
                        .fails("AssertionError", "src/calc.py", "a - b", "a + b"),
                named("doctest").file("calc.py", "def add(a, b):\n    '''\n    >>> add(1, 2)\n    3\n    '''\n    return a - c\n")
                        .run("python3", "-m", "doctest", "calc.py").fails("NameError", "calc.py", "a - c", "a + b"));
    }

    private static List<UserProject> pytest() {
        return List.of(
                named("pytest by its console script").file("calc.py", ADD).file("conftest.py", "").file("tests/test_calc.py", ADD_TEST).run("pytest")
                        .fails("AssertionError", "calc.py", "a - b", "a + b"),
                named("pytest that stops at the first failure").file("calc.py", ADD).file("test_calc.py", ADD_TEST).run("python3", "-m", "pytest", "-x", "-q")
                        .fails("AssertionError", "calc.py", "a - b", "a + b"),
                named("pytest with a chosen test").file("calc.py", ADD).file("test_calc.py", ADD_TEST)
                        .run("python3", "-m", "pytest", "-k", "add or zero", "--tb=short").fails("AssertionError", "calc.py", "a - b", "a + b"),
                named("pytest with a src layout and pythonpath").file("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = [\"src\"]\naddopts = \"-ra\"\n")
                        .file("src/shop/__init__.py", "").file("src/shop/calc.py", ADD).file("tests/test_calc.py", ADD_TEST.replace("calc", "shop.calc"))
                        .run("pytest", "tests").fails("AssertionError", "src/shop/calc.py", "a - b", "a + b"),
                named("pytest with fixtures, tmp_path and chdir").file("calc.py", "def load(path):\n    return path.read_txt()\n").file("conftest.py", """
                        import pytest, os
                        @pytest.fixture
                        def data(tmp_path, monkeypatch):
                            monkeypatch.chdir(tmp_path)
                            (tmp_path / 'in.txt').write_text('x')
                            yield tmp_path
                        @pytest.fixture(autouse=True, scope='session')
                        def moved():
                            os.chdir('/')
                        """).file("tests/test_load.py", "from calc import load\ndef test_load(data):\n    assert load(data / 'in.txt') == 'x'\n")
                        .run("python3", "-m", "pytest").fails("AttributeError", "calc.py", "read_txt", "read_text"),
                named("pytest without one of its own plugins").file("pytest.ini", "[pytest]\naddopts = -p no:stepwise\n")
                        .file("rates.py", "def rate(country):\n    return {'de': 19}[contry]\n").file("test_rates.py", """
                        from rates import rate
                        def test_rate(request):
                            assert rate('de') == 19
                            assert not request.config.pluginmanager.has_plugin('stepwise')
                        """).run("python3", "-m", "pytest", "-q").fails("NameError", "rates.py", "contry", "country"));
    }

    private static List<UserProject> work() {
        return List.of(
                named("a program that writes files and leaves folders").file("data/in.txt", "3").file("main.py", """
                        import pathlib, tempfile, shutil, os
                        here = pathlib.Path(__file__).parent
                        (here / 'out').mkdir()
                        (here / 'out' / 'x.txt').write_text(str(int((here / 'data/in.txt').read_text())))
                        (here / 'data/in.txt').write_text('spoilt')
                        with tempfile.NamedTemporaryFile('w', delete=False) as f:
                            f.write('x')
                        os.chmod(here / 'out', 0o500)
                        print(pth)
                        """).run("python3", "main.py").fails("NameError", "main.py", "pth", "here"),
                named("a program that talks to itself over loopback").file("main.py", """
                        import http.server, threading, urllib.request
                        server = http.server.HTTPServer(('127.0.0.1', 0), http.server.SimpleHTTPRequestHandler)
                        threading.Thread(target=server.serve_forever, daemon=True).start()
                        page = urllib.request.urlopen(f'http://127.0.0.1:{server.server_port}/main.py').read()
                        server.shutdown()
                        print(len(page) + size)
                        """).run("python3", "main.py").fails("NameError", "main.py", "size", "1"),
                named("a program that starts itself again").file("main.py", """
                        import subprocess, sys
                        if len(sys.argv) > 1:
                            print('child', sys.argv[1]); raise SystemExit
                        done = subprocess.run([sys.executable, __file__, 'x'], capture_output=True, text=True, check=True)
                        print(done.stdot)
                        """).run("python3", "main.py").fails("AttributeError", "main.py", "stdot", "stdout"),
                pool("spawn"), pool("fork"), pool("forkserver"),
                named("threads and asyncio").file("main.py", """
                        import asyncio, threading, concurrent.futures
                        async def work(n):
                            await asyncio.sleep(0.01)
                            return n * factor
                        async def main():
                            return await asyncio.gather(*(work(n) for n in range(3)))
                        with concurrent.futures.ThreadPoolExecutor(3) as pool:
                            print(list(pool.map(abs, [-1, -2])))
                        print(asyncio.run(main()))
                        """).run("python3", "main.py").fails("NameError", "main.py", "factor", "2"),
                named("input that nobody gives").file("main.py", "try:\n    name = input('name? ')\nexcept EOFError:\n    name = 'nobody'\nprint(nmae)\n")
                        .run("python3", "main.py").fails("NameError", "main.py", "nmae", "name"));
    }

    private static UserProject pool(String method) {
        return named("multiprocessing by " + method).file("main.py", """
                import multiprocessing
                def double(n):
                    return n * 2 + extra
                if __name__ == '__main__':
                    with multiprocessing.get_context('METHOD').Pool(2) as pool:
                        print(pool.map(double, [1, 2, 3]))
                """.replace("METHOD", method)).run("python3", "main.py").fails("NameError", "main.py", "extra", "0");
    }
}
