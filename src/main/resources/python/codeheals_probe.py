"""Calls functions of the project with the values tests called them with, and with others near them; reports what each call did.

The others are made by a fixed rule, so two runs on two versions of the project try the same ones in the same order.
Standard library only; Python 3.9 or newer.
"""
import io
import itertools
import json
import linecache
import os
import signal
import sys

from codeheals_calls import Unknown, decode, encode, plain

NEAR, MOST_NEAR, SECONDS_OF_CALL, LONGEST_TEXT, MOST_YIELDED = 16, 200, 0.05, 1000, 200


class Late(BaseException):
    pass


def late(_number, _frame):
    raise Late()


class Names:
    """Finds what `module:path` names; the program itself goes by the name multiprocessing gives it, so that its main part stays quiet."""

    def __init__(self, main):
        self.main = main

    def find(self, name):
        module, _, path = name.partition(":")
        found = self.module(module)
        for part in path.split("."):
            found = found.__dict__[part]
        return found

    def module(self, name):
        if name != "__main__":
            __import__(name)
            return sys.modules[name]
        if "__mp_main__" not in sys.modules:
            program = sys.modules["__mp_main__"] = type(sys)("__mp_main__")
            program.__dict__["__file__"] = os.path.abspath(self.main)
            with open(self.main, "rb") as source:
                text = source.read()
            try:
                exec(compile(text, program.__file__, "exec", dont_inherit=True), program.__dict__)
            except Exception:
                pass  # what was defined before it failed can be called
        return sys.modules["__mp_main__"]


class Caller:
    def __init__(self, request, names):
        self.root, self.names = request["cwd"], names

    def is_project(self, path):
        return os.path.abspath(path).startswith(self.root + os.sep)

    def outcome(self, call):
        """What a call did: its result and what it printed and changed, or what it raised and where."""
        function = plain(self.names.find(call["function"]))
        values = {name: decode(told, self.names.find) for name, told in call["arguments"].items()}
        printed = io.StringIO()
        streams, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), printed, io.StringIO()
        signal.setitimer(signal.ITIMER_REAL, SECONDS_OF_CALL)
        try:
            result = drawn(called(function, values))
            signal.setitimer(signal.ITIMER_REAL, 0)
        except Late:
            return {"kind": "late"}
        except BaseException as error:
            signal.setitimer(signal.ITIMER_REAL, 0)
            return {"kind": "raised", "type": type(error).__name__, "text": shortened(repr(error.args)), "place": self.place(error.__traceback__),
                    "meant": self.meant(error.__traceback__)}
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            sys.stdout, sys.stderr = streams
        told = {name: self.told(value) for name, value in values.items()}
        return {"kind": "returned", "value": self.told(result), "text": shortened(json.dumps([told, printed.getvalue()]))}

    def told(self, value):
        try:
            return encode(value, self.is_project)
        except Exception:
            return ["something", type(value).__name__]

    def place(self, trace):
        place = ""
        while trace is not None:
            code = trace.tb_frame.f_code
            if self.is_project(code.co_filename):
                place = "%s:%d" % (os.path.relpath(code.co_filename, self.root), trace.tb_lineno)
            trace = trace.tb_next
        return place

    def meant(self, trace):
        """Whether the project itself says `raise` there."""
        while trace.tb_next is not None:
            trace = trace.tb_next
        file = trace.tb_frame.f_code.co_filename
        return self.is_project(file) and linecache.getline(file, trace.tb_lineno).lstrip().startswith("raise")

    def steady(self, call):
        """What a call does if it does the same twice."""
        first = self.outcome(call)
        return first if first["kind"] == "late" or self.outcome(call) == first else {"kind": "unsteady"}


def called(function, values):
    code = function.__code__
    given = iter(values.items())
    positional = [value for _, value in itertools.islice(given, code.co_argcount)]
    named = dict(itertools.islice(given, code.co_kwonlyargcount))
    if code.co_flags & 0x04:
        positional += next(given)[1]
    if code.co_flags & 0x08:
        named.update(next(given)[1])
    return function(*positional, **named)


def drawn(result):
    return list(itertools.islice(result, MOST_YIELDED)) if type(result).__name__ in ("generator", "map", "filter", "zip", "enumerate") else result


def shortened(text):
    if len(text) <= LONGEST_TEXT:
        return text
    import hashlib
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def near(told, place=()):
    """Values near one, each with the place and the value of what was changed in it; the smallest changes first."""
    if isinstance(told, list):
        yield from near_parts(told[0], told[1:], place)
        return
    if told is None:
        others = []
    elif isinstance(told, bool):
        others = [not told]
    elif isinstance(told, int):
        others = [told + 1, told - 1] + ([0] if abs(told) > 1 else [])
    else:
        others = [one for one in (told[:-1], told[::-1], told[1:]) if one != told]
    for other in others:
        yield place, told, other


def near_parts(tag, rest, place):
    if tag == "float":
        number = float(rest[0])
        for one in (number + 1, number / 2, 0.0):
            if one != number:
                yield place, number, [tag, repr(one)]
    elif tag in ("object", "dict"):
        first = 1 if tag == "object" else 0
        for at, (where, was, other) in turns([near(pair[1], place + (at,)) for at, pair in enumerate(rest[first:], first)]):
            yield where, was, [tag] + rest[:at + first] + [[rest[at + first][0], other]] + rest[at + first + 1:]
        if tag == "dict" and rest:
            yield place, None, [tag] + rest[1:]
    elif tag in ("list", "tuple", "set", "frozenset"):
        for whole in (rest[:-1], rest[::-1]):
            if tag == "list" and whole != rest:
                yield place, None, [tag] + whole
        for at, (where, was, other) in turns([near(one, place + (at,)) for at, one in enumerate(rest)]):
            yield where, was, [tag] + rest[:at] + [other] + rest[at + 1:]


def turns(groups):
    """One of each group, then the next of each: pairs of the group's place and its member."""
    for row in itertools.zip_longest(*groups, fillvalue=Unknown):
        for at, one in enumerate(row):
            if one is not Unknown:
                yield at, one


def plain_text(value):
    """As the other side writes the numbers and texts of a source file."""
    if type(value) in (int, float):
        import decimal
        return format(decimal.Decimal(repr(value)).normalize(), "f") if value == value and abs(value) < 1e300 else str(value)
    return str(value).lower()


def neighbours(call, spelled):
    """The call with one of its arguments changed a little; what a candidate spells out is changed first."""
    names = list(call["arguments"])
    near_all = itertools.islice(turns([near(call["arguments"][name]) for name in names]), MOST_NEAR)
    changed = [(at, "%s%s" % (names[at], list(where)), was, other) for at, (where, was, other) in near_all]
    first = [one for one in changed if plain_text(one[2]) in spelled]
    for at, place, was, other in first[:NEAR] + [one for one in changed if plain_text(one[2]) not in spelled][:NEAR]:
        yield place if plain_text(was) in spelled else "", {"function": call["function"], "arguments": {**call["arguments"], names[at]: other}}


def probe(request, report):
    asked = json.loads(request["target"])
    sys.path[:0] = [folder for folder in asked["path"] if folder not in sys.path]
    caller = Caller(request, Names(asked["main"]))
    signal.signal(signal.SIGALRM, late)
    for call in asked["calls"]:
        try:
            own = caller.steady(call)
            found = {"own": own, "near": [dict(caller.steady(one), spelled=place) for place, one in neighbours(call, asked["spelled"])]}
        except BaseException as error:
            found = {"own": {"kind": "unknown", "text": type(error).__name__}, "near": []}
        report.line("V", json.dumps(found))
    return 0
