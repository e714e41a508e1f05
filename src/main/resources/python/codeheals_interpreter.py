"""Prints, as one JSON object, what the interpreter that runs this is and what it can import. Runs on Python 2.7 and newer."""
import json
import os
import sys


def unfinished():
    """Enough for a plain message about an interpreter that is too old."""
    return {"executable": sys.executable, "major": sys.version_info[0], "minor": sys.version_info[1],
            "version": "%d.%d.%d" % sys.version_info[:3], "stdlib": [], "distributions": [], "pytest": False, "folders": []}


def standard_library():
    names = set(getattr(sys, "stdlib_module_names", ()))
    if not names:
        import pkgutil
        import sysconfig
        names = set(sys.builtin_module_names)
        stdlib = sysconfig.get_path("stdlib")
        folders = [stdlib, sysconfig.get_path("platstdlib"), os.path.join(stdlib, "lib-dynload")]
        names.update(module.name for module in pkgutil.iter_modules(folders))
    return names


def beyond_the_standard_library():
    """Folders of sys.path that hold installed modules; the entry for the script's own folder is not among them."""
    import sysconfig
    stdlib = {os.path.realpath(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib")}
    stdlib |= {os.path.join(folder, "lib-dynload") for folder in stdlib}
    own = os.path.realpath(os.path.dirname(os.path.abspath(__file__)))
    kept = []
    for folder in sys.path:
        real = os.path.realpath(folder)
        if folder and os.path.isdir(real) and real not in stdlib and real != own:
            kept.append(real)
    return kept


def editable_folders(folders):
    """Source folders that editable installs map by an import hook instead of by a path."""
    import ast
    found = []
    for folder in folders:
        for name in os.listdir(folder):
            if name.startswith("__editable__") and name.endswith("_finder.py"):
                try:
                    with open(os.path.join(folder, name)) as source:
                        tree = ast.parse(source.read())
                except (OSError, SyntaxError, ValueError):
                    continue
                for node in tree.body:
                    target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
                    if getattr(target, "id", "") == "MAPPING" and isinstance(node.value, ast.Dict):
                        found += [v.value for v in node.value.values if isinstance(v, ast.Constant) and isinstance(v.value, str)]
    return found


def installed(folders):
    """Top-level names that can be imported from these folders."""
    import pkgutil
    names = {module.name for module in pkgutil.iter_modules(folders)}
    try:
        from importlib.metadata import packages_distributions
        names.update(packages_distributions())
    except ImportError:
        pass
    for folder in folders:  # namespace packages have no __init__.py
        for entry in os.listdir(folder):
            inner = os.path.join(folder, entry)
            if entry.isidentifier() and os.path.isdir(inner) and entry != "__pycache__":
                if any(name.endswith(".py") or os.path.isdir(os.path.join(inner, name)) for name in os.listdir(inner)):
                    names.add(entry)
    return {name for name in names if name.isidentifier()}


def launchers():
    """Every file the executable is reached through: a virtual environment links to its base, often in several steps."""
    found = []
    path = sys.executable
    for _ in range(10):
        found.append(path)
        if not os.path.islink(path):
            break
        path = os.path.join(os.path.dirname(path), os.readlink(path))
    return found


def everything():
    found = unfinished()
    stdlib = standard_library()
    folders = beyond_the_standard_library()
    names = installed(folders) - stdlib
    needed = [sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix] + folders + editable_folders(folders) + launchers()
    needed += [os.path.realpath(path) for path in needed]
    found.update(stdlib=sorted(stdlib), distributions=sorted(names), pytest="pytest" in names,
                 folders=sorted({os.path.abspath(path) for path in needed if os.path.exists(path)}))
    return found


if __name__ == "__main__":
    print(json.dumps(everything() if sys.version_info >= (3, 8) else unfinished()))
