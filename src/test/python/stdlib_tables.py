"""Writes the tables the rules read: what every standard-library module exports, what every class has, what every function takes.

    python3 stdlib_tables.py OUT_FOLDER PYTHON3.9 PYTHON3.10 ...

Runs itself under each interpreter and merges the answers; a name that not all of them know carries the versions that do.
"""
import collections
import importlib
import inspect
import io
import itertools
import json
import os
import pkgutil
import re
import subprocess
import sys
import types
import warnings

UNWANTED = {"antigravity", "this", "idlelib", "lib2to3", "test", "turtledemo", "ensurepip", "pydoc_data", "__main__", "__phello__",
            "__hello__", "msilib", "winreg", "winsound", "msvcrt", "nt", "_winapi", "idle_test"}
# Words of everyday programs that libraries hardly use.
MORE_WORDS = """salary refund shipment supplier booking checkout grocery mileage patient teacher employee employees wages invoice invoices discount discounts
    vehicle vehicles warehouse recipe recipes ingredient ingredients weather humidity celsius fahrenheit kilometers distance velocity radius diameter
    perimeter hypotenuse triangle rectangle circle polygon vowel vowels consonant palindrome anagram fibonacci factorial prime primes divisor multiple
    denominator numerator grade grades student students course courses enrollment semester lecture professor salary bonus manager department withdraw
    withdrawal deposit deposits balance transfer overdraft interest loan mortgage customer customers purchase purchases cart basket coupon voucher
    shipping delivery courier inventory stock restock reorder quantity quantities ticket tickets passenger flight airport hotel guest guests room rooms
    reservation payment payments receipt subtotal taxable amount author authors borrower library librarian movie movies actor actors genre rating
    ratings review reviews player players score scores dealer suit joker winner loser opponent monster inventory health damage armor weapon enemy"""
# Modules nobody could import on the machine that made the tables.
WINDOWS = {"winreg": "", "msvcrt": "getch getche getwch kbhit putch ungetch locking setmode open_osfhandle get_osfhandle",
           "winsound": "Beep PlaySound MessageBeep"}
# Left out of the tables of classes and calls: nobody writes these by hand, and they would be half of the bytes.
REMOTE = ("distutils", "posix", "posixpath", "ntpath", "pydoc", "pdb", "formatter", "xmlrpc", "wsgiref", "xml.dom", "xml.sax", "mailbox", "imaplib",
          "ctypes.", "multiprocessing.", "importlib.", "asyncio.", "curses", "tkinter.", "unittest.", "lib2to3", "optparse", "webbrowser", "encodings",
          "turtle.", "email._", "symtable", "typing.io", "typing.re", "pyexpat", "nntplib", "smtpd", "asyncore", "bdb", "code", "cgitb", "pstats", "plat")
WANTED = ("unittest.mock", "unittest.case", "tkinter.ttk", "tkinter.messagebox", "tkinter.filedialog", "tkinter.simpledialog", "importlib.resources",
          "importlib.metadata", "multiprocessing.pool", "asyncio.subprocess", "asyncio.Queue", "asyncio.Event", "codecs")
BUILTIN_PARAMETERS = {
    "print": "*args,sep=,end=,file=,flush=", "max": "*args,key=,default=", "min": "*args,key=,default=", "int": "x=,/,base=",
    "str": "object=,encoding=,errors=", "bytes": "source=,encoding=,errors=", "bytearray": "source=,encoding=,errors=",
    "zip": "*iterables,strict=", "range": "start,stop=,step=,/", "map": "function,iterable,/,*iterables", "type": "object,bases=,dict=,/",
    "dict": "*args,**kwargs", "iter": "object,sentinel=,/", "next": "iterator,default=,/", "getattr": "object,name,default=,/",
    "slice": "start,stop=,step=,/", "bool": "x=,/", "filter": "function,iterable,/", "enumerate": "iterable,start=",
    "super": "type=,object_or_type=,/", "list": "iterable=,/", "tuple": "iterable=,/", "set": "iterable=,/", "frozenset": "iterable=,/",
    "vars": "object=,/", "dir": "object=,/", "breakpoint": "*args,**kws",
}
# Removed in 3.14, which no interpreter at hand can tell.
LAST_IN_13 = {"ast": "Num Str Bytes NameConstant Ellipsis", "pkgutil": "get_loader find_loader", "sqlite3": "version version_info",
              "urllib.request": "URLopener FancyURLopener", "urllib.parse": "Quoter", "pty": "master_open slave_open",
              "asyncio": "AbstractChildWatcher SafeChildWatcher MultiLoopChildWatcher FastChildWatcher ThreadedChildWatcher PidfdChildWatcher "
                         "get_child_watcher set_child_watcher",
              "importlib.abc": "ResourceReader Traversable TraversableResources"}
NEW_IN_14 = {"annotationlib": "Format ForwardRef get_annotations call_annotate_function", "string.templatelib": "Template Interpolation convert",
             "compression.zstd": "compress decompress open ZstdFile ZstdCompressor ZstdDecompressor", "concurrent.interpreters": "create Interpreter",
             "uuid": "uuid6 uuid7 uuid8 NIL MAX", "heapq": "heapify_max heappop_max heappush_max heappushpop_max heapreplace_max"}


def kind_of(value):
    if isinstance(value, type):
        return "c"
    if isinstance(value, types.ModuleType):
        return "m"
    return "f" if callable(value) else "v"


def module_names():
    names = getattr(sys, "stdlib_module_names", None)
    if names is None:
        library = [importlib.import_module("os").__file__.rsplit("/", 1)[0]]
        names = {m.name for m in pkgutil.iter_modules(library)} | set(sys.builtin_module_names)
        names |= {m.name for m in pkgutil.iter_modules([library[0] + "/lib-dynload"])}
    for name in sorted(names):
        if not name.startswith("_") and name not in UNWANTED and name != "site-packages":
            yield name


def walk(name):
    try:
        module = importlib.import_module(name)
    except BaseException:
        return
    yield name, module
    for inner in pkgutil.iter_modules(getattr(module, "__path__", [])):
        plain = not inner.name.startswith("_") and "test" not in inner.name and inner.name not in UNWANTED
        if plain and not name.startswith("encodings"):
            yield from walk(name + "." + inner.name)


def exports(name, module):
    declared = getattr(module, "__all__", None)
    found = {}
    for attribute, value in vars(module).items():
        if attribute.startswith("_") and attribute not in (declared or ()):
            continue
        if isinstance(value, types.ModuleType):
            if value.__name__.startswith(name + ".") or attribute in (declared or ()) or (name, attribute) == ("os", "path"):
                found[attribute] = "m"
            continue
        home = getattr(value, "__module__", None)
        own = home is None or home == name or home.lstrip("_").split(".")[0] == name.split(".")[0] or home in ("builtins", "_io")
        if attribute in (declared or ()) or (own and type(value).__name__ != "_Feature") or home in sys.builtin_module_names:
            found[attribute] = kind_of(value)
    return found


def public(module):
    """pathlib for pathlib._local, where newer versions keep what older ones have in pathlib itself."""
    return ".".join(part for part in module.split(".") if not part.startswith("_")) or module


def class_line(cls):
    own = []
    for attribute, value in vars(cls).items():
        if attribute.startswith("_"):
            continue
        value = getattr(cls, attribute, value)
        own.append(attribute if callable(value) else attribute + "=")
    bases = [b.__name__ if b.__module__ == "builtins" else public(b.__module__) + "." + b.__qualname__ for b in cls.__bases__ if b is not object]
    return {"bases": bases, "own": own}


def parameters(value):
    try:
        signature = inspect.signature(value)
    except Exception:
        return None
    marks, starred, slash = [], False, False
    last_positional = [p for p in signature.parameters.values() if p.kind is p.POSITIONAL_ONLY]
    for p in signature.parameters.values():
        text = p.name + ("" if p.default is p.empty else "=")
        if p.kind is p.VAR_POSITIONAL:
            text, starred = "*" + text, True
        elif p.kind is p.VAR_KEYWORD:
            text = "**" + p.name
        elif p.kind is p.KEYWORD_ONLY and not starred:
            marks.append("*")
            starred = True
        marks.append(text)
        if last_positional and p is last_positional[-1] and not slash:
            marks.append("/")
            slash = True
    return ",".join(marks)


def hidden_types():
    import collections, csv, hashlib, itertools, pathlib, re, sqlite3, struct, threading
    def generator():
        yield
    async def coroutine():
        pass
    waiting = coroutine()
    waiting.close()
    yield from {"builtin_function_or_method": type(len), "function": type(generator), "method": type(hidden_types.__get__(0)),
                "generator": type(generator()), "coroutine": type(waiting), "NoneType": type(None), "module": types.ModuleType,
                "dict_keys": type({}.keys()), "dict_values": type({}.values()), "dict_items": type({}.items()),
                "list_iterator": type(iter([])), "mappingproxy": types.MappingProxyType, "ellipsis": type(...),
                "_csv.reader": type(csv.reader([])), "_csv.writer": type(csv.writer(io.StringIO())), "_hashlib.HASH": type(hashlib.md5()),
                "_thread.lock": type(threading.Lock()), "_thread.RLock": type(threading.RLock()), "re.Match": re.Match, "re.Pattern": re.Pattern,
                "_io.TextIOWrapper": io.TextIOWrapper, "_io.BufferedReader": io.BufferedReader, "_io.BufferedWriter": io.BufferedWriter,
                "_io.StringIO": io.StringIO, "_io.BytesIO": io.BytesIO, "traceback": types.TracebackType, "frame": types.FrameType}.items()


def collect():
    warnings.simplefilter("ignore")
    answer = {"version": sys.version_info[1], "modules": {}, "classes": {}, "calls": {}}
    import builtins
    modules = [("builtins", builtins)]
    for name in module_names():
        modules += walk(name)
    for name, module in modules:
        try:
            answer["modules"][name] = exports(name, module)
        except Exception:
            continue
        for attribute, kind in answer["modules"][name].items():
            value = getattr(module, attribute, None)
            if kind == "c":
                describe(answer, name, attribute, value)
            elif kind == "f" and not remote(name):
                note_call(answer, name + "." + attribute, value)
    for name, cls in hidden_types():
        answer["classes"][name] = class_line(cls)
    for name, names in BUILTIN_PARAMETERS.items():
        answer["calls"]["builtins." + name] = names
    json.dump(answer, sys.__stdout__)


def remote(module):
    return module.startswith(REMOTE) and not module.startswith(WANTED)


def describe(answer, module, attribute, cls):
    if remote(module):
        return
    if cls.__module__ not in (module, "builtins") and not cls.__module__.lstrip("_").startswith(module.split(".")[0]):
        return
    name = cls.__name__ if module == "builtins" else module + "." + attribute
    answer["classes"][name] = class_line(cls)
    if not issubclass(cls, BaseException):
        note_call(answer, module + "." + attribute, cls)
        for method, value in vars(cls).items():
            if not method.startswith("_") and callable(getattr(cls, method, None)):
                note_call(answer, name + "." + method, getattr(cls, method))


def note_call(answer, name, value):
    found = parameters(value)
    if found is not None:
        answer["calls"][name] = found


def spans(present, versions):
    """"@12" since 3.12, "-11" last in 3.11; nothing where every version has it."""
    first, last = min(present), max(present)
    return ("" if first == versions[0] else "@%d" % first) + ("" if last == versions[-1] else "-%d" % last)


def merged(answers, part):
    versions = [a["version"] for a in answers]
    table = {}
    for answer in answers:
        for module, names in answer[part].items():
            for name, kind in names.items():
                table.setdefault(module, {}).setdefault(name, (kind, []))[1].append(answer["version"])
    return versions, table


def write_modules(folder, answers):
    versions, table = merged(answers, "modules")
    for module, names in WINDOWS.items():
        table[module] = {n: ("f", list(versions)) for n in names.split()}
    for module, names in LAST_IN_13.items():
        for name in names.split():
            if name in table.get(module, {}):
                table[module][name][1].append(-1)
    for module, names in NEW_IN_14.items():
        for name in names.split():
            table.setdefault(module, {})[name] = ("c" if name[0].isupper() else "f", [14])
    lines = []
    for module in sorted(table):
        words = []
        for name in sorted(table[module]):
            kind, present = table[module][name]
            gone = -1 in present
            present = [v for v in present if v > 0]
            versioned = "-13" if gone else "@14" if present == [14] else spans(present, versions)
            words.append(name + ("" if kind == "f" else ":" + kind) + versioned)
        alive = [v for v in versions if any(v in present for _, present in table[module].values())] or [14]
        lines.append(module + (spans(alive, versions) if alive != [14] else "@14") + " " + " ".join(words))
    save(folder, "stdlib-modules.txt", lines)


def write_classes(folder, answers):
    table = {}
    for answer in answers:
        for name, found in answer["classes"].items():
            entry = table.setdefault(name, {"bases": found["bases"], "own": set()})
            entry["bases"] = found["bases"]
            entry["own"] |= set(found["own"])
    lines = [name + "(" + ",".join(table[name]["bases"]) + ") " + " ".join(sorted(table[name]["own"])) for name in sorted(table)]
    save(folder, "stdlib-classes.txt", [line.rstrip() for line in lines if not line.endswith("() ")])


def write_calls(folder, answers):
    table = {}
    for answer in answers:
        table.update(answer["calls"])
    tables = {name: call[5:] if call.startswith("self,") else call for name, call in table.items()}
    lines = [name + "(" + tables[name] + ")" for name in sorted(tables) if "=" in tables[name] or "," in tables[name]]
    save(folder, "stdlib-calls.txt", lines)


def write_words(folder, pythons):
    """English as programmers write it: the words that many source files of the library have."""
    counts = collections.Counter()
    for python in pythons:
        library = subprocess.check_output([python, "-c", "import os; print(os.path.dirname(os.__file__))"], text=True).strip()
        for root, folders, names in os.walk(library):
            folders[:] = [f for f in folders if f not in ("test", "tests", "idle_test", "encodings")]
            for name in names:
                if name.endswith(".py"):
                    with io.open(os.path.join(root, name), encoding="utf-8", errors="replace") as source:
                        text = re.sub("([a-z])([A-Z])", r"\1 \2", source.read()).lower()
                    counts.update(set(re.findall("[a-z]{4,15}", text)))
    least = 2 * len(pythons)
    words = {w for w, n in counts.items() if n >= least and re.search("[aeiouy]", w) and not re.search(r"(.)\1\1|[^aeiouy]{6}", w)}
    words |= set(MORE_WORDS.split())
    save(folder, "words.txt", [" ".join(group) for _, group in itertools.groupby(sorted(words), key=lambda w: w[:2])])


def save(folder, name, lines):
    with io.open(folder + "/" + name, "w", encoding="utf-8", newline="\n") as out:
        out.write("\n".join(lines) + "\n")


def main():
    if sys.argv[1:] == ["--collect"]:
        return collect()
    folder, pythons = sys.argv[1], sys.argv[2:]
    answers = [json.loads(subprocess.check_output([python, __file__, "--collect"], stderr=subprocess.DEVNULL)) for python in pythons]
    answers.sort(key=lambda a: a["version"])
    for write in (write_modules, write_classes, write_calls):
        write(folder, answers)
    write_words(folder, pythons)


if __name__ == "__main__":
    main()
