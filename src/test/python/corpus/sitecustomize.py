"""Loaded by the interpreter under test: writes what really was raised, then prints it the usual way."""

import json
import os
import sys


def printed_type(kind):
    module = kind.__module__
    return kind.__qualname__ if module == "builtins" else module + "." + kind.__qualname__


def frames(traceback):
    found = []
    while traceback is not None:
        code = traceback.tb_frame.f_code
        found.append([code.co_filename, traceback.tb_lineno, code.co_name])
        traceback = traceback.tb_next
    return found


def one(error):
    syntax = isinstance(error, SyntaxError)
    located = syntax and error.filename is not None and error.lineno is not None
    facts = {"type": printed_type(type(error)), "message": error.msg if syntax else str(error), "frames": frames(error.__traceback__)}
    if located:
        facts["frames"].append([error.filename, error.lineno, ""])
        facts["column"] = error.offset
    facts["notes"] = list(getattr(error, "__notes__", []))
    facts["members"] = [one(inner) for inner in getattr(error, "exceptions", ())]
    return facts


def chain(error):
    links = []
    relation = "root"
    while error is not None:
        facts = one(error)
        links.append(facts)
        if error.__cause__ is not None:
            facts["relation"] = "cause"
            error = error.__cause__
        elif error.__context__ is not None and not error.__suppress_context__:
            facts["relation"] = "context"
            error = error.__context__
        else:
            facts["relation"] = relation
            error = None
    return links[::-1]


def hook(kind, error, traceback):
    with open(os.environ["CORPUS_TRUTH"], "w", encoding="utf-8") as out:
        json.dump(chain(error), out)
    sys.__excepthook__(kind, error, traceback)


if os.environ.get("CORPUS_TRUTH"):
    sys.excepthook = hook
