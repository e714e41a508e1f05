"""Names, imports and attributes."""
import ast
import builtins
import re

from edits import misspell
from registry import bug

STDLIB = {"collections", "math", "json", "re", "os", "csv", "datetime", "itertools", "functools", "asyncio", "time", "io", "heapq",
          "statistics", "html", "string", "operator", "urllib.parse", "dataclasses", "abc", "enum", "pathlib"}


@bug("names", "misspelt-local", "NameError|UnboundLocalError")
def misspelt_local(source, project, rng):
    for node in source.all(ast.Name):
        if isinstance(node.ctx, ast.Load) and len(node.id) > 3 and source.function_of(node) and not hasattr(builtins, node.id):
            yield source.replaced(node, misspell(node.id, rng))


@bug("names", "misspelt-builtin", "NameError")
def misspelt_builtin(source, project, rng):
    for node in source.all(ast.Name):
        if hasattr(builtins, node.id) and len(node.id) > 2 and node.id not in ("self",):
            yield source.replaced(node, misspell(node.id, rng))


@bug("names", "wrong-case", "NameError")
def wrong_case(source, project, rng):
    for node in source.all(ast.Constant):
        if node.value in (True, False, None) and not isinstance(node.value, int) or isinstance(node.value, bool):
            yield source.replaced(node, str(node.value).lower())
    for node in source.all(ast.Name):
        if isinstance(node.ctx, ast.Load) and node.id[0].isupper() and not node.id.isupper():
            yield source.replaced(node, node.id.lower())


@bug("names", "lost-self", "NameError")
def lost_self(source, project, rng):
    for node in source.all(ast.Attribute):
        if isinstance(node.value, ast.Name) and node.value.id == "self" and isinstance(node.ctx, ast.Load):
            yield source.cut(source.start(node), source.end(node.value) + 1)


@bug("names", "lost-quotes", "NameError")
def lost_quotes(source, project, rng):
    for node in source.all(ast.Constant):
        if isinstance(node.value, str) and node.value.isidentifier() and source.function_of(node):
            yield source.replaced(node, node.value)


@bug("names", "lost-initial-value", "UnboundLocalError|NameError")
def lost_initial_value(source, project, rng):
    for node in source.all(ast.Assign):
        simple = isinstance(node.value, (ast.Constant, ast.List, ast.Dict)) and isinstance(node.targets[0], ast.Name)
        if simple and source.function_of(node) and len(source.body_of(node)) > 1:
            yield source.without_lines(node)


@bug("imports", "lost-stdlib-import", "NameError")
def lost_stdlib_import(source, project, rng):
    for node in source.all(ast.Import):
        if all(alias.name in STDLIB for alias in node.names):
            yield source.without_lines(node)


@bug("imports", "lost-from-import", "NameError")
def lost_from_import(source, project, rng):
    for node in source.all(ast.ImportFrom):
        if node.module in STDLIB:
            if len(node.names) == 1:
                yield source.without_lines(node)
            else:
                for alias in node.names:
                    kept = ", ".join(a.name for a in node.names if a is not alias)
                    yield source.replaced(node, f"from {node.module} import {kept}")


@bug("imports", "lost-project-import", "NameError")
def lost_project_import(source, project, rng):
    modules = {path[:-3] for path in project if path.endswith(".py")}
    for node in source.all(ast.ImportFrom):
        if node.module in modules and len(node.names) > 1:
            gone = rng.choice(node.names)
            yield source.replaced(node, f"from {node.module} import " + ", ".join(a.name for a in node.names if a is not gone))
        elif node.module in modules:
            yield source.without_lines(node)


@bug("imports", "misspelt-module", "ModuleNotFoundError")
def misspelt_module(source, project, rng):
    for node in source.all(ast.ImportFrom):
        if node.module and node.level == 0:
            yield source.text.replace(f"from {node.module} import", f"from {misspell(node.module, rng)} import", 1)
    for node in source.all(ast.Import):
        name = node.names[0].name
        if "." not in name and len(name) > 2 and not node.names[0].asname:
            yield source.replaced(node, f"import {misspell(name, rng)}")


@bug("imports", "misspelt-imported-name", "ImportError")
def misspelt_imported(source, project, rng):
    for node in source.all(ast.ImportFrom):
        for alias in node.names:
            if len(alias.name) > 3:
                start = source.start(alias)
                yield source.cut(start, start + len(alias.name), misspell(alias.name, rng))


@bug("imports", "wrong-home", "ImportError|ModuleNotFoundError")
def wrong_home(source, project, rng):
    homes = {"defaultdict": "itertools", "Counter": "itertools", "deque": "queue", "datetime": "time", "timedelta": "time", "groupby": "functools",
             "total_ordering": "operator", "date": "calendar", "namedtuple": "typing_extra", "OrderedDict": "dataclasses", "urlsplit": "urllib.request_"}
    for node in source.all(ast.ImportFrom):
        for alias in node.names:
            if alias.name in homes and len(node.names) == 1:
                yield source.replaced(node, f"from {homes[alias.name]} import {alias.name}")
    modules = sorted(path[:-3] for path in project if path.endswith(".py") and "/" not in path and not path.startswith("test"))
    for node in source.all(ast.ImportFrom):
        if node.module in modules:
            other = rng.choice([m for m in modules if m != node.module and m + ".py" != source.path] or [node.module])
            yield source.text.replace(f"from {node.module} import", f"from {other} import", 1)


@bug("imports", "python-2-or-removed", "ImportError|ModuleNotFoundError|AttributeError")
def removed_api(source, project, rng):
    swaps = [("from collections import defaultdict", "from collections import defaultdict, Mapping"), ("import io\n", "import StringIO\n"),
             ("from urllib.parse import parse_qs, urlsplit", "from urlparse import parse_qs, urlsplit"), ("import html\n", "import HTMLParser as html_\nimport html\n"),
             ("time.perf_counter", "time.clock"), ("from collections import OrderedDict", "from collections import OrderedDict, Iterable"),
             ("import heapq", "import heapq, Queue"), ("from collections import Counter", "from collections import Counter, Sequence")]
    for old, new in swaps:
        if old in source.text:
            yield source.text.replace(old, new, 1)


@bug("imports", "circular", "circular import|partially initialized")
def circular(source, project, rng):
    for node in source.all(ast.ImportFrom):
        target = f"{node.module}.py"
        if target in project and node.level == 0 and "import" in source.text:
            own = source.path[:-3].replace("/", ".")
            names = [n.name for n in source.tree.body if isinstance(n, (ast.FunctionDef, ast.ClassDef))]
            if names and "/" not in source.path:
                yield {target: insert_import(project[target], f"from {own} import {rng.choice(names)}")}


@bug("imports", "wrong-relative", "ImportError|ModuleNotFoundError")
def wrong_relative(source, project, rng):
    for node in source.all(ast.ImportFrom):
        if node.level == 1 and node.module:
            yield source.text.replace(f"from .{node.module} import", f"from {node.module} import", 1)
            yield source.text.replace(f"from .{node.module} import", f"from ..{node.module} import", 1)
        elif node.level == 0 and f"{node.module}.py" in project and "/" not in source.path:
            yield source.text.replace(f"from {node.module} import", f"from .{node.module} import", 1)


def insert_import(text, line):
    tree = ast.parse(text)
    at = 1 if isinstance(tree.body[0], ast.Expr) and len(tree.body) > 1 else 0
    lines = text.splitlines(keepends=True)
    number = tree.body[at].lineno - 1
    return "".join(lines[:number]) + line + "\n" + "".join(lines[number:])


@bug("attributes", "misspelt-attribute", "AttributeError")
def misspelt_attribute(source, project, rng):
    for node in source.all(ast.Attribute):
        called = isinstance(source.parents[node], ast.Call) and source.parents[node].func is node
        if not called and isinstance(node.ctx, ast.Load) and len(node.attr) > 3:
            yield source.cut(source.end(node) - len(node.attr), source.end(node), misspell(node.attr, rng))


@bug("attributes", "misspelt-method", "AttributeError")
def misspelt_method(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Attribute) and len(node.func.attr) > 3:
            yield source.cut(source.end(node.func) - len(node.func.attr), source.end(node.func), misspell(node.func.attr, rng))


@bug("attributes", "misspelt-where-set", "AttributeError")
def misspelt_store(source, project, rng):
    for node in source.all(ast.Attribute):
        if isinstance(node.ctx, ast.Store) and len(node.attr) > 3:
            yield source.cut(source.end(node) - len(node.attr), source.end(node), misspell(node.attr, rng))


@bug("attributes", "other-language", "AttributeError")
def other_language(source, project, rng):
    swaps = {"append": ["push", "add"], "items": ["iteritems"], "values": ["itervalues"], "lower": ["toLowerCase", "lowercase"], "upper": ["toUpperCase"],
             "strip": ["trim"], "startswith": ["startsWith"], "extend": ["addAll"], "add": ["append", "push"], "join": ["concat"], "keys": ["iterkeys"]}
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in swaps and not (node.func.attr == "add" and "def add" in source.text):
            new = rng.choice(swaps[node.func.attr])
            yield source.cut(source.end(node.func) - len(node.func.attr), source.end(node.func), new)
        if isinstance(node.func, ast.Name) and node.func.id == "len" and isinstance(node.args[0], (ast.Name, ast.Attribute)):
            yield source.replaced(node, source.segment(node.args[0]) + rng.choice([".length", ".size()", ".length()", ".count"]))
    for node in source.all(ast.Compare):
        if isinstance(node.ops[0], ast.In) and isinstance(node.comparators[0], (ast.Name, ast.Attribute)):
            yield source.replaced(node, f"{source.segment(node.comparators[0])}.has_key({source.segment(node.left)})")


@bug("attributes", "lost-call-parentheses", "Error")
def lost_parentheses(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Attribute) and not node.args and not node.keywords and isinstance(source.parents[node], (ast.For, ast.BinOp, ast.Subscript, ast.Attribute, ast.comprehension, ast.Compare, ast.Call)):
            yield source.cut(source.end(node.func), source.end(node))


@bug("attributes", "module-for-class", "not callable|AttributeError|TypeError")
def module_for_class(source, project, rng):
    for name, module in (("datetime", "datetime"), ("date", "datetime"), ("Counter", "collections"), ("deque", "collections")):
        line = re.search(rf"^from {module} import {name}$", source.text, re.M)
        if line:
            yield source.text[:line.start()] + f"import {module}" + source.text[line.end():]
    for node in source.all(ast.Attribute):
        if isinstance(node.value, ast.Name) and node.value.id in ("math", "json", "statistics"):
            yield source.cut(source.end(node) - len(node.attr), source.end(node), misspell(node.attr, rng))
