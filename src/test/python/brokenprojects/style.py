"""The same program in other words: names, quotes, indentation, hints and comments vary with the seed."""
import ast
import io
import re
import tokenize


def vary(files, words, rng):
    files = renamed(files, words, rng)
    if rng.random() < 0.4:
        files = each_module(files, single_quotes)
    if rng.random() < 0.25:
        files = each_module(files, lambda text: two_spaces(text))
    if rng.random() < 0.3:
        files = each_module(files, without_docstrings)
    if rng.random() < 0.4:
        files = each_module(files, lambda text: with_comments(text, rng))
    if rng.random() < 0.1:
        files = {path: text.replace("\n", "\r\n") if path.endswith(".py") else text for path, text in files.items()}
    return files


def each_module(files, change):
    return {path: change(text) if path.endswith(".py") and not path.startswith("test") else text for path, text in files.items()}


def renamed(files, words, rng):
    chosen = {old: rng.choice(names) for old, names in words.items()}
    every = "\n".join(files.values())
    chosen = {old: new for old, new in chosen.items() if old == new or not re.search(rf"\b{new}\b", every)}
    if not chosen:
        return files
    pattern = re.compile(r"(?<!/)\b(" + "|".join(map(re.escape, chosen)) + r")\b(?!\.py)")
    return {path: pattern.sub(lambda match: chosen[match.group()], text) for path, text in files.items()}


def single_quotes(text):
    result = []
    last = (1, 0)
    lines = text.splitlines(keepends=True)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING and token.string.startswith('"') and not token.string.startswith('"""') and "'" not in token.string:
            result.append((token.start, token.end, "'" + token.string[1:-1] + "'"))
    for (row, column), (_, end), new in reversed(result):
        lines[row - 1] = lines[row - 1][:column] + new + lines[row - 1][end:]
    changed = "".join(lines)
    return changed if same(text, changed) else text


def two_spaces(text):
    inside = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.STRING and token.start[0] != token.end[0]:
            inside.update(range(token.start[0] + 1, token.end[0] + 1))
    lines = text.splitlines(keepends=True)
    for i, line in enumerate(lines, 1):
        indent = len(line) - len(line.lstrip(" "))
        if i not in inside and indent % 4 == 0:
            lines[i - 1] = " " * (indent // 2) + line[indent:]
    changed = "".join(lines)
    return changed if same(text, changed) else text


def without_docstrings(text):
    tree = ast.parse(text)
    gone = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.Module)) and len(node.body) > 1:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
                gone.update(range(first.lineno, first.end_lineno + 1))
    return "".join(line for i, line in enumerate(text.splitlines(keepends=True), 1) if i not in gone)


def with_comments(text, rng):
    tree = ast.parse(text)
    lines = text.splitlines(keepends=True)
    remarks = ["keep this simple", "see the tests", "works for now", "values come from the caller", "order matters here"]
    for node in sorted((n for n in ast.walk(tree) if isinstance(n, (ast.Assign, ast.Return, ast.If))), key=lambda n: -n.lineno):
        if rng.random() < 0.12:
            line = lines[node.lineno - 1]
            if line[:node.col_offset].isspace() or node.col_offset == 0:
                lines.insert(node.lineno - 1, line[:node.col_offset] + "# " + rng.choice(remarks) + "\n")
    changed = "".join(lines)
    return changed if same(text, changed) else text


def same(one, other):
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other))
    except SyntaxError:
        return False
