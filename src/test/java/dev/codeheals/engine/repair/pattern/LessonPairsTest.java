package dev.codeheals.engine.repair.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codeheals.engine.classify.SealedDiagnosis;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Pairs of code from different projects: what is learnt from the first must mend the second, or must leave it alone.
class LessonPairsTest {

    /// @param at    the failing line
    /// @param fixed what the code becomes; empty where nothing may be done
    record Code(@Nullable String subject, String message, String at, String text, String fixed) {
        SealedDiagnosis failure(String errorCode) {
            return Lesson.failure(errorCode, subject, message, text, at);
        }
    }

    record Pair(String name, String errorCode, Code first, Code second) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Pair> CARRY_OVER = List.of(
            pair("import another module", "RES.NAME_ERROR", code("json", "name 'json' is not defined", "json.dumps", "def f(x):\n    return json.dumps(x)\n", "import json\n\n\ndef f(x):\n    return json.dumps(x)\n"),
                    code("math", "name 'math' is not defined", "math.pi", "import os\n\nAREA = math.pi * 2\n", "import math\nimport os\n\nAREA = math.pi * 2\n")),
            pair("import a name from a module", "RES.NAME_ERROR", code("datetime", "name 'datetime' is not defined", "datetime.now", "def f():\n    return datetime.now()\n", "from datetime import datetime\n\n\ndef f():\n    return datetime.now()\n"),
                    code("datetime", "name 'datetime' is not defined", "print", "import sys\n\nprint(datetime(2020, 1, 1), sys.argv)\n", "import sys\nfrom datetime import datetime\n\nprint(datetime(2020, 1, 1), sys.argv)\n")),
            pair("text of a number", "TYPE.CONCAT", code(null, "can only concatenate str (not \"int\") to str", "return", "def f(n):\n    return 'n=' + n\n", "def f(n):\n    return 'n=' + str(n)\n"),
                    code(null, "can only concatenate str (not \"int\") to str", "label", "class A:\n    def go(self, age):\n        label = \"age \" + self.ages[age]\n        return label\n", "class A:\n    def go(self, age):\n        label = \"age \" + str(self.ages[age])\n        return label\n")),
            pair("number of a text", "TYPE.OPERANDS", code(null, "unsupported operand type(s) for +: 'int' and 'str'", "total", "def f(rows):\n    total = 0 + rows[0]\n    return total\n", "def f(rows):\n    total = 0 + int(rows[0])\n    return total\n"),
                    code(null, "unsupported operand type(s) for +: 'int' and 'str'", "sum", "cells = ['4']\nsum = 0 + cells[0]\n", "cells = ['4']\nsum = 0 + int(cells[0])\n")),
            pair("a default for a key", "KEY.MISSING", code("price", "'price'", "return", "def f(row):\n    return row['price']\n", "def f(row):\n    return row.get('price', 0)\n"),
                    code("count", "'count'", "n =", "def g(item):\n    n = item[\"count\"]\n    return n\n", "def g(item):\n    n = item.get(\"count\", 0)\n    return n\n")),
            pair("single quotes in JSON", "VALUE.JSON", code(null, "Expecting property name enclosed in double quotes", "return", "import json\n\ndef f(text):\n    return json.loads(text)\n", "import json\n\ndef f(text):\n    return json.loads(text.replace(\"'\", '\"'))\n"),
                    code(null, "Expecting property name enclosed in double quotes", "row =", "import json\n\nfor line in lines:\n    row = json.loads(line)\n", "import json\n\nfor line in lines:\n    row = json.loads(line.replace(\"'\", '\"'))\n")),
            pair("thousands separators", "VALUE.FLOAT", code("1,2", "could not convert string to float: '1,2'", "return", "def f(text):\n    return float(text)\n", "def f(text):\n    return float(text.replace(',', ''))\n"),
                    code("7,000", "could not convert string to float: '7,000'", "+=", "total = 0\nfor cell in cells:\n    total += float(cell)\n", "total = 0\nfor cell in cells:\n    total += float(cell.replace(\",\", \"\"))\n")),
            pair("decode bytes", "TYPE.BYTES", code(null, "a bytes-like object is required, not 'str'", "return", "def f(data):\n    return data.split(',')\n", "def f(data):\n    return data.decode().split(',')\n"),
                    code(null, "a bytes-like object is required, not 'str'", "parts", "raw = read()\nparts = raw.split(';')\n", "raw = read()\nparts = raw.decode().split(';')\n")),
            pair("a list of a view", "TYPE.NOT_SUBSCRIPTABLE", code("dict_keys", "'dict_keys' object is not subscriptable", "return", "def f(d):\n    return d.keys()[0]\n", "def f(d):\n    return list(d.keys())[0]\n"),
                    code("dict_keys", "'dict_keys' object is not subscriptable", "first", "first = self.names.keys()[0]\n", "first = list(self.names.keys())[0]\n")),
            pair("call instead of subscript", "TYPE.NOT_SUBSCRIPTABLE", code("method", "'method' object is not subscriptable", "return", "def f(box):\n    return box.item[3]\n", "def f(box):\n    return box.item(3)\n"),
                    code("method", "'method' object is not subscriptable", "x =", "x = shelf.item[7]\n", "x = shelf.item(7)\n")),
            pair("an encoding for open", "IO.DECODE", code("utf-8", "'ascii' codec can't decode byte", "with", "def f(path):\n    with open(path) as file:\n        return file.read()\n", "def f(path):\n    with open(path, encoding='utf-8') as file:\n        return file.read()\n"),
                    code("utf-8", "'ascii' codec can't decode byte", "with", "class R:\n    def go(self):\n        with open(self.name) as source:\n            return source.read()\n", "class R:\n    def go(self):\n        with open(self.name, encoding=\"utf-8\") as source:\n            return source.read()\n")),
            pair("integer division", "TYPE.INDEX", code(null, "list indices must be integers or slices, not float", "return", "def f(v):\n    return v[len(v) / 2]\n", "def f(v):\n    return v[len(v) // 2]\n"),
                    code(null, "list indices must be integers or slices, not float", "middle", "middle = rows[len(rows) / 2]\n", "middle = rows[len(rows) // 2]\n")),
            pair("is not None", "TYPE.NONE", code(null, "'NoneType' object is not iterable", "for", "def f(v):\n    for x in v:\n        print(x)\n", "def f(v):\n    for x in v or []:\n        print(x)\n"),
                    code(null, "'NoneType' object is not iterable", "for", "for name in names:\n    show(name)\n", "for name in names or []:\n    show(name)\n")),
            pair("a missing colon", "SYN.MISSING_COLON", code(null, "expected ':'", "if", "if x > 1\n    print(x)\n", "if x > 1:\n    print(x)\n"),
                    code(null, "expected ':'", "while", "while go(3)\n    stop()\n", "while go(3):\n    stop()\n")),
            pair("print as a function", "SYN.PRINT", code(null, "Missing parentheses in call to 'print'. Did you mean print(...)?", "print", "print \"hello\"\n", "print(\"hello\")\n"),
                    code(null, "Missing parentheses in call to 'print'. Did you mean print(...)?", "print", "name = 1\nprint 'bye'\n", "name = 1\nprint('bye')\n")),
            pair("a comparison", "SYN.ASSIGN_COMPARE", code(null, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "if", "if x = 3:\n    go()\n", "if x == 3:\n    go()\n"),
                    code(null, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", "elif", "if a:\n    b()\nelif count = 0:\n    c()\n", "if a:\n    b()\nelif count == 0:\n    c()\n")),
            pair("add self", "ARG.TOO_MANY", code("area", "A.area() takes 0 positional arguments but 1 was given", "A().area", "class A:\n    def area():\n        return 1\n\nA().area()\n", "class A:\n    def area(self):\n        return 1\n\nA().area()\n"),
                    code("size", "B.size() takes 0 positional arguments but 1 was given", "B().size", "class B:\n    def size():\n        return 2\n\nB().size()\n", "class B:\n    def size(self):\n        return 2\n\nB().size()\n")),
            pair("a moved attribute", "ATTR.MODULE", code("maketrans", "module 'string' has no attribute 'maketrans'", "table", "import string\ntable = string.maketrans('a', 'b')\n", "import string\ntable = str.maketrans('a', 'b')\n"),
                    code("maketrans", "module 'string' has no attribute 'maketrans'", "codes", "import string\n\ncodes = string.maketrans(old, new)\n", "import string\n\ncodes = str.maketrans(old, new)\n")),
            pair("a method that was renamed", "ATTR.NO_ATTRIBUTE", code("has_key", "'dict' object has no attribute 'has_key'", "if", "if d.has_key('a'):\n    go()\n", "if 'a' in d:\n    go()\n"),
                    code("has_key", "'dict' object has no attribute 'has_key'", "return", "def f(seen, name):\n    return seen.has_key(name)\n", "def f(seen, name):\n    return name in seen\n")),
            pair("iteritems", "ATTR.NO_ATTRIBUTE", code("iteritems", "'dict' object has no attribute 'iteritems'", "for", "for k, v in d.iteritems():\n    print(k)\n", "for k, v in d.items():\n    print(k)\n"),
                    code("iteritems", "'dict' object has no attribute 'iteritems'", "pairs", "pairs = sorted(self.counts.iteritems())\n", "pairs = sorted(self.counts.items())\n")),
            pair("append for add", "ATTR.NO_ATTRIBUTE", code("add", "'list' object has no attribute 'add'", "found.add", "found = []\nfound.add(3)\n", "found = []\nfound.append(3)\n"),
                    code("add", "'list' object has no attribute 'add'", "names.add", "def f(names, x):\n    names.add(x.name)\n", "def f(names, x):\n    names.append(x.name)\n")),
            pair("strip before a number", "VALUE.INT", code("3\\n", "invalid literal for int() with base 10: '3\\n%'", "return", "def f(t):\n    return int(t)\n", "def f(t):\n    return int(t.strip('%\\n'))\n"),
                    code("9%", "invalid literal for int() with base 10: '9%'", "n =", "n = int(cell)\n", "n = int(cell.strip('%\\n'))\n")),
            pair("a float first", "VALUE.INT", code("1.5", "invalid literal for int() with base 10: '1.5'", "return", "def f(t):\n    return int(t)\n", "def f(t):\n    return int(float(t))\n"),
                    code("2.5", "invalid literal for int() with base 10: '2.5'", "n =", "n = int(row['n'])\n", "n = int(float(row['n']))\n")),
            pair("a copy to change while walking", "RUNTIME.CHANGED", code(null, "dictionary changed size during iteration", "for", "for k in d:\n    del d[k]\n", "for k in list(d):\n    del d[k]\n"),
                    code(null, "dictionary changed size during iteration", "for", "for name in users:\n    users.pop(name)\n", "for name in list(users):\n    users.pop(name)\n")),
            pair("a tuple for a list key", "TYPE.UNHASHABLE", code("list", "unhashable type: 'list'", "seen.add", "def f(row, seen):\n    seen.add(row)\n", "def f(row, seen):\n    seen.add(tuple(row))\n"),
                    code("list", "unhashable type: 'list'", "known.add", "known.add(parts)\n", "known.add(tuple(parts))\n")),
            pair("a guard for nothing", "ARITH.ZERO_DIVISION", code(null, "division by zero", "return", "def mean(v):\n    return sum(v) / len(v)\n", "def mean(v):\n    return sum(v) / len(v) if v else 0\n"),
                    code(null, "division by zero", "return", "def average(values):\n    return sum(values) / len(values)\n", "def average(values):\n    return sum(values) / len(values) if values else 0\n")),
            pair("datetime in JSON", "TYPE.JSON", code("datetime", "Object of type datetime is not JSON serializable", "return", "import json\n\ndef f(row):\n    return json.dumps(row)\n", "import json\n\ndef f(row):\n    return json.dumps(row, default=str)\n"),
                    code("datetime", "Object of type datetime is not JSON serializable", "text", "import json\n\ntext = json.dumps({'at': now})\n", "import json\n\ntext = json.dumps({'at': now}, default=str)\n")),
            pair("await a coroutine", "TYPE.COROUTINE", code("coroutine", "'coroutine' object is not subscriptable", "row", "async def f():\n    row = load()\n    return row[0]\n", "async def f():\n    row = await load()\n    return row[0]\n"),
                    code("coroutine", "'coroutine' object is not subscriptable", "page", "async def g(site):\n    page = load()\n    return page[1]\n", "async def g(site):\n    page = await load()\n    return page[1]\n")),
            pair("global first", "RES.UNBOUND", code("count", "cannot access local variable 'count' where it is not associated with a value", "count +=", "count = 0\n\ndef f():\n    count += 1\n", "count = 0\n\ndef f():\n    global count\n    count += 1\n"),
                    code("total", "cannot access local variable 'total' where it is not associated with a value", "total +=", "total = 0\n\ndef add(n):\n    total += 1\n", "total = 0\n\ndef add(n):\n    global total\n    total += 1\n")),
            pair("the string of a path", "TYPE.OPERANDS", code(null, "unsupported operand type(s) for +: 'PosixPath' and 'str'", "name", "def f(path):\n    name = path + '.bak'\n    return name\n", "def f(path):\n    name = str(path) + '.bak'\n    return name\n"),
                    code(null, "unsupported operand type(s) for +: 'PosixPath' and 'str'", "copy", "copy = self.target + '.old'\n", "copy = str(self.target) + '.old'\n")));

    static final List<Pair> LEAVE_ALONE = List.of(
            not("another operator", "TYPE.CONCAT", code(null, "can only concatenate str (not \"int\") to str", "return", "def f(n):\n    return 'n=' + n\n", "def f(n):\n    return 'n=' + str(n)\n"), code(null, "can only concatenate str (not \"int\") to str", "x =", "x = 'n=%s' % n\n", "")),
            not("no open in the line", "IO.DECODE", code(null, "'ascii' codec can't decode byte", "with", "with open(path) as file:\n    go(file)\n", "with open(path, errors='replace') as file:\n    go(file)\n"), code(null, "'ascii' codec can't decode byte", "with", "with connect(path) as file:\n    go(file)\n", "")),
            not("a method of the same object", "TYPE.UNHASHABLE", code("list", "unhashable type: 'list'", "seen.add", "def f(row, seen):\n    seen.add(row)\n", "def f(row, seen):\n    seen.add(tuple(row))\n"), code("list", "unhashable type: 'list'", "seen.find", "seen.find(row)\n", "")),
            not("a misspelling is no module", "RES.NAME_ERROR", code("json", "name 'json' is not defined", "json.dumps", "x = json.dumps(1)\n", "import json\n\nx = json.dumps(1)\n"), code("prcie", "name 'prcie' is not defined", "y =", "y = prcie\n", "")),
            not("a module nobody has", "RES.NAME_ERROR", code("json", "name 'json' is not defined", "json.dumps", "x = json.dumps(1)\n", "import json\n\nx = json.dumps(1)\n"), code("frobnicate", "name 'frobnicate' is not defined", "y =", "y = frobnicate.go()\n", "")),
            not("an import that is there", "RES.NAME_ERROR", code("json", "name 'json' is not defined", "json.dumps", "x = json.dumps(1)\n", "import json\n\nx = json.dumps(1)\n"), code("json", "name 'json' is not defined", "y =", "import json\ny = json.dumps(2)\n", "")),
            not("another alias", "RES.NAME_ERROR", code("np", "name 'np' is not defined", "x =", "x = np.ones(2)\n", "import numpy as np\n\nx = np.ones(2)\n"), code("pd", "name 'pd' is not defined", "y =", "y = pd.Series()\n", "")),
            not("another misspelling", "RES.NAME_ERROR", code("totl", "name 'totl' is not defined", "print", "total = 1\nprint(totl)\n", "total = 1\nprint(total)\n"), code("cuont", "name 'cuont' is not defined", "show", "count = 1\nshow(cuont)\n", "")),
            not("another attribute", "ATTR.NO_ATTRIBUTE", code("has_key", "no attribute 'has_key'", "if", "if d.has_key('a'):\n    go()\n", "if 'a' in d:\n    go()\n"), code("iteritems", "no attribute 'iteritems'", "for", "for k in d.iteritems():\n    go()\n", "")),
            not("another method of a list", "ATTR.NO_ATTRIBUTE", code("add", "'list' object has no attribute 'add'", "v.add", "v = []\nv.add(3)\n", "v = []\nv.append(3)\n"), code("put", "'list' object has no attribute 'put'", "v.put", "v = []\nv.put(3)\n", "")),
            not("no such call in the line", "VALUE.FLOAT", code("1,2", "could not convert string to float: '1,2'", "return", "def f(t):\n    return float(t)\n", "def f(t):\n    return float(t.replace(',', ''))\n"), code("x", "could not convert string to float: 'x'", "y =", "y = parse(t)\n", "")),
            not("no such operator in the line", "TYPE.INDEX", code(null, "list indices must be integers or slices, not float", "return", "def f(v):\n    return v[len(v) / 2]\n", "def f(v):\n    return v[len(v) // 2]\n"), code(null, "list indices must be integers or slices, not float", "x =", "x = v[where]\n", "")),
            not("another key", "KEY.MISSING", code("price", "'price'", "return", "def f(r):\n    return r['price']\n", "def f(r):\n    return r.get('price', 0)\n"), code("name", "'name'", "n =", "n = r[key]\n", "")),
            not("no print statement", "SYN.PRINT", code(null, "Missing parentheses in call to 'print'", "print", "print \"hello\"\n", "print(\"hello\")\n"), code(null, "Missing parentheses in call to 'print'", "exec", "exec \"x = 1\"\n", "")),
            not("another function", "ARG.TOO_MANY", code("area", "A.area() takes 0 positional arguments but 1 was given", "A().area", "class A:\n    def area():\n        return 1\n\nA().area()\n", "class A:\n    def area(self):\n        return 1\n\nA().area()\n"), code("go", "go() takes 0 positional arguments but 1 was given", "go(1)", "from elsewhere import go\n\ngo(1)\n", "")),
            not("no loop", "RUNTIME.CHANGED", code(null, "dictionary changed size during iteration", "for", "for k in d:\n    del d[k]\n", "for k in list(d):\n    del d[k]\n"), code(null, "dictionary changed size during iteration", "x =", "x = sum(d.values())\n", "")),
            not("nothing is added", "TYPE.CONCAT", code(null, "can only concatenate str (not \"int\") to str", "return", "def f(n):\n    return 'n=' + n\n", "def f(n):\n    return 'n=' + str(n)\n"), code(null, "can only concatenate str (not \"int\") to str", "x =", "x = join(parts)\n", "")),
            not("text already", "TYPE.CONCAT", code(null, "can only concatenate str (not \"int\") to str", "return", "def f(n):\n    return 'n=' + n\n", "def f(n):\n    return 'n=' + str(n)\n"), code(null, "can only concatenate str (not \"int\") to str", "x =", "x = label(n)\n", "")),
            not("no such name in scope", "ARITH.ZERO_DIVISION", code(null, "division by zero", "return", "def mean(v):\n    return sum(v) / len(v)\n", "def mean(v):\n    return sum(v) / len(v) if v else 0\n"), code(null, "division by zero", "x =", "x = 1 / 0\n", "")),
            not("a string that only looks like it", "VALUE.FLOAT", code("1,2", "could not convert string to float: '1,2'", "return", "def f(t):\n    return float(t)\n", "def f(t):\n    return float(t.replace(',', ''))\n"), code("x", "could not convert string to float: 'x'", "y =", "y = \"float(t)\"  # float(t)\n", "")));

    @ParameterizedTest
    @FieldSource("CARRY_OVER")
    void aFixCarriesOver(Pair pair) {
        assertThat(applied(pair)).contains(pair.second().fixed());
    }

    @ParameterizedTest
    @FieldSource("LEAVE_ALONE")
    void aFixForSomethingElseIsNotProposed(Pair pair) {
        assertThat(applied(pair)).isEmpty();
    }

    private static List<String> applied(Pair pair) {
        var template = Lesson.learn("Mend it", pair.first().text(), pair.first().fixed(), pair.first().failure(pair.errorCode())).orElseThrow();
        return Lesson.applied(template, pair.second().text(), pair.second().failure(pair.errorCode()));
    }

    private static Pair pair(String name, String errorCode, Code first, Code second) {
        return new Pair(name, errorCode, first, second);
    }

    private static Pair not(String name, String errorCode, Code first, Code second) {
        return new Pair(name, errorCode, first, second);
    }

    private static Code code(@Nullable String subject, String message, String at, String text, String fixed) {
        return new Code(subject, message, at, text, fixed);
    }
}
