"""Computes the value of a tree."""
import math
import operator

from grammar import Parser

BINARY = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "^": operator.pow,
}

FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "floor": math.floor}


class Calculator:
    def __init__(self):
        self.variables = {"pi": math.pi}
        self.history = []

    def evaluate(self, source):
        tree = Parser(source).parse()
        value = self.visit(tree)
        self.history.append((source, value))
        return value

    def visit(self, node):
        kind = node[0]
        if kind == "number":
            return node[1]
        if kind == "name":
            return self.variables[node[1]]
        if kind == "negate":
            return -self.visit(node[1])
        if kind == "binary":
            return BINARY[node[1]](self.visit(node[2]), self.visit(node[3]))
        if kind == "assign":
            self.variables[node[1]] = self.visit(node[2])
            return self.variables[node[1]]
        name, arguments = node[1], node[2]
        function = FUNCTIONS[name]
        return function(*[self.visit(argument) for argument in arguments])

    def last(self, count=1):
        return [value for _, value in self.history[-count:]]

    def format(self, value):
        if value == int(value):
            return str(int(value))
        return f"{value:.4f}".rstrip("0")


def depth(node):
    """How deep a tree is."""
    children = [child for child in node[1:] if isinstance(child, tuple)]
    if node[0] == "call":
        children = node[2]
    if not children:
        return 1
    return 1 + max(depth(child) for child in children)
