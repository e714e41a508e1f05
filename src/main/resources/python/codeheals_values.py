"""Describes values without running any code of the program: no `__repr__`, property or `__getattr__` of its own types is called.

What looks like a secret, by the name it goes under or by its form, is masked here already.
Standard library only; Python 3.9 or newer.
"""
import itertools
import re
import sys
import types

LONGEST = 200
MOST_KEYS, MOST_ATTRIBUTES, MOST_ELEMENTS = 200, 400, 5
PLAIN = (int, float, complex, bool, str, bytes, type(None), type(...), range)
OPEN = (types.ModuleType, type, types.FunctionType, types.BuiltinFunctionType)
CONTAINERS = (list, tuple, dict, set, frozenset)
# Types of the standard library whose repr neither changes anything nor reaches into other objects.
KNOWN = {"datetime": None, "decimal": {"Decimal"}, "fractions": {"Fraction"}, "pathlib": None, "uuid": {"UUID"}, "re": {"Pattern"},
         "collections": {"deque"}}
SECRET_NAME = re.compile(r"passw(or)?d|passphrase|secret|token|api_?key|apikey|auth|credential|private_?key|cookie|session_?id|signature", re.I)
SECRET_FORM = re.compile(
    r"\b(sk|pk|rk)[-_][A-Za-z0-9_-]{16,}|\bgh[pousr]_[A-Za-z0-9]{20,}|\bAKIA[0-9A-Z]{16}|\bxox[abprs]-[A-Za-z0-9-]{10,}"
    r"|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}|-----BEGIN [A-Z ]*PRIVATE KEY|\b[a-z][a-z0-9+.-]*://[^/\s:@]+:[^/\s@]+@")
MASK = "'<masked>'"


def type_name(value):
    kind = type(value)
    module = type.__getattribute__(kind, "__module__")
    name = type.__getattribute__(kind, "__qualname__")
    return name if module == "builtins" or not isinstance(module, str) else "%s.%s" % (module, name)


def is_secret(name):
    return isinstance(name, str) and SECRET_NAME.search(name) is not None


def text_of(value, depth=0):
    """A short repr; containers to a depth of three."""
    kind = type(value)
    if kind is int and value.bit_length() > 600:
        return "<int of %d bits>" % value.bit_length()
    if kind is str:
        return MASK if SECRET_FORM.search(value[:4096]) else repr(value[:LONGEST])
    if kind is bytes or kind is bytearray:
        return repr(bytes(value[:LONGEST]))
    if kind in PLAIN:
        return repr(value)
    if kind in CONTAINERS:
        return container_text(value, depth)
    if isinstance(value, type):
        return "<class '%s.%s'>" % (type.__getattribute__(value, "__module__"), type.__getattribute__(value, "__qualname__"))
    if isinstance(value, types.ModuleType):
        return "<module '%s'>" % types.ModuleType.__getattribute__(value, "__name__")
    if kind in (types.FunctionType, types.BuiltinFunctionType, types.MethodType):
        return "<function %s>" % getattr(value, "__qualname__", "")
    return known_text(value) or object_text(value, depth)


def container_text(value, depth):
    opening, closing = {list: "[]", tuple: "()", dict: "{}"}.get(type(value), "{}")
    if type(value) is frozenset or (type(value) is set and not value):
        opening, closing = type(value).__name__ + "({", "})"
    if depth >= 3:
        return opening + "..." + closing if value else opening + closing
    parts = []
    for item in itertools.islice(value.items() if type(value) is dict else value, 10):
        if type(value) is dict:
            shown = MASK if is_secret(item[0]) else text_of(item[1], depth + 1)
            parts.append("%s: %s" % (text_of(item[0], depth + 1), shown))
        else:
            parts.append(text_of(item, depth + 1))
    if len(value) > 10:
        parts.append("...")
    only = type(value) is tuple and len(value) == 1
    return opening + ", ".join(parts) + ("," if only else "") + closing


def object_text(value, depth):
    fields = [] if depth > 1 else list(itertools.islice(instance_dict(value).items(), 6))
    shown = ["%s=%s" % (name, MASK if is_secret(name) else text_of(field, depth + 1)) for name, field in fields if isinstance(name, str)]
    return "<%s>" % " ".join([type_name(value)] + shown)


def known_text(value):
    kind = type(value)
    names = KNOWN.get(kind.__module__.split(".")[0], ()) if isinstance(kind.__module__, str) else ()
    if (names is None or kind.__name__ in names) and kind.__module__.split(".")[0] in sys.modules:
        own = getattr(sys.modules[kind.__module__.split(".")[0]], kind.__name__, None)
        if own is kind and kind.__name__ != "deque":
            try:
                return repr(value)
            except Exception:
                return None
    if kind.__module__ in ("numpy", "pandas.core.frame", "pandas.core.series") and hasattr(value, "shape"):
        return "<%s of shape %s>" % (type_name(value), value.shape)
    return None


def length_of(value):
    for base in (str, bytes, bytearray, list, tuple, dict, set, frozenset, range):
        if isinstance(value, base):
            return base.__len__(value)
    if is_library(value) and hasattr(type(value), "__len__"):
        try:
            return len(value)
        except Exception:
            return None
    return None


def is_library(value):
    module = type(value).__module__
    top = module.split(".")[0] if isinstance(module, str) else ""
    return top in ("numpy", "pandas", "collections", "array") and top in sys.modules


def keys_of(value):
    try:
        if isinstance(value, dict):
            return [text_of(key) for key in itertools.islice(dict.keys(value), MOST_KEYS)]
        if type(value).__module__ == "pandas.core.frame":
            return [text_of(name) for name in list(value.columns)[:MOST_KEYS]]
        if type_name(value) == "sqlite3.Row":
            return [text_of(name) for name in value.keys()]
    except Exception:
        pass
    return []


def attributes_of(value):
    """Public names on the value, its type and the types above, read from their dictionaries."""
    if type(value) in PLAIN or type(value) in CONTAINERS:
        return []
    names = set()
    if isinstance(value, types.ModuleType):
        names.update(types.ModuleType.__getattribute__(value, "__dict__"))
    else:
        names.update(instance_dict(value))
        for kind in type.__getattribute__(value if isinstance(value, type) else type(value), "__mro__"):
            if kind is not object:
                names.update(type.__getattribute__(kind, "__dict__"))
    return sorted(name for name in names if isinstance(name, str) and not name.startswith("_"))[:MOST_ATTRIBUTES]


def instance_dict(value):
    try:
        found = object.__getattribute__(value, "__dict__")
        return found if isinstance(found, dict) else {}
    except Exception:
        return {}


def elements_of(value):
    if isinstance(value, dict):
        return [type_name(item) for item in itertools.islice(dict.values(value), MOST_ELEMENTS)]
    for base in (list, tuple, set, frozenset):
        if isinstance(value, base):
            return [type_name(item) for item in itertools.islice(base.__iter__(value), MOST_ELEMENTS)]
    return []


def describe(name, value, brief=False):
    """The facts of one value, as JSON. Brief ones leave out what modules, classes and functions hold."""
    shown = MASK if is_secret(name.rsplit(".", 1)[-1]) and isinstance(value, (str, bytes)) else text_of(value)[:LONGEST]
    return {"type": type_name(value), "repr": shown, "length": length_of(value), "keys": keys_of(value),
            "attributes": [] if brief and isinstance(value, OPEN) else attributes_of(value), "elements": elements_of(value)}
