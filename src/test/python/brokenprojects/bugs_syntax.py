"""What does not even compile."""
import ast
import re
import tokenize
import io

from edits import misspell
from registry import bug


def tokens(source):
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        yield token, source.offset(*token.start) if token.start[0] <= len(source.lines) else len(source.text), \
            source.offset(*token.end) if token.end[0] <= len(source.lines) else len(source.text)


def operators(source, *texts):
    return [(start, end) for token, start, end in tokens(source) if token.type == tokenize.OP and token.string in texts]


@bug("syntax", "lost-colon", "SyntaxError")
def lost_colon(source, project, rng):
    for match in re.finditer(r"^[ ]*(?:if|for|while|def|class|else|elif|with|try|except)\b[^\n]*?(:)[ ]*$", source.text, re.M):
        yield source.cut(match.start(1), match.end(1))


@bug("syntax", "lost-closer", "SyntaxError")
def lost_closer(source, project, rng):
    for start, end in operators(source, ")", "]", "}"):
        yield source.cut(start, end)


@bug("syntax", "lost-opener", "SyntaxError")
def lost_opener(source, project, rng):
    for start, end in operators(source, "(", "["):
        yield source.cut(start, end)


@bug("syntax", "extra-closer", "SyntaxError")
def extra_closer(source, project, rng):
    for start, end in operators(source, ")"):
        yield source.cut(end, end, rng.choice(")]"))


@bug("syntax", "wrong-closer", "SyntaxError")
def wrong_closer(source, project, rng):
    for start, end in operators(source, ")", "]"):
        yield source.cut(start, end, {")": "]", "]": ")"}[source.text[start:end]])


@bug("syntax", "lost-comma", "SyntaxError")
def lost_comma(source, project, rng):
    for start, end in operators(source, ","):
        yield source.cut(start, end)


@bug("syntax", "lost-quote", "SyntaxError")
def lost_quote(source, project, rng):
    for token, start, end in tokens(source):
        if token.type == tokenize.STRING and not token.string.endswith(('"""', "'''")) and len(token.string) > 3:
            yield source.cut(end - 1, end)


@bug("syntax", "single-equals", "SyntaxError")
def single_equals(source, project, rng):
    for node in source.all(ast.If, ast.While):
        for start, end in operators(source, "=="):
            if source.start(node.test) <= start <= source.end(node.test):
                yield source.cut(start, end, "=")


@bug("syntax", "other-language", "SyntaxError")
def other_language(source, project, rng):
    swaps = [(r"\belif\b", ["else if", "elseif", "elsif"]), (r"\band\b", ["&&"]), (r"(?<=[\w)] )\bor\b", ["||"]), (r"\bnot (?=\w)", ["!"]), (r"^(\s*\w+) \+= 1$", [r"\1++"]),
             (r"\bNone$", ["null;"]), (r"^(\s*)def (\w+\()", [r"\1function \2", r"\1func \2"])]
    for pattern, replacements in swaps:
        for match in re.finditer(pattern, source.text, re.M):
            yield source.text[:match.start()] + match.expand(rng.choice(replacements)) + source.text[match.end():]


@bug("syntax", "misspelt-keyword", "SyntaxError")
def misspelt_keyword(source, project, rng):
    for match in re.finditer(r"\b(def|class|return|while|import|from|elif|except|lambda|yield|raise|for|with|else|try|async|await|continue|in)\b", source.text):
        yield source.text[:match.start()] + misspell(match.group(), rng) + source.text[match.end():]


@bug("syntax", "lost-indent", "IndentationError")
def lost_indent(source, project, rng):
    for node in source.all(ast.For, ast.If, ast.While, ast.FunctionDef, ast.With):
        first = node.body[0]
        if first.lineno > node.lineno and first.lineno == first.end_lineno and not isinstance(first, (ast.FunctionDef, ast.ClassDef)):
            start = source.starts[first.lineno - 1]
            yield source.cut(start, start + len(source.indent_of(first)), source.indent_of(node))


@bug("syntax", "extra-indent", "IndentationError")
def extra_indent(source, project, rng):
    for node in source.all(ast.Assign, ast.Return, ast.Expr, ast.AugAssign):
        start = source.starts[node.lineno - 1]
        if node.lineno == node.end_lineno:
            yield source.cut(start, start, rng.choice(["  ", " ", "    "]))


@bug("syntax", "uneven-indent", "IndentationError")
def uneven_indent(source, project, rng):
    for node in source.all(ast.Assign, ast.Return, ast.Expr, ast.AugAssign):
        start = source.starts[node.lineno - 1]
        if len(source.indent_of(node)) >= 4 and node.lineno == node.end_lineno:
            yield source.cut(start, start + rng.choice([1, 2]))


@bug("syntax", "tab", "TabError|IndentationError")
def tab(source, project, rng):
    for node in source.all(ast.Assign, ast.Return, ast.Expr):
        indent = source.indent_of(node)
        if len(indent) >= 8 and len(indent) % 4 == 0 and node.lineno == node.end_lineno:
            start = source.starts[node.lineno - 1]
            yield source.cut(start, start + len(indent), "\t" * (len(indent) // 4))


@bug("syntax", "pasted-characters", "SyntaxError")
def pasted(source, project, rng):
    for token, start, end in tokens(source):
        if token.type == tokenize.STRING and token.string[0] in "'\"" and token.string[:3] not in ('"""', "'''"):
            yield source.cut(start, end, "\u201c" + token.string[1:-1] + "\u201d")
        if token.type == tokenize.OP and token.string in ",(-":
            yield source.cut(start, end, {",": "\uff0c", "(": "\uff08", "-": "\u2013"}[token.string])
    for match in re.finditer(r"(?<=\w) (?==)", source.text):
        yield source.cut(match.start(), match.end(), "\u00a0")


@bug("syntax", "print-statement", "SyntaxError")
def print_statement(source, project, rng):
    for node in source.all(ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id == "print" and node.args:
            yield source.replaced(node, "print " + source.text[source.end(node.func) + 1:source.end(node) - 1])


@bug("syntax", "old-except", "SyntaxError")
def old_except(source, project, rng):
    for node in source.all(ast.ExceptHandler):
        if node.type is not None:
            yield source.cut(source.start(node.type), source.end(node.type), "ValueError, " + source.segment(node.type))


@bug("syntax", "default-before-plain", "SyntaxError")
def default_order(source, project, rng):
    for node in source.all(ast.FunctionDef):
        plain = [a for a in node.args.args if a.arg != "self"]
        if len(plain) >= 2 and not node.args.defaults and not plain[0].annotation:
            yield source.cut(source.end(plain[0]), source.end(plain[0]), "=None")


@bug("syntax", "lost-async", "SyntaxError")
def lost_async(source, project, rng):
    for node in source.all(ast.AsyncFunctionDef):
        start = source.start(node)
        yield source.cut(start, start + len("async "))


@bug("syntax", "markdown-fence", "SyntaxError")
def fence(source, project, rng):
    yield "```python\n" + source.text + "```\n"
    yield "Here is the corrected file:\n\n```python\n" + source.text + "```\n"


@bug("syntax", "empty-block", "IndentationError")
def empty_block(source, project, rng):
    for node in source.all(ast.ClassDef, ast.ExceptHandler):
        if len(node.body) == 1 and isinstance(node.body[0], (ast.Pass, ast.Expr)) and node.body[0].lineno > node.lineno:
            yield source.without_lines(node.body[0])
