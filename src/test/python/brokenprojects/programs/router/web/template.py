"""Fills {{ name }} and repeats {% for %} blocks."""
import html
import re

VARIABLE = re.compile(r"\{\{\s*([\w.]+)\s*(?:\|\s*(\w+)\s*)?\}\}")
LOOP = re.compile(r"\{% for (\w+) in (\w+) %\}(.*?)\{% end %\}", re.DOTALL)

FILTERS = {
    "upper": lambda text: text.upper(),
    "title": lambda text: text.title(),
    "length": lambda value: str(len(value)),
}


def lookup(context, dotted):
    value = context
    for part in dotted.split("."):
        if isinstance(value, dict):
            value = value[part]
        else:
            value = getattr(value, part)
    return value


def fill(text, context):
    def replace(match):
        value = lookup(context, match.group(1))
        name = match.group(2)
        if name:
            value = FILTERS[name](value)
        return html.escape(str(value))
    return VARIABLE.sub(replace, text)


def render(text, **context):
    def repeat(match):
        name, source, body = match.groups()
        pieces = []
        for value in context[source]:
            inner = dict(context)
            inner[name] = value
            pieces.append(fill(body, inner))
        return "".join(pieces)
    return fill(LOOP.sub(repeat, text), context)
