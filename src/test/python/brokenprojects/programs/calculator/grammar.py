"""Builds a tree from tokens, by recursive descent."""
from lexer import FormulaError, tokenize

PRECEDENCE = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}


class Parser:
    def __init__(self, source):
        self.tokens = tokenize(source)
        self.index = 0

    def peek(self):
        return self.tokens[self.index]

    def advance(self):
        token = self.peek()
        self.index += 1
        return token

    def accept(self, text):
        if self.peek().text == text:
            self.advance()
            return True
        return False

    def expect(self, text):
        if not self.accept(text):
            token = self.peek()
            raise FormulaError("expected " + text, token.position)

    def parse(self):
        tree = self.statement()
        if self.peek().kind != "end":
            raise FormulaError("unexpected " + self.peek().text, self.peek().position)
        return tree

    def statement(self):
        first = self.tokens[0]
        if first.kind == "name" and self.tokens[1].text == "=":
            self.index = 2
            return ("assign", first.text, self.expression(1))
        return self.expression(1)

    def expression(self, minimum):
        left = self.unary()
        while PRECEDENCE.get(self.peek().text, 0) >= minimum:
            operator = self.advance().text
            level = PRECEDENCE[operator]
            right = self.expression(level if operator == "^" else level + 1)
            left = ("binary", operator, left, right)
        return left

    def unary(self):
        if self.accept("-"):
            return ("negate", self.unary())
        return self.primary()

    def primary(self):
        token = self.advance()
        if token.kind == "number":
            return ("number", float(token.text))
        if token.kind == "name":
            if self.accept("("):
                return ("call", token.text, self.arguments())
            return ("name", token.text)
        if token.text == "(":
            inner = self.expression(1)
            self.expect(")")
            return inner
        raise FormulaError("unexpected " + (token.text or "end"), token.position)

    def arguments(self):
        values = []
        if self.accept(")"):
            return values
        values.append(self.expression(1))
        while self.accept(","):
            values.append(self.expression(1))
        self.expect(")")
        return values
