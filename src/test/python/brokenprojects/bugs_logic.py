"""Scope, iteration, bounds, operators, statements, coroutines: mostly wrong answers."""
import ast
import re

from registry import bug


def operator_text(source, left, right):
    start, end = source.end(left), source.start(right)
    return start, end, source.text[start:end]


@bug("scope", "lost-nonlocal", "UnboundLocalError")
def lost_nonlocal(source, project, rng):
    for node in source.all(ast.Nonlocal, ast.Global):
        yield source.without_lines(node)


@bug("scope", "module-counter", "UnboundLocalError", script=True)
def module_counter(source, project, rng):
    for node in source.all(ast.FunctionDef):
        if source.class_of(node) is None and source.function_of(node) is None and len(node.body) > 1:
            first = node.body[1] if isinstance(node.body[0], ast.Expr) and isinstance(node.body[0].value, ast.Constant) else node.body[0]
            at = source.starts[first.lineno - 1]
            name = rng.choice(["call_count", "uses", "runs_so_far", "invocations"])
            text = source.cut(at, at, source.indent_of(first) + f"{name} += 1\n")
            top = source.starts[node.lineno - 1]
            yield text[:top] + f"{name} = 0\n\n\n" + text[top:]


@bug("scope", "late-binding", script=False)
def late_binding(source, project, rng):
    for match in re.finditer(r"lambda value, (\w+)=\1:", source.text):
        yield source.text[:match.start()] + "lambda value:" + source.text[match.end():]


@bug("scope", "shadowed-builtin", "not callable")
def shadowed_builtin(source, project, rng):
    for node in source.all(ast.FunctionDef):
        used = {n.func.id for n in ast.walk(node) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        for name in sorted(used & {"len", "sum", "max", "min", "sorted", "list", "str", "int", "dict"}):
            locals_ = [n for n in ast.walk(node) if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)]
            if locals_:
                old = rng.choice(locals_).targets[0].id
                body = source.segment(node)
                yield source.replaced(node, re.sub(rf"(?<![\w.]){old}\b(?!=)", name, body))


@bug("iteration", "changed-while-iterating", "changed size|Error")
def changed_while(source, project, rng):
    for node in source.all(ast.For):
        text = source.segment(node.iter)
        if text.startswith("list(") and text.endswith(")"):
            yield source.replaced(node.iter, text[5:-1])
    pattern = "gone = [title for title, book in self.books.items() if book.copies == 0]\n        for title in gone:\n            del self.books[title]\n        return gone"
    other = pattern.replace("copies", "COPIES")
    found = re.search(re.escape(other).replace("COPIES", r"(\w+)"), source.text)
    if found:
        copies = found.group(1)
        yield source.text.replace(found.group(), f"gone = []\n        for title, book in self.books.items():\n            if book.{copies} == 0:\n                gone.append(title)\n                del self.books[title]\n        return gone")


@bug("iteration", "used-up-iterator", script=False)
def used_up(source, project, rng):
    for node in source.all(ast.ListComp):
        if isinstance(source.parents[node], ast.Assign):
            yield source.replaced(node, "(" + source.segment(node)[1:-1] + ")")


@bug("iteration", "number-for-range", "not iterable")
def number_for_range(source, project, rng):
    for node in source.all(ast.For):
        if isinstance(node.iter, ast.Call) and isinstance(node.iter.func, ast.Name) and node.iter.func.id == "range" and len(node.iter.args) == 1:
            yield source.replaced(node.iter, source.segment(node.iter.args[0]))


@bug("unpacking", "lost-items", "unpack|Error")
def lost_items(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr == "items" and not node.args:
            yield source.replaced(node, source.segment(node.func.value))


@bug("unpacking", "lost-enumerate", "unpack|Error")
def lost_enumerate(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in ("enumerate", "zip"):
            yield source.replaced(node, source.segment(node.args[0]))


@bug("unpacking", "wrong-count", "unpack")
def wrong_count(source, project, rng):
    for node in source.all(ast.Tuple):
        if isinstance(node.ctx, ast.Store) and len(node.elts) >= 2:
            names = [source.segment(e) for e in node.elts]
            if all(n.isidentifier() for n in names) and not source.segment(node).startswith("("):
                if rng.random() < 0.5:
                    yield source.replaced(node, ", ".join(names + ["_rest"]))
                else:
                    i = rng.randrange(len(names))
                    yield source.replaced(node, ", ".join(n for j, n in enumerate(names) if j != i) + ("," if len(names) == 2 and rng.random() < 0.3 else ""))


@bug("bounds", "range")
def ranges(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "range":
            stop = node.args[0] if len(node.args) == 1 else node.args[1]
            yield source.replaced(stop, source.segment(stop) + rng.choice([" + 1", " - 1"]))
            first = node.args[0]
            if len(node.args) == 1:
                yield source.cut(source.start(first), source.start(first), "1, ")
            elif isinstance(first, ast.Constant) and first.value == 1:
                yield source.replaced(first, "0")


@bug("bounds", "index")
def indexes(source, project, rng):
    for node in source.all(ast.Subscript):
        index = node.slice
        if isinstance(index, ast.Constant) and isinstance(index.value, int):
            yield source.replaced(index, str(index.value + rng.choice([1, -1])))
        elif isinstance(index, ast.UnaryOp) and isinstance(index.operand, ast.Constant):
            yield source.replaced(index, rng.choice(["0", "-2"]))
        elif isinstance(index, ast.BinOp) and isinstance(index.op, (ast.Add, ast.Sub)) and isinstance(index.right, ast.Constant):
            yield source.replaced(index, source.segment(index.left))
        elif isinstance(index, ast.Name) and len(index.id) <= 6:
            yield source.replaced(index, index.id + rng.choice([" + 1", " - 1"]))


@bug("bounds", "slice")
def slices(source, project, rng):
    for node in source.all(ast.Slice):
        for side in (node.lower, node.upper):
            if side is not None:
                text = source.segment(side)
                if text.endswith(" + 1"):
                    yield source.replaced(side, text[:-4])
                else:
                    yield source.replaced(side, text + rng.choice([" + 1", " - 1"]))


@bug("bounds", "comparison-edge")
def edges(source, project, rng):
    swaps = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
    for node in source.all(ast.Compare):
        left = node.left
        for right in node.comparators:
            start, end, text = operator_text(source, left, right)
            if text.strip() in swaps:
                yield source.cut(start, end, text.replace(text.strip(), swaps[text.strip()]))
            left = right


@bug("bounds", "constant")
def constants(source, project, rng):
    for node in source.all(ast.Constant):
        if isinstance(node.value, int) and not isinstance(node.value, bool) and source.segment(node).isdigit():
            yield source.replaced(node, str(node.value + rng.choice([1, -1]) if node.value else 1))


@bug("empty", "lost-empty-guard", "ZeroDivisionError|ValueError|IndexError|TypeError")
def lost_guard(source, project, rng):
    for node in source.all(ast.If):
        test = source.segment(node.test)
        if not node.orelse and len(node.body) == 1 and isinstance(node.body[0], (ast.Return, ast.Raise)) and (test.startswith("not ") or "len(" in test):
            yield source.without_lines(node)
    for node in source.all(ast.IfExp):
        if isinstance(node.orelse, ast.Constant) or source.segment(node.orelse) in ("0", "None", "[]"):
            yield source.replaced(node, source.segment(node.body))


@bug("operators", "arithmetic")
def arithmetic(source, project, rng):
    swaps = {"+": ["-"], "-": ["+"], "*": ["+", "/", "**"], "/": ["*", "//"], "//": ["/"], "%": ["//", "*"], "**": ["*"]}
    for node in source.all(ast.BinOp):
        start, end, text = operator_text(source, node.left, node.right)
        op = re.sub(r"[()\s]", "", text)
        if op in swaps and not isinstance(node.left, ast.Constant) or (op in swaps and isinstance(getattr(node.left, "value", None), (int, float))):
            yield source.cut(start, end, text.replace(op, rng.choice(swaps[op])))


@bug("operators", "augmented")
def augmented(source, project, rng):
    for node in source.all(ast.AugAssign):
        start, end, text = operator_text(source, node.target, node.value)
        op = text.strip()
        yield source.cut(start, end, text.replace(op, rng.choice({"+=": ["-=", "="], "-=": ["+=", "="], "|=": ["&=", "="], "*=": ["+="]}.get(op, ["="]))))


@bug("operators", "swapped-operands")
def swapped_operands(source, project, rng):
    for node in source.all(ast.BinOp):
        if isinstance(node.op, (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod)) and not isinstance(node.left, ast.BinOp) and not isinstance(node.right, ast.BinOp):
            start, end, text = operator_text(source, node.left, node.right)
            yield source.replaced(node, source.segment(node.right) + text + source.segment(node.left))


@bug("operators", "lost-parentheses")
def lost_grouping(source, project, rng):
    for node in source.all(ast.BinOp):
        for side in (node.left, node.right):
            if isinstance(side, ast.BinOp) and source.text[source.start(side) - 1] == "(" and source.text[source.end(side)] == ")":
                yield source.cut(source.start(side) - 1, source.end(side) + 1, source.segment(side))


@bug("comparisons", "direction")
def direction(source, project, rng):
    swaps = {"<": [">"], "<=": [">="], ">": ["<"], ">=": ["<="], "==": ["!="], "!=": ["=="], "in": ["not in"], "not in": ["in"], "is": ["is not"], "is not": ["is"]}
    for node in source.all(ast.Compare):
        start, end, text = operator_text(source, node.left, node.comparators[0])
        if text.strip() in swaps:
            yield source.cut(start, end, text.replace(text.strip(), rng.choice(swaps[text.strip()])))


@bug("comparisons", "and-or")
def and_or(source, project, rng):
    for node in source.all(ast.BoolOp):
        start, end, text = operator_text(source, node.values[0], node.values[1])
        yield source.cut(start, end, re.sub(r"\b(and|or)\b", lambda m: "or" if m.group() == "and" else "and", text))


@bug("comparisons", "lost-not")
def lost_not(source, project, rng):
    for node in source.all(ast.UnaryOp):
        if isinstance(node.op, ast.Not):
            yield source.replaced(node, source.segment(node.operand))


@bug("comparisons", "lost-condition")
def lost_condition(source, project, rng):
    for node in source.all(ast.BoolOp):
        yield source.replaced(node, source.segment(rng.choice(node.values)))


@bug("logic", "wrong-variable")
def wrong_variable(source, project, rng):
    for node in source.all(ast.Name):
        function = source.function_of(node)
        if function is None or not isinstance(node.ctx, ast.Load):
            continue
        others = {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)} | {a.arg for a in function.args.args}
        others -= {node.id, "self", "cls"}
        if node.id in {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)} | {a.arg for a in function.args.args} and others and node.id not in ("self", "cls"):
            yield source.replaced(node, rng.choice(sorted(others)))


@bug("logic", "wrong-attribute")
def wrong_attribute(source, project, rng):
    for owner in source.all(ast.ClassDef):
        names = sorted({n.attr for n in ast.walk(owner) if isinstance(n, ast.Attribute) and isinstance(n.ctx, ast.Store)})
        for node in ast.walk(owner):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in names and len(names) > 1 and not source.in_fstring(node):
                other = rng.choice([n for n in names if n != node.attr])
                yield source.cut(source.end(node) - len(node.attr), source.end(node), other)


@bug("logic", "early-return")
def early_return(source, project, rng):
    for node in source.all(ast.Return):
        block = source.body_of(node)
        before = block[block.index(node) - 1] if node in block and block.index(node) > 0 else None
        if isinstance(before, (ast.For, ast.While, ast.If)) and node.lineno == node.end_lineno:
            start = source.starts[node.lineno - 1]
            yield source.cut(start, start + len(source.indent_of(node)), source.indent_of(before.body[0]))


@bug("logic", "break-continue")
def break_continue(source, project, rng):
    for node in source.all(ast.Break, ast.Continue):
        yield source.replaced(node, "break" if isinstance(node, ast.Continue) else "continue")


@bug("logic", "lost-statement")
def lost_statement(source, project, rng):
    for node in source.all(ast.Expr, ast.AugAssign, ast.Assign, ast.Continue):
        if source.function_of(node) and len(source.body_of(node)) > 1 and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
            yield source.without_lines(node)


@bug("logic", "swapped-statements")
def swapped_statements(source, project, rng):
    for node in source.all(ast.Expr, ast.AugAssign, ast.Assign):
        block = source.body_of(node)
        at = block.index(node) if node in block else -1
        if 0 <= at < len(block) - 1 and isinstance(block[at + 1], (ast.Expr, ast.AugAssign, ast.Assign)) and source.function_of(node):
            one, two = node, block[at + 1]
            yield source.cut(source.start(one), source.end(two), source.segment(two) + source.text[source.end(one):source.start(two)] + source.segment(one))


@bug("logic", "sibling-function")
def sibling(source, project, rng):
    swaps = {"min": "max", "max": "min", "sum": "len", "append": "extend", "all": "any", "any": "all", "lower": "upper", "upper": "lower", "title": "capitalize", "keys": "values", "ceil": "floor",
             "floor": "ceil", "ljust": "rjust", "rjust": "ljust", "isalnum": "isalpha", "isalpha": "isdigit", "strip": "lstrip", "startswith": "endswith"}
    for node in source.all(ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name in swaps:
            yield source.cut(source.end(node.func) - len(name), source.end(node.func), swaps[name])


@bug("logic", "reverse")
def reverse(source, project, rng):
    if ", reverse=True" in source.text:
        yield source.text.replace(", reverse=True", "", 1)
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "sorted" and len(node.keywords) == 0:
            yield source.replaced(node, source.segment(node.args[0])) if isinstance(node.args[0], ast.Call) else source.cut(source.end(node) - 1, source.end(node) - 1, ", reverse=True")


@bug("logic", "wrong-initial-value")
def initial(source, project, rng):
    for node in source.all(ast.Assign):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, (int, bool)) and source.function_of(node):
            value = node.value.value
            yield source.replaced(node.value, str(not value) if isinstance(value, bool) else str(value + 1))


@bug("recursion", "lost-base-case", "RecursionError|IndexError|ValueError|TypeError")
def lost_base(source, project, rng):
    for node in source.all(ast.FunctionDef):
        recursive = any(isinstance(n, ast.Call) and getattr(n.func, "id", getattr(n.func, "attr", "")) == node.name for n in ast.walk(node))
        for child in node.body if recursive else []:
            if isinstance(child, ast.If) and not child.orelse and isinstance(child.body[0], ast.Return):
                yield source.without_lines(child)


@bug("recursion", "not-smaller", "RecursionError|Error")
def not_smaller(source, project, rng):
    for node in source.all(ast.FunctionDef):
        for call in [n for n in ast.walk(node) if isinstance(n, ast.Call) and getattr(n.func, "id", "") == node.name]:
            for argument in call.args:
                if isinstance(argument, ast.Subscript) and isinstance(argument.slice, ast.Slice) and not source.in_fstring(argument):
                    yield source.replaced(argument, source.segment(argument.value))


@bug("async", "lost-await", "coroutine|await|Error")
def lost_await(source, project, rng):
    for node in source.all(ast.Await):
        yield source.replaced(node, source.segment(node.value))


@bug("async", "plain-with", "asynchronous context|__enter__|TypeError|AttributeError")
def plain_with(source, project, rng):
    for node in source.all(ast.AsyncWith):
        start = source.start(node)
        yield source.cut(start, start + len("async "))


@bug("async", "lost-star", "TypeError|unhashable")
def lost_star(source, project, rng):
    for node in source.all(ast.Starred):
        if isinstance(node.ctx, ast.Load):
            yield source.replaced(node, source.segment(node.value))


@bug("async", "not-run", "coroutine|never awaited|Error")
def not_run(source, project, rng):
    for node in source.all(ast.Call):
        if source.segment(node.func) == "asyncio.run" and not source.path.startswith("test"):
            yield source.replaced(node, source.segment(node.args[0]))
