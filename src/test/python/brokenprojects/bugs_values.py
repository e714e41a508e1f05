"""None, types, calls, classes, keys and files."""
import ast
import re

from edits import misspell
from registry import bug


def calls(source, *names):
    for node in source.all(ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in names:
            yield node


@bug("none", "lost-return")
def lost_return(source, project, rng):
    for node in source.all(ast.Return):
        if node.value is not None and node is source.body_of(node)[-1]:
            start = source.start(node)
            yield source.cut(start, source.start(node.value))


@bug("none", "in-place-result", "NoneType")
def in_place(source, project, rng):
    for node in calls(source, "sorted"):
        if isinstance(source.parents[node], ast.Assign) and not node.keywords and isinstance(node.args[0], ast.Name):
            yield source.replaced(node, source.segment(node.args[0]) + ".sort()")
    for node in source.all(ast.Expr):
        if isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute) and node.value.func.attr in ("sort", "append", "extend", "reverse"):
            owner = source.segment(node.value.func.value)
            if owner.isidentifier():
                yield source.cut(source.start(node), source.start(node), owner + " = ")


@bug("none", "lost-none-check", "NoneType")
def lost_none_check(source, project, rng):
    for node in source.all(ast.If):
        test = source.segment(node.test)
        if ("is None" in test or test.startswith("not ")) and not node.orelse and isinstance(node.body[-1], (ast.Return, ast.Continue, ast.Raise)):
            yield source.without_lines(node)
        if " is None or " in test:
            yield source.replaced(node.test, test.split(" is None or ", 1)[1])


@bug("none", "get-without-default", "NoneType")
def get_default(source, project, rng):
    for node in calls(source, "get", "setdefault"):
        if len(node.args) == 2 and node.func.attr == "get":
            yield source.cut(source.end(node.args[0]), source.end(node.args[1]))


@bug("conversions", "lost-str", "TypeError")
def lost_str(source, project, rng):
    for node in calls(source, "str"):
        if len(node.args) == 1 and isinstance(source.parents[node], (ast.BinOp, ast.Call, ast.List, ast.comprehension)):
            yield source.replaced(node, source.segment(node.args[0]))


@bug("conversions", "lost-number")
def lost_number(source, project, rng):
    for node in calls(source, "int", "float"):
        if len(node.args) == 1:
            yield source.replaced(node, source.segment(node.args[0]))


@bug("conversions", "float-for-int")
def float_index(source, project, rng):
    for node in source.all(ast.BinOp):
        if isinstance(node.op, ast.FloorDiv):
            between = source.text[source.end(node.left):source.start(node.right)]
            yield source.cut(source.end(node.left), source.start(node.right), between.replace("//", "/"))


@bug("conversions", "lost-strip-or-blank", "ValueError")
def lost_strip(source, project, rng):
    for node in source.all(ast.If):
        if isinstance(node.test, ast.UnaryOp) and isinstance(node.body[-1], ast.Return) and not node.orelse:
            yield source.without_lines(node)


@bug("conversions", "bytes-and-text", "bytes|str|encode|decode")
def bytes_text(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("encode", "decode"):
            yield source.replaced(node, source.segment(node.func.value))


@bug("calls", "lost-argument", "missing \\d+ required")
def lost_argument(source, project, rng):
    for node in source.all(ast.Call):
        if len(node.args) >= 2 and not isinstance(node.args[-1], ast.Starred):
            i = rng.randrange(len(node.args))
            kept = [source.segment(a) for j, a in enumerate(node.args) if j != i] + [source.segment(k) for k in node.keywords]
            yield source.replaced(node, source.segment(node.func) + "(" + ", ".join(kept) + ")")


@bug("calls", "extra-argument", "positional argument")
def extra_argument(source, project, rng):
    for node in source.all(ast.Call):
        function = source.function_of(node)
        if node.args and function and function.args.args and not node.keywords and isinstance(node.func, (ast.Name, ast.Attribute)):
            extra = rng.choice([a.arg for a in function.args.args if a.arg != "self"] or ["None"])
            yield source.cut(source.end(node.args[-1]), source.end(node.args[-1]), ", " + extra)


@bug("calls", "misspelt-keyword", "unexpected keyword")
def misspelt_keyword(source, project, rng):
    for node in source.all(ast.keyword):
        if node.arg and len(node.arg) > 2:
            start = source.start(node)
            yield source.cut(start, start + len(node.arg), misspell(node.arg, rng))


@bug("calls", "lost-self-parameter", "positional argument|NameError")
def lost_self(source, project, rng):
    for node in source.all(ast.FunctionDef):
        if node.args.args and node.args.args[0].arg == "self":
            first = node.args.args[0]
            end = source.start(node.args.args[1]) if len(node.args.args) > 1 else source.end(first)
            yield source.cut(source.start(first), end)


@bug("calls", "swapped-arguments")
def swapped_arguments(source, project, rng):
    for node in source.all(ast.Call):
        if len(node.args) >= 2 and not any(isinstance(a, (ast.Starred, ast.Lambda)) for a in node.args):
            i = rng.randrange(len(node.args) - 1)
            a, b = node.args[i], node.args[i + 1]
            if source.segment(a) != source.segment(b):
                yield source.cut(source.start(a), source.end(b), source.segment(b) + source.text[source.end(a):source.start(b)] + source.segment(a))


@bug("classes", "lost-super-init", "AttributeError")
def lost_super(source, project, rng):
    for node in source.all(ast.Expr):
        if source.segment(node).startswith("super().__init__"):
            yield source.without_lines(node)


@bug("classes", "wrong-super-arguments", "TypeError")
def super_arguments(source, project, rng):
    for node in calls(source, "__init__"):
        if len(node.args) > 1:
            yield source.cut(source.end(node.args[-2]), source.end(node.args[-1]))


@bug("classes", "misspelt-override", "abstract|NotImplementedError|TypeError")
def misspelt_override(source, project, rng):
    for node in source.all(ast.FunctionDef):
        owner = source.class_of(node)
        if owner and owner.bases and not node.name.startswith("__"):
            start = source.start(node) + len("def ")
            yield source.cut(start, start + len(node.name), misspell(node.name, rng))


@bug("classes", "misspelt-init", "takes no arguments|TypeError|AttributeError")
def misspelt_init(source, project, rng):
    for node in source.all(ast.FunctionDef):
        if node.name == "__init__":
            start = source.start(node) + len("def ")
            yield source.cut(start, start + len("__init__"), rng.choice(["_init_", "__init_", "__int__", "init", "__init"]))


@bug("classes", "dataclass-order", "non-default argument")
def dataclass_order(source, project, rng):
    for owner in source.all(ast.ClassDef):
        if any("dataclass" in source.segment(d) for d in owner.decorator_list):
            plain = [n for n in owner.body if isinstance(n, ast.AnnAssign) and n.value is None]
            for node in plain[:-1]:
                kind = source.segment(node.annotation)
                yield source.cut(source.end(node), source.end(node), {"str": ' = ""', "int": " = 0", "float": " = 0.0"}.get(kind, " = None"))


@bug("classes", "mutable-default-field", "mutable default")
def mutable_field(source, project, rng):
    for match in re.finditer(r"field\(default_factory=(list|dict)\)", source.text):
        yield source.text[:match.start()] + {"list": "[]", "dict": "{}"}[match.group(1)] + source.text[match.end():]


@bug("classes", "shared-mutable-default", script=False)
def shared_default(source, project, rng):
    for node in source.all(ast.FunctionDef):
        for argument, default in zip(reversed(node.args.args), reversed(node.args.defaults)):
            wanted = re.search(rf"{argument.arg} if {argument.arg} is not None else (\{{\}}|\[\])", source.text)
            if wanted and isinstance(default, ast.Constant) and default.value is None:
                text = source.text[:wanted.start()] + argument.arg + source.text[wanted.end():]
                yield text[:source.start(default)] + wanted.group(1) + text[source.end(default):]
    for node in source.all(ast.Assign):
        function = source.function_of(node)
        target = node.targets[0]
        owner = source.class_of(node)
        if function is not None and function.name == "__init__" and owner is not None and isinstance(target, ast.Attribute) and isinstance(node.value, (ast.List, ast.Dict)):
            text = source.without_lines(node)
            at = source.starts[owner.body[0].lineno - 1] if not isinstance(owner.body[0], ast.Expr) else source.starts[owner.body[0].end_lineno]
            yield text[:at] + source.indent_of(owner.body[0]) + target.attr + " = " + source.segment(node.value) + "\n" + text[at:]


@bug("classes", "lost-decorator")
def lost_decorator(source, project, rng):
    for node in source.all(ast.FunctionDef, ast.ClassDef):
        for decorator in node.decorator_list:
            name = source.segment(decorator)
            if name in ("property", "classmethod", "dataclass") or name.startswith("dataclass"):
                start, end = source.line_of(decorator)
                yield source.cut(start, end)


@bug("keys", "misspelt-key", "KeyError")
def misspelt_key(source, project, rng):
    for node in source.all(ast.Subscript):
        key = node.slice
        if isinstance(key, ast.Constant) and isinstance(key.value, str) and len(key.value) > 2 and isinstance(node.ctx, ast.Load):
            quote = source.segment(key)[0]
            yield source.replaced(key, quote + misspell(key.value, rng) + quote)


@bug("keys", "misspelt-key-where-set", "KeyError")
def misspelt_dict_key(source, project, rng):
    for node in source.all(ast.Dict):
        for key in node.keys:
            if isinstance(key, ast.Constant) and isinstance(key.value, str) and len(key.value) > 3:
                quote = source.segment(key)[0]
                yield source.replaced(key, quote + misspell(key.value, rng) + quote)


@bug("keys", "absent-key", "KeyError")
def absent_key(source, project, rng):
    for node in calls(source, "get"):
        if len(node.args) == 2 and isinstance(node.func, ast.Attribute):
            yield source.replaced(node, f"{source.segment(node.func.value)}[{source.segment(node.args[0])}]")
    for node in source.all(ast.If):
        if isinstance(node.test, ast.Compare) and isinstance(node.test.ops[0], ast.NotIn) and len(node.body) == 1 and isinstance(node.body[0], ast.Assign) and not node.orelse:
            yield source.without_lines(node)


@bug("keys", "plain-dict", "KeyError")
def plain_dict(source, project, rng):
    for node in calls(source, "defaultdict", "Counter"):
        yield source.replaced(node, "{}")


@bug("keys", "misspelt-format-field", "KeyError")
def format_field(source, project, rng):
    for node in source.all(ast.Constant):
        if isinstance(node.value, str) and re.search(r"\{[a-z]{3,}", node.value) and source.parents.get(node) is not None:
            match = re.search(r"\{([a-z]{3,})", source.segment(node))
            if match:
                at = source.start(node) + match.start(1)
                yield source.cut(at, at + len(match.group(1)), misspell(match.group(1), rng))


@bug("context", "lost-enter-result", "NoneType|AttributeError")
def lost_enter(source, project, rng):
    for node in source.all(ast.FunctionDef, ast.AsyncFunctionDef):
        if node.name in ("__enter__", "__aenter__") and isinstance(node.body[-1], ast.Return):
            yield source.without_lines(node.body[-1])


@bug("context", "closed-too-early", "closed file|ValueError|NameError")
def closed_early(source, project, rng):
    for node in source.all(ast.With):
        if "open(" in source.segment(node.items[0]) if hasattr(node.items[0], "lineno") else "open(" in source.segment(node.items[0].context_expr):
            body = node.body
            first = source.starts[body[0].lineno - 1]
            last = source.starts[body[-1].end_lineno]
            inner = source.text[first:last]
            name = source.segment(node.items[0].optional_vars) if node.items[0].optional_vars else ""
            indent = source.indent_of(node)
            deeper = source.indent_of(body[0])
            moved = "".join(indent + line[len(deeper):] if line.startswith(deeper) else line for line in inner.splitlines(keepends=True))
            yield source.cut(first, last, f"{deeper}reader = {name}\n" + moved)


@bug("context", "misspelt-exit", "__exit__|__enter__|__aexit__|__aenter__")
def misspelt_exit(source, project, rng):
    for node in source.all(ast.FunctionDef, ast.AsyncFunctionDef):
        if node.name in ("__exit__", "__enter__", "__aexit__", "__aenter__"):
            at = source.text.index(node.name, source.start(node))
            yield source.cut(at, at + len(node.name), rng.choice(["_" + node.name.strip("_") + "_", node.name[:-1], node.name[1:]]))


@bug("context", "lost-with-parameter", "positional argument")
def exit_parameters(source, project, rng):
    for node in source.all(ast.FunctionDef, ast.AsyncFunctionDef):
        if node.name in ("__exit__", "__aexit__"):
            yield source.cut(source.end(node.args.args[-2]), source.end(node.args.args[-1]))


@bug("files", "encoding", "codec can't")
def encoding(source, project, rng):
    for match in re.finditer(r"encoding=(['\"])utf-8\1", source.text):
        yield source.text[:match.start()] + f"encoding={match.group(1)}ascii{match.group(1)}" + source.text[match.end():]


@bug("files", "wrong-path", "No such file|FileNotFoundError")
def wrong_path(source, project, rng):
    swaps = [('os.path.join(HERE, "data", "sales.csv")', '"sales.csv"'), ('os.path.join(HERE, "data", "sales.csv")', 'os.path.join(HERE, "sales.csv")'),
             ('"data", "sales.csv"', '"data", "sale.csv"'), ('Path(__file__).parent / "config" / "settings.json"', 'Path("settings.json")'),
             ('"config" / "settings.json"', '"settings.json"'), ('"config" / "settings.json"', '"conf" / "settings.json"'), ('"settings.json"', '"setting.json"')]
    for old, new in swaps:
        for quoted in (old, old.replace('"', "'")):
            if quoted in source.text:
                yield source.text.replace(quoted, new)


@bug("datetime", "wrong-format", "does not match format|unconverted data|ValueError")
def wrong_format(source, project, rng):
    for match in re.finditer(r"%Y-%m-%d( %H:%M:%S)?", source.text):
        wrong = rng.choice(["%d.%m.%Y", "%Y/%m/%d", "%y-%m-%d", "%Y-%d-%m", "%m-%d-%Y"]) + (match.group(1) or "")
        if match.group(1) and rng.random() < 0.5:
            wrong = rng.choice(["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%d"])
        yield source.text[:match.start()] + wrong + source.text[match.end():]


@bug("datetime", "number-for-timedelta", "timedelta|datetime|unsupported operand")
def plain_number(source, project, rng):
    for node in calls(source, "timedelta"):
        if node.keywords and isinstance(source.parents[node], (ast.BinOp, ast.Return)):
            yield source.replaced(node, source.segment(node.keywords[0].value))


@bug("datetime", "naive-and-aware", "offset-naive|tzinfo|timezone")
def aware(source, project, rng):
    for node in source.all(ast.Call):
        text = source.segment(node)
        if text.startswith("datetime.strptime(") and not isinstance(source.parents[node], ast.Attribute):
            new = source.replaced(node, text + ".replace(tzinfo=timezone.utc)")
            yield new.replace("from datetime import datetime", "from datetime import datetime, timezone", 1)


@bug("json", "not-serialisable", "not JSON serializable")
def not_serialisable(source, project, rng):
    swaps = [('settings.started.isoformat()', 'settings.started'), ('settings.unit.value', 'settings.unit'), ('"stages": settings.stages', '"stages": set(settings.stages)'),
             ('"count": len(self.accounts)', '"count": self.accounts.keys()'), ('account.balance().cents', 'account.balance()'), ('"month": month', '"month": {month}'),
             ('"best": best_seller(sales)', '"best": {best_seller(sales)}')]
    for old, new in swaps:
        for quoted in ((old, new), (old.replace('"', "'"), new.replace('"', "'"))):
            if quoted[0] in source.text:
                yield source.text.replace(quoted[0], quoted[1], 1)


@bug("json", "load-for-loads", "AttributeError|TypeError")
def load_loads(source, project, rng):
    for match in re.finditer(r"json\.(loads|load|dumps)\(", source.text):
        yield source.text[:match.start(1)] + {"loads": "load", "load": "loads", "dumps": "dump"}[match.group(1)] + source.text[match.end(1):]


@bug("json", "parsed-text", "string indices|TypeError|AttributeError")
def unparsed(source, project, rng):
    for node in calls(source, "loads", "load"):
        if len(node.args) == 1 and isinstance(node.func, ast.Attribute):
            yield source.replaced(node, source.segment(node.args[0]) + (".read()" if node.func.attr == "load" else ""))
