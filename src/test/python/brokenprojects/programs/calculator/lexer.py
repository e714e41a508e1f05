"""Splits a formula into tokens."""


class Token:
    def __init__(self, kind, text, position):
        self.kind = kind
        self.text = text
        self.position = position

    def __repr__(self):
        return f"{self.kind}:{self.text}"


class FormulaError(Exception):
    def __init__(self, message, position):
        super().__init__(f"{message} at {position}")
        self.position = position


OPERATORS = set("+-*/^(),=")


def tokenize(source):
    tokens = []
    i = 0
    while i < len(source):
        char = source[i]
        if char.isspace():
            i += 1
        elif char.isdigit() or char == ".":
            start = i
            while i < len(source) and (source[i].isdigit() or source[i] == "."):
                i += 1
            tokens.append(Token("number", source[start:i], start))
        elif char.isalpha() or char == "_":
            start = i
            while i < len(source) and (source[i].isalnum() or source[i] == "_"):
                i += 1
            tokens.append(Token("name", source[start:i], start))
        elif char in OPERATORS:
            tokens.append(Token("operator", char, i))
            i += 1
        else:
            raise FormulaError("unexpected " + repr(char), i)
    tokens.append(Token("end", "", len(source)))
    return tokens
