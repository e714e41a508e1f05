"""One-line slips in real code: each takes a syntax tree and tells where which text would be another."""
import ast

COMPARED = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==", ast.Is: "is not", ast.IsNot: "is",
            ast.In: "not in", ast.NotIn: "in"}
CALCULATED = {ast.Add: "-", ast.Sub: "+", ast.Mult: "+", ast.FloorDiv: "/", ast.Mod: "//"}
SHORTEST_MISSPELT = 5


class Slip:
    """Replaces one node of the text by another text."""

    def __init__(self, kind, node, text):
        self.kind, self.node, self.text = kind, node, text

    def apply(self, source):
        lines = source.encode().split(b"\n")
        first, last = self.node.lineno - 1, self.node.end_lineno - 1
        before = b"\n".join(lines[:first] + [lines[first][:self.node.col_offset]])
        after = b"\n".join([lines[last][self.node.end_col_offset:]] + lines[last + 1:])
        return (before + self.text.encode() + after).decode()


def slips(source, rng):
    """All slips a text has room for; names are misspelt where the seed says."""
    tree = ast.parse(source)
    found = [Slip("lost-import", node, "pass") for node in tree.body if isinstance(node, ast.Import)]
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = sorted({arg.arg for arg in function.args.args} | {n.id for n in ast.walk(function) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)})
            for node in ast.walk(function):
                found += [Slip(kind, node, text) for kind, text in other_texts(node, lambda n: ast.get_source_segment(source, n), names, rng)]
    return found


def other_texts(node, text, names, rng):
    """Kind and wrong text for a node; `text` gives the right text of any."""
    match node:
        case ast.Compare(left=left, ops=[op], comparators=[right]):
            yield "comparison", f"{text(left)} {COMPARED[type(op)]} {text(right)}"
        case ast.BinOp(left=left, op=op, right=right) if type(op) in CALCULATED:
            yield "operator", f"{text(left)} {CALCULATED[type(op)]} {text(right)}"
        case ast.Constant(value=bool() as value):
            yield "truth", str(not value)
        case ast.Constant(value=int() as value) if value < 1000:
            yield "constant", str(value + rng.choice([1, -1]) if value else 1)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield "lost-not", text(operand)
        case ast.BoolOp(op=op, values=[left, right]):
            yield "and-or", f"{text(left)} {'or' if isinstance(op, ast.And) else 'and'} {text(right)}"
        case ast.Name(id=name, ctx=ast.Load()):
            if name in names and len(names) > 1:
                yield "variable", rng.choice([other for other in names if other != name])
            if len(name) >= SHORTEST_MISSPELT:
                yield "misspelt-name", without_a_letter(name, rng)
        case ast.Attribute(value=owner, attr=name, ctx=ast.Load()):
            if len(name) >= SHORTEST_MISSPELT:
                yield "misspelt-attribute", text(owner) + "." + with_a_letter_twice(name, rng)
            if isinstance(owner, ast.Name) and owner.id == "self":
                yield "lost-self", name
        case ast.Call(func=function, args=[first, second, *rest], keywords=[]) if not any(isinstance(arg, ast.Starred) for arg in node.args):
            yield "swapped-arguments", f"{text(function)}({', '.join(map(text, [second, first, *rest]))})"
            yield "lost-argument", f"{text(function)}({', '.join(map(text, node.args[:-1]))})"
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield "lost-return", text(value)
        case ast.If(body=[ast.Return() | ast.Raise() | ast.Continue()], orelse=[]):
            yield "lost-guard", "pass"
        case ast.Subscript(value=owner, slice=ast.Slice(lower=ast.expr() as lower, upper=None, step=None)):
            yield "slice", f"{text(owner)}[:{text(lower)}]"
        case ast.AugAssign(target=target, value=value):
            yield "assigned-for-added", f"{text(target)} = {text(value)}"


def without_a_letter(name, rng):
    at = rng.randrange(1, len(name) - 1)
    return name[:at] + name[at + 1:]


def with_a_letter_twice(name, rng):
    at = rng.randrange(1, len(name) - 1)
    return name[:at] + name[at] + name[at:]
