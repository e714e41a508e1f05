"""Notes with which values the project's functions are called, and turns such values into JSON and back.

Noting runs no code of the program: objects of its classes are taken apart through their dictionaries. What cannot be rebuilt from its
parts, such as an open file, is not noted. Standard library only; Python 3.9 or newer.
"""
import os
import sys
import types
from dis import findlinestarts

MOST_CALLS, MOST_OF_TEST, MOST_OF_PASSED, MOST_TOLD, MOST_OF_FUNCTION, MOST_LOOKS, MOST_PARTS, LONGEST = 1000, 40, 6, 120, 3, 40, 300, 2000
ASYNCHRONOUS = 0x80 | 0x200
VARIABLE_ARGUMENTS, VARIABLE_NAMES = 0x04, 0x08
MADE = {"datetime:date": ("year", "month", "day"), "datetime:time": ("hour", "minute", "second", "microsecond"),
        "datetime:datetime": ("year", "month", "day", "hour", "minute", "second", "microsecond"),
        "datetime:timedelta": ("days", "seconds", "microseconds"), "fractions:Fraction": ("numerator", "denominator"),
        "decimal:Decimal": str, "pathlib:PosixPath": str, "pathlib:WindowsPath": str, "uuid:UUID": str}


class Unknown(Exception):
    """A value that cannot be told in JSON."""


def is_test(path):
    name = os.path.basename(path)
    return name.startswith("test_") or name.endswith("_test.py") or name in ("tests.py", "conftest.py") or "tests" in path.split(os.sep)


class Calls:
    """The first calls of each function in each test."""

    def __init__(self, is_project):
        self.is_project = is_project
        self.noted, self.known, self.left = [], set(), MOST_CALLS
        self.of_test, self.looks, self.counts = [], {}, {}

    def begin(self):
        self.of_test, self.looks, self.counts = [], {}, {}

    def end(self, passed):
        """A failing test's calls tell more than a passing one's."""
        self.noted += [dict(call, passed=passed) for call in self.of_test[:MOST_OF_PASSED if passed else MOST_OF_TEST]]
        self.begin()

    def told(self):
        return sorted(self.noted, key=lambda call: call["passed"])[:MOST_TOLD]

    def started(self, frame):
        """Called where a function of the project begins. Returns whether to tell of the next call of it, too."""
        code = frame.f_code
        self.looks[code] = self.looks.get(code, 0) + 1
        if self.counts.get(code, 0) >= MOST_OF_FUNCTION or self.looks[code] > MOST_LOOKS or self.left <= 0 or len(self.of_test) >= MOST_OF_TEST:
            return False
        if code.co_name.startswith("<") or code.co_flags & ASYNCHRONOUS or is_test(code.co_filename):
            return False
        self.left -= 1
        self.counts[code] = self.counts.get(code, 0) + 1
        try:
            self.note(frame)
        except Exception:  # what cannot be told is left out
            pass
        return True

    def is_asked(self, frame):
        """Whether a test called it, or the top of a script, if need be through a library."""
        caller = frame.f_back
        for _ in range(6):
            if caller is None:
                return False
            path = caller.f_code.co_filename
            if self.is_project(path):
                return is_test(path) or caller.f_globals.get("__name__") == "__main__" and caller.f_code.co_name in ("<module>", "main")
            caller = caller.f_back
        return False

    def note(self, frame):
        told = {name: encode(value, self.is_project) for name, value in arguments(frame)}
        call = {"function": place_of(frame), "arguments": told}
        key = repr(call)
        if key not in self.known:
            self.known.add(key)
            lines = [line for _, line in findlinestarts(frame.f_code) if line]
            self.of_test.append(dict(call, asked=self.is_asked(frame), file=frame.f_code.co_filename,
                                     first=frame.f_code.co_firstlineno, last=max(lines)))


def arguments(frame):
    code, seen = frame.f_code, frame.f_locals
    count = code.co_argcount + code.co_kwonlyargcount + bool(code.co_flags & VARIABLE_ARGUMENTS) + bool(code.co_flags & VARIABLE_NAMES)
    return [(name, seen[name]) for name in code.co_varnames[:count]]


def place_of(frame):
    """The name under which the running function can be found again."""
    code = frame.f_code
    module = frame.f_globals["__name__"]
    if code_of(frame.f_globals.get(code.co_name)) is code:
        return "%s:%s" % (module, code.co_name)
    first = frame.f_locals[code.co_varnames[0]]
    for kind in type.__getattribute__(first if isinstance(first, type) else type(first), "__mro__"):
        if code_of(type.__getattribute__(kind, "__dict__").get(code.co_name)) is code:
            return "%s.%s" % (name_of(kind), code.co_name)
    raise Unknown(code.co_name)


def plain(member):
    """The function behind a method, a property or a decorator."""
    for _ in range(10):
        if isinstance(member, (staticmethod, classmethod)):
            member = member.__func__
        elif isinstance(member, property):
            member = member.fget
        elif isinstance(getattr(member, "__dict__", {}), dict) and "__wrapped__" in getattr(member, "__dict__", {}):
            member = member.__dict__["__wrapped__"]
    return member


def code_of(member):
    member = plain(member)
    return member.__code__ if type(member) is types.FunctionType else None


def name_of(thing):
    """`module:path.in.it`, if that leads back to the very same thing."""
    module, path = thing.__module__, thing.__qualname__
    found = sys.modules.get(module)
    for part in path.split("."):
        found = found.__dict__.get(part) if found is not None else None
    if found is not thing:
        raise Unknown(path)
    return "%s:%s" % (module, path)


def encode(value, is_project, left=None, depth=0):
    """A value as JSON; the parts of what is no plain scalar follow its tag in a list."""
    left = [MOST_PARTS] if left is None else left
    left[0] -= 1
    kind = type(value)
    if left[0] < 0 or depth > 8:
        raise Unknown("too much")
    if value is None or kind in (bool, int) or (kind is str and len(value) <= LONGEST):
        return value

    def parts(values):
        return [encode(one, is_project, left, depth + 1) for one in values]

    if kind is float:
        return ["float", repr(value)]
    if kind is bytes and len(value) <= LONGEST:
        return ["bytes", value.hex()]
    if kind in (list, tuple):
        return [kind.__name__] + parts(value)
    if kind in (set, frozenset):
        return [kind.__name__] + sorted(parts(value), key=repr)
    if kind is dict:
        return ["dict"] + [parts(pair) for pair in value.items()]
    if kind in (types.FunctionType, type):
        return ["name", name_of(value)]
    return encode_object(value, kind, is_project, parts)


def encode_object(value, kind, is_project, parts):
    name = "%s:%s" % (kind.__module__, kind.__qualname__)
    made = MADE.get(name)
    if made is not None and getattr(value, "tzinfo", None) is None:
        return ["made", name] + ([str(value)] if made is str else [getattr(value, field) for field in made])
    place = getattr(sys.modules.get(kind.__module__), "__file__", None)
    if not isinstance(place, str) or not is_project(place) or name_of(kind) != name:
        raise Unknown(name)
    if "_member_map_" in kind.__dict__:
        return ["member", name, object.__getattribute__(value, "_name_")]
    fields = object.__getattribute__(value, "__dict__")
    if isinstance(value, (int, str, float, tuple, list, dict, set, bytes, BaseException)) or any("__slots__" in one.__dict__ for one in kind.__mro__):
        raise Unknown(name)
    return ["object", name] + [[field, parts([held])[0]] for field, held in fields.items()]


def decode(told, find):
    """The value again.

    @param find leads from a name to what it names
    """
    if not isinstance(told, list):
        return told
    tag, rest = told[0], told[1:]
    if tag == "float":
        return float(rest[0])
    if tag == "bytes":
        return bytes.fromhex(rest[0])
    if tag in ("list", "tuple", "set", "frozenset"):
        return {"list": list, "tuple": tuple, "set": set, "frozenset": frozenset}[tag](decode(one, find) for one in rest)
    if tag == "dict":
        return {decode(key, find): decode(value, find) for key, value in rest}
    named = find(rest[0])
    if tag == "made":
        return named(*rest[1:])
    if tag == "member":
        return named.__dict__["_member_map_"][rest[1]]
    if tag == "object":
        value = object.__new__(named)
        value.__dict__.update((field, decode(held, find)) for field, held in rest[1:])
        return value
    return named
