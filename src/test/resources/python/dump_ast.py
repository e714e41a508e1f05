"""Writes the syntax trees of the files named on standard input, one node a line, for comparison with another parser.

Each file gives "# path", then lines "depth kind start end detail", then "# end"; "# error" where Python refuses it. Offsets count UTF-16
units from the beginning of the decoded text, without a byte-order mark.
"""
import ast
import json
import sys
import warnings

warnings.simplefilter("ignore")
EXACT_FORMAT_STRINGS = sys.version_info >= (3, 12)
OPERATORS = {
    "Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**", "MatMult": "@", "LShift": "<<",
    "RShift": ">>", "BitAnd": "&", "BitOr": "|", "BitXor": "^", "Not": "not", "USub": "-", "UAdd": "+", "Invert": "~", "And": "and",
    "Or": "or", "Eq": "==", "NotEq": "!=", "Lt": "<", "LtE": "<=", "Gt": ">", "GtE": ">=", "Is": "is", "IsNot": "is not", "In": "in",
    "NotIn": "not in",
}
FIELDS = {
    "Return": ("value",), "Delete": ("targets",), "Assign": ("targets", "value"), "AnnAssign": ("target", "annotation", "value"),
    "For": ("target", "iter", "body", "orelse"), "While": ("test", "body", "orelse"), "If": ("test", "body", "orelse"),
    "With": ("items", "body"), "Raise": ("exc", "cause"), "Try": ("body", "handlers", "orelse", "finalbody"), "Assert": ("test", "msg"),
    "Import": ("names",), "ExprStmt": ("value",), "Pass": (), "Break": (), "Continue": (), "Match": ("subject", "cases"),
    "NamedExpr": ("target", "value"), "IfExp": ("test", "body", "orelse"), "Dict": ("keys", "values"), "Set": ("elts",), "List": ("elts",),
    "Tuple": ("elts",), "Await": ("value",), "Yield": ("value",), "YieldFrom": ("value",), "Call": ("func", "args", "keywords"),
    "JoinedStr": ("values",), "Subscript": ("value", "slice"), "Starred": ("value",), "Slice": ("lower", "upper", "step"),
    "withitem": ("context_expr", "optional_vars"),
}
RENAMED = {"Expr": "ExprStmt", "AsyncFor": "For", "AsyncWith": "With", "TryStar": "Try", "TemplateStr": "JoinedStr"}
COMPREHENSIONS = {"ListComp": "LIST", "SetComp": "SET", "DictComp": "DICT", "GeneratorExp": "GENERATOR"}


# A quirk left out: CPython lets a compound statement end after a semicolon that follows its last statement.
BLOCKS = ("finalbody", "orelse", "handlers", "cases", "body")


def last(node):
    """The node that ends where the compound statement ends; the node itself when it has no block."""
    while not isinstance(node, (ast.Lambda, ast.IfExp)):
        blocks = [getattr(node, field) for field in BLOCKS if getattr(node, field, None)]
        if not blocks:
            return node
        node = blocks[0][-1]
    return node


def utf16(text):
    return len(text) + sum(c > "\uffff" for c in text)


class Dump:
    def __init__(self, text):
        self.lines = []
        self.text = text
        self.out = []
        self.blind = 0
        start = 0
        for line in text.replace("\r\n", "\n\0").replace("\r", "\n").split("\n"):
            crlf = line.startswith("\0")
            line = line[1:] if crlf else line
            start += crlf
            self.lines.append((start, line.isascii(), line.encode("utf-8", "surrogatepass")))
            start += utf16(line) + 1

    def offset(self, line, column):
        start, plain, content = self.lines[line - 1]
        return start + (column if plain else utf16(content[:column].decode("utf-8", "surrogatepass")))

    def line(self, depth, kind, node=None, detail=""):
        where = ""
        if node is not None and hasattr(node, "end_col_offset") and not self.blind:
            end = last(node)
            where = f" {self.offset(node.lineno, node.col_offset)} {self.offset(end.end_lineno, end.end_col_offset)}"
        self.out.append(f"{depth} {kind}{where}{' ' if detail else ''}{detail}")

    def child(self, depth, value):
        if value is None:
            self.line(depth, "-")
        elif isinstance(value, list):
            self.line(depth, f"[{len(value)}")
            for item in value:
                self.child(depth + 1, item)
        else:
            self.node(depth, value)

    def children(self, depth, node, *fields):
        for field in fields:
            self.child(depth + 1, getattr(node, field))

    def node(self, depth, node):
        name = type(node).__name__
        kind = RENAMED.get(name, name)
        special = getattr(self, "dump_" + name, None)
        if special:
            special(depth, node)
            return
        self.line(depth, kind, node, "async" if name.startswith("Async") else "")
        inside = kind == "JoinedStr" and not EXACT_FORMAT_STRINGS
        self.blind += inside
        if kind == "JoinedStr":
            self.child(depth + 1, self.parts(node.values))
        else:
            self.children(depth, node, *FIELDS[kind])
        self.blind -= inside

    @staticmethod
    def parts(values):
        """Without the empty constants that 3.12.0 and 3.12.1 put into format specifications."""
        return [v for v in values if not (isinstance(v, ast.Constant) and v.value == "")]

    def dump_FunctionDef(self, depth, node):
        self.line(depth, "FunctionDef", node, node.name + (" async" if isinstance(node, ast.AsyncFunctionDef) else ""))
        self.child(depth + 1, node.decorator_list)
        self.arguments(depth + 1, node.args)
        self.children(depth, node, "returns", "body")

    dump_AsyncFunctionDef = dump_FunctionDef

    def arguments(self, depth, args):
        positional = args.posonlyargs + args.args
        defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
        for i, (arg, default) in enumerate(zip(positional, defaults)):
            self.parameter(depth, arg, "POSITIONAL_ONLY" if i < len(args.posonlyargs) else "POSITIONAL", default)
        if args.vararg:
            self.parameter(depth, args.vararg, "VAR_POSITIONAL", None)
        for arg, default in zip(args.kwonlyargs, args.kw_defaults):
            self.parameter(depth, arg, "KEYWORD_ONLY", default)
        if args.kwarg:
            self.parameter(depth, args.kwarg, "VAR_KEYWORD", None)

    def parameter(self, depth, arg, kind, default):
        where = "" if self.blind else f" {self.offset(arg.lineno, arg.col_offset)}"
        self.line(depth, "Parameter" + where, None, f"{kind} {arg.arg}")
        self.child(depth + 1, arg.annotation)
        self.child(depth + 1, default)

    def dump_ClassDef(self, depth, node):
        self.line(depth, "ClassDef", node, node.name)
        self.children(depth, node, "decorator_list", "bases", "keywords", "body")

    def dump_AugAssign(self, depth, node):
        self.line(depth, "AugAssign", node, OPERATORS[type(node.op).__name__] + "=")
        self.children(depth, node, "target", "value")

    def dump_ImportFrom(self, depth, node):
        self.line(depth, "ImportFrom", node, f"{node.level} {node.module or ''}")
        self.children(depth, node, "names")

    def dump_alias(self, depth, node):
        self.line(depth, "alias", node, node.name + (" as " + node.asname if node.asname else ""))

    def dump_Global(self, depth, node):
        self.line(depth, type(node).__name__, node, " ".join(node.names))

    dump_Nonlocal = dump_Global

    def dump_TypeAlias(self, depth, node):
        self.line(depth, "TypeAlias", node, node.name.id)
        self.children(depth, node, "value")

    def dump_ExceptHandler(self, depth, node):
        self.line(depth, "ExceptHandler", node, node.name or "")
        self.children(depth, node, "type", "body")

    def dump_BoolOp(self, depth, node):
        self.line(depth, "BoolOp", node, OPERATORS[type(node.op).__name__])
        self.children(depth, node, "values")

    def dump_BinOp(self, depth, node):
        self.line(depth, "BinOp", node, OPERATORS[type(node.op).__name__])
        self.children(depth, node, "left", "right")

    def dump_UnaryOp(self, depth, node):
        self.line(depth, "UnaryOp", node, OPERATORS[type(node.op).__name__])
        self.children(depth, node, "operand")

    def dump_Compare(self, depth, node):
        self.line(depth, "Compare", node, ", ".join(OPERATORS[type(op).__name__] for op in node.ops))
        self.children(depth, node, "left", "comparators")

    def dump_Lambda(self, depth, node):
        self.line(depth, "Lambda", node)
        self.arguments(depth + 1, node.args)
        self.child(depth + 1, node.body)

    def dump_ListComp(self, depth, node):
        name = type(node).__name__
        self.line(depth, "Comp", node, COMPREHENSIONS[name])
        self.children(depth, node, *(("key", "value") if name == "DictComp" else ("elt",)))
        for c in node.generators:
            self.line(depth + 1, "comprehension", None, "async" if c.is_async else "")
            self.children(depth + 1, c, "target", "iter", "ifs")

    dump_SetComp = dump_DictComp = dump_GeneratorExp = dump_ListComp

    def dump_keyword(self, depth, node):
        self.line(depth, "keyword", node, node.arg or "**")
        self.child(depth + 1, node.value)

    def dump_FormattedValue(self, depth, node):
        self.line(depth, "Formatted", node, "" if node.conversion == -1 else chr(node.conversion))
        self.child(depth + 1, node.value)
        if node.format_spec is None:
            self.line(depth + 1, "-")
        else:
            self.line(depth + 1, "format")
            self.child(depth + 2, self.parts(node.format_spec.values))

    dump_Interpolation = dump_FormattedValue

    def dump_Constant(self, depth, node):
        value = node.value
        if isinstance(value, str):
            detail = "STRING " + json.dumps(value)
        elif isinstance(value, bytes):
            detail = "BYTES " + json.dumps(value.decode("latin-1"))
        elif value is None or value is True or value is False or value is Ellipsis:
            detail = {None: "NONE", True: "TRUE", False: "FALSE", Ellipsis: "ELLIPSIS"}[value]
        else:
            detail = type(value).__name__.upper()
        self.line(depth, "Constant", node, detail)

    def dump_Attribute(self, depth, node):
        self.line(depth, "Attribute", node, node.attr)
        self.child(depth + 1, node.value)

    def dump_Name(self, depth, node):
        self.line(depth, "Name", node, node.id)

    def dump_match_case(self, depth, node):
        self.line(depth, "match_case")
        self.children(depth, node, "pattern", "guard", "body")

    def dump_MatchValue(self, depth, node):
        self.node(depth, node.value)

    dump_MatchSingleton = dump_Constant

    def dump_MatchSequence(self, depth, node):
        bracket = self.lines[node.lineno - 1][2][node.col_offset:node.col_offset + 1] == b"["
        self.line(depth, "List" if bracket else "Tuple", node)
        self.children(depth, node, "patterns")

    def dump_MatchStar(self, depth, node):
        self.line(depth, "Starred", node)
        self.line(depth + 1, "Name", None, node.name or "_")

    def dump_MatchMapping(self, depth, node):
        self.line(depth, "Dict", node)
        self.child(depth + 1, node.keys + ([None] if node.rest else []))
        self.line(depth + 1, f"[{len(node.patterns) + bool(node.rest)}")
        for pattern in node.patterns:
            self.node(depth + 2, pattern)
        if node.rest:
            self.line(depth + 2, "Name", None, node.rest)

    def dump_MatchClass(self, depth, node):
        self.line(depth, "Call", node)
        self.child(depth + 1, node.cls)
        self.child(depth + 1, node.patterns)
        self.line(depth + 1, f"[{len(node.kwd_attrs)}")
        for attr, pattern in zip(node.kwd_attrs, node.kwd_patterns):
            self.line(depth + 2, "keyword", None, attr)
            self.node(depth + 3, pattern)

    def dump_MatchAs(self, depth, node):
        if node.pattern is None:
            self.line(depth, "Name", node, node.name or "_")
        else:
            self.line(depth, "NamedExpr", node)
            self.line(depth + 1, "Name", None, node.name)
            self.node(depth + 1, node.pattern)

    def dump_MatchOr(self, depth, node):
        self.line(depth, "Or", node)
        self.children(depth, node, "patterns")


def main():
    sys.setrecursionlimit(20000)
    for path in sys.stdin:
        path = path.rstrip("\n")
        print("# " + path)
        try:
            with open(path, "rb") as source:
                text = source.read().decode("utf-8-sig")
            tree = ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
            print("# error", type(error).__name__, str(error).replace("\n", " "))
            continue
        dump = Dump(text)
        dump.child(0, tree.body)
        print("\n".join(dump.out))
        print("# end")


main()
