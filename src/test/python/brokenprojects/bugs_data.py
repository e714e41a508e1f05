"""Data that changed under the program, and files that stand in its way."""
import json

from registry import bug


@bug("drift", "renamed-column", "KeyError")
def renamed_column(source, project, rng):
    path = "data/sales.csv"
    if path in project and source.path == "loader.py":
        head, rest = project[path].split("\n", 1)
        names = head.split(",")
        swaps = {"region": ["Region", "area", "region_name"], "product": ["item", "Product", "product_name"], "units": ["quantity", "Units", "unit_count"], "price": ["unit_price", "Price", "cost"], "day": ["date", "Day", "sale_day"]}
        for i, name in enumerate(names):
            for new in swaps.get(name, []):
                changed = list(names)
                changed[i] = new
                yield {path: ",".join(changed) + "\n" + rest}


@bug("drift", "date-format", "does not match format|ValueError")
def date_format(source, project, rng):
    path = "data/sales.csv"
    if path in project and source.path == "loader.py":
        for form in ("{d}.{m}.{y}", "{y}/{m}/{d}", "{d}/{m}/{y}", "{y}{m}{d}"):
            lines = project[path].splitlines()
            changed = [lines[0]]
            for line in lines[1:]:
                cells = line.split(",")
                y, m, d = cells[-1].split("-")
                changed.append(",".join(cells[:-1] + [form.format(y=y, m=m, d=d)]))
            yield {path: "\n".join(changed) + "\n"}


@bug("drift", "renamed-json-key", "KeyError")
def renamed_key(source, project, rng):
    path = "config/settings.json"
    if path in project and source.path == "settings.py":
        swaps = {"source": ["origin", "Source", "source_name"], "limits": ["bounds", "Limits"], "stages": ["steps", "stage_list"], "unit": ["units", "Unit"], "started": ["start", "started_at"]}
        for old, names in swaps.items():
            for new in names:
                data = json.loads(project[path])
                yield {path: json.dumps({new if k == old else k: v for k, v in data.items()}, indent=2)}


@bug("drift", "renamed-enum-value", "is not a valid|ValueError")
def enum_value(source, project, rng):
    path = "config/settings.json"
    if path in project and source.path == "settings.py":
        for new in ("Celsius", "CELSIUS", "C", "celcius"):
            yield {path: project[path].replace('"celsius"', f'"{new}"')}


@bug("drift", "number-format", "ValueError")
def number_format(source, project, rng):
    path = "data/sales.csv"
    if path in project and source.path == "loader.py":
        yield {path: project[path].replace(",10,", ",10.0,", 1)}
        yield {path: project[path].replace(",0.50,", ",0.50 EUR,", 1)}
        yield {path: project[path].replace(",20,", ",n/a,", 1)}


@bug("shadowed", "stdlib-module", "AttributeError|ImportError")
def shadowed(source, project, rng):
    for module in ("json", "math", "csv", "statistics", "heapq", "html", "string", "functools"):
        if f"import {module}\n" in source.text or f"from {module} import" in source.text:
            yield {f"{module}.py": f'"""Notes about {module}."""\n\n\ndef describe():\n    return "my own {module} helpers"\n'}
