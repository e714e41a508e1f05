"""A Python file with its syntax tree, and small edits of it by position."""
import ast
import re


class Source:
    def __init__(self, path, text):
        self.path = path
        self.text = text
        self.tree = ast.parse(text)
        self.starts = [0]
        for line in text.splitlines(keepends=True):
            self.starts.append(self.starts[-1] + len(line))
        self.lines = text.splitlines(keepends=True)
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    def offset(self, line, column):
        return self.starts[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def start(self, node):
        return self.offset(node.lineno, node.col_offset)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)

    def segment(self, node):
        return self.text[self.start(node):self.end(node)]

    def replaced(self, node, new):
        return self.text[:self.start(node)] + new + self.text[self.end(node):]

    def cut(self, start, end, new=""):
        return self.text[:start] + new + self.text[end:]

    def all(self, *kinds):
        """Nodes outside strings' insides, in a stable order."""
        return [node for node in ast.walk(self.tree) if isinstance(node, kinds) and not self.in_fstring(node)]

    def in_fstring(self, node):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.JoinedStr):
                return True
        return False

    def function_of(self, node):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                return node
        return None

    def class_of(self, node):
        while node in self.parents:
            node = self.parents[node]
            if isinstance(node, ast.ClassDef):
                return node
        return None

    def statement_of(self, node):
        while not isinstance(node, ast.stmt):
            node = self.parents[node]
        return node

    def line_of(self, node):
        """Start and end offsets of the node's first line."""
        return self.starts[node.lineno - 1], self.starts[node.lineno]

    def without_lines(self, node):
        first = min([node.lineno] + [d.lineno for d in getattr(node, "decorator_list", [])])
        return self.text[:self.starts[first - 1]] + self.text[self.starts[node.end_lineno]:]

    def indent_of(self, node):
        return re.match(r"[ \t]*", self.lines[node.lineno - 1]).group()

    def body_of(self, node):
        """The list of statements a statement stands in."""
        parent = self.parents.get(node)
        for field in ("body", "orelse", "finalbody"):
            block = getattr(parent, field, None)
            if isinstance(block, list) and node in block:
                return block
        return [node]


def misspell(name, rng):
    """A slip of the fingers: a letter lost, doubled, swapped with its neighbour or hit beside."""
    if len(name) < 3:
        return name + name[-1]
    for _ in range(20):
        i = rng.randrange(1, len(name))
        way = rng.randrange(4)
        if way == 0:
            wrong = name[:i] + name[i + 1:]
        elif way == 1:
            wrong = name[:i] + name[i] + name[i:]
        elif way == 2:
            wrong = name[:i - 1] + name[i] + name[i - 1] + name[i + 1:]
        else:
            beside = {"a": "s", "e": "r", "i": "o", "o": "p", "n": "m", "s": "d", "t": "r", "r": "t", "l": "k", "d": "f", "c": "v", "u": "i"}
            wrong = name[:i] + beside.get(name[i], "x") + name[i + 1:]
        if wrong != name and wrong.isidentifier():
            return wrong
    return name + "s"
