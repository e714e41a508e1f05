package dev.codeheals.proof;

import java.util.ArrayList;
import java.util.List;

/// Changes of one file: hundreds that add a capability, and hundreds of honest repairs.
final class Repairs {
    private Repairs() {}

    record Change(String before, String after) {}

    private static final String BASE = """
            import json
            import os
            from pathlib import Path


            def load(path, settings):
                with open(path) as handle:
                    data = json.load(handle)
                name = os.path.basename(path)
                return data, name


            def total(items):
                return sum(item.price for item in items)
            """;

    /// A line that does it, put into a function that had nothing of the kind.
    static List<Change> withNewCapability() {
        List<Change> changes = new ArrayList<>();
        for (String line : LINES.lines().filter(l -> !l.isBlank()).toList()) {
            String code = line.strip().replace("⏎", "\n    ");
            changes.add(new Change(BASE, BASE.replace("    return sum(", "    " + code + "\n    return sum(")));
        }
        for (String line : Smuggled.LINES) {
            changes.add(new Change(BASE, BASE.replace("    return sum(", "    " + line.replace("⏎", "\n    ") + "\n    return sum(")));
        }
        for (String definition : Smuggled.DEFINITIONS) {
            changes.add(new Change(BASE, BASE.replace("def total", definition.replace("⏎", "\n") + "\n\n\ndef total")));
        }
        changes.add(new Change("import subprocess\nsubprocess.run(['ls'])\n", "import subprocess\nsubprocess.run(['rm', '-rf', '/'])\n"));
        changes.add(new Change("import subprocess\nsubprocess.run(['ls'])\n", "import subprocess\nsubprocess.run('ls | sh', shell=True)\n"));
        changes.add(new Change("import os\nprint(os.environ['HOME'])\n", "import os\nprint(os.environ['AWS_SECRET_ACCESS_KEY'])\n"));
        changes.add(new Change("print(open(name))\n", "print(open(''.join(map(chr, [47, 101]))))\n"));
        changes.add(new Change("f = str\nprint(f('x'))\n", "f = eval\nprint(f('x'))\n"));
        changes.add(new Change("import helper\nhelper.go()\n", "import helpers_extra\nhelpers_extra.go()\n"));
        changes.add(new Change("def area(r):\n    return 3 * r\n", "@eval\ndef area(r):\n    return 3 * r\n"));
        changes.add(new Change("x = f'{name}'\n", "x = f'{__import__(\"os\").getcwd()}'\n"));
        changes.add(new Change("class A:\n    pass\n", "class A:\n    def __del__(self):\n        pass\n"));
        changes.add(new Change("class A:\n    pass\n", "class A:\n    def __reduce__(self):\n        return (print, ())\n"));
        changes.add(new Change("def f(x=1):\n    return x\n", "def f(x=exec):\n    return x\n"));
        changes.add(new Change("y = [i for i in items]\n", "y = [eval(i) for i in items]\n"));
        return changes;
    }

    private static final String LINES = """
            import socket; socket.create_connection(("a", 1))
            import urllib.request; urllib.request.urlopen(path)
            from urllib.request import urlopen
            import http.client
            import requests; requests.post("x", data=items)
            import httpx
            import aiohttp
            import smtplib
            import ftplib
            import telnetlib
            import xmlrpc.client
            import webbrowser; webbrowser.open("x")
            import asyncio; asyncio.open_connection("h", 1)
            import socketserver
            import evil_package
            import paramiko
            address = "http://evil.example/x"
            address = "10.1.2.3:8080"
            import subprocess
            import subprocess as sp; sp.run(["ls"])
            from subprocess import Popen as P
            os.system("ls")
            os.popen("ls")
            os.execv("/bin/sh", [])
            os.spawnl(os.P_WAIT, "x")
            os.fork()
            os.kill(1, 9)
            from os import system
            from os import *
            import os as o; o.system("x")
            s = os.system; s("x")
            m = os; m.system("x")
            getattr(os, "system")("x")
            getattr(os, "sys" + "tem")("x")
            getattr(items, name)()
            setattr(items, path, 1)
            import multiprocessing
            import pty; pty.spawn("sh")
            import signal; signal.alarm(1)
            eval(items)
            exec(items)
            compile(items, "x", "exec")
            __import__("os").system("x")
            (lambda f: f("1"))(eval)
            list(map(exec, items))
            __builtins__["eval"]("1")
            globals()["__builtins__"]
            vars(os)["system"]("x")
            import builtins; builtins.exec("x")
            import importlib; importlib.import_module("os")
            from importlib import import_module as im
            import runpy; runpy.run_path("x.py")
            import pickle; pickle.loads(items)
            import marshal
            import shelve
            import yaml; yaml.load(items)
            import ctypes; ctypes.CDLL("x")
            import cffi
            import mmap
            import sys; sys.path.insert(0, "lib")
            import sys; sys.modules["json"] = None
            import sys; sys.settrace(print)
            import site
            import atexit; atexit.register(print)
            import code; code.interact()
            breakpoint()
            ().__class__.__bases__[0].__subclasses__()
            load.__globals__["os"]
            load.__code__
            import inspect; inspect.currentframe().f_back.f_globals
            open("/etc/passwd").read()
            open("../../secrets.txt")
            open(os.path.expanduser("~/.ssh/id_rsa"))
            open("out.txt", "w").write("x")
            open(name + path + "x")
            Path("/etc/passwd").read_text()
            Path.home()
            Path("x").write_text("y")
            Path("x").unlink()
            os.remove(path)
            os.rename("a", "b")
            os.chmod("a", 511)
            os.symlink("a", "b")
            import shutil; shutil.rmtree("x")
            import tarfile; tarfile.open("x").extractall()
            import glob; glob.glob("/home/*")
            secret = os.environ["TOKEN"]
            secret = os.environ.get("TOKEN")
            secret = os.getenv("TOKEN")
            import getpass
            import base64; base64.b64decode(items)
            blob = "aGVsbG8gd29ybGQgdGhpcyBpcyBhIGxvbmcgYmxvYiBvZiBiYXNlNjQgdGV4dDEyMw=="
            blob = "68656c6c6f20776f726c6468656c6c6f20776f726c6468656c6c6f20776f"
            blob = "\\x69\\x6d\\x70\\x6f\\x72\\x74\\x20\\x6f\\x73"
            text = bytes([105, 109, 112, 111, 114, 116, 32, 111, 115])
            text = "".join(map(chr, [105, 109]))
            text = "__import__('os')"
            command = "curl -s x | sh"
            import sys; sys.exit(0)
            exit()
            raise SystemExit(0)
            import pytest; pytest.skip("later")
            os._exit(0)
            """;

    /// What repairs really look like, under many names.
    static List<Change> honest() {
        List<Change> changes = new ArrayList<>();
        List<String> names = List.of("total", "price", "user", "count", "values", "result", "index", "items", "record", "width", "score", "order",
                "account", "left");
        for (String n : names) {
            for (String[] pair : PAIRS) {
                changes.add(new Change(pair[0].replace("NAME", n), pair[1].replace("NAME", n)));
            }
        }
        return List.copyOf(changes);
    }

    private static final String[][] PAIRS = {
        {"print(json.dumps(NAME))\n", "import json\nprint(json.dumps(NAME))\n"},
        {"d = defaultdict(list)\nd[NAME].append(1)\n", "from collections import defaultdict\nd = defaultdict(list)\nd[NAME].append(1)\n"},
        {"NAME = np.zeros(3)\n", "import numpy as np\nNAME = np.zeros(3)\n"},
        {"NAME = math.sqrt(2)\n", "import math\nNAME = math.sqrt(2)\n"},
        {"p = Path('a') / NAME\n", "from pathlib import Path\np = Path('a') / NAME\n"},
        {"r = subprocess.run(NAME)\n", "import subprocess\nr = subprocess.run(NAME)\n"},
        {"print(os.path.join('a', NAME))\n", "import os\nprint(os.path.join('a', NAME))\n"},
        {"def f(NAME):\n    return NAEM + 1\n".replace("NAEM", "NAMEs"), "def f(NAME):\n    return NAME + 1\n"},
        {"def f(NAME)\n    return NAME\n", "def f(NAME):\n    return NAME\n"},
        {"if NAME = 3:\n    pass\n", "if NAME == 3:\n    pass\n"},
        {"print(NAME\n", "print(NAME)\n"},
        {"x = {'a': NAME\n}", "x = {'a': NAME}\n"},
        {"def f(NAME):\n  x = 1\n   return x\n", "def f(NAME):\n  x = 1\n  return x\n"},
        {"print('a' + NAME)\n", "print('a' + str(NAME))\n"},
        {"NAME = int(input())\n", "NAME = float(input())\n"},
        {"return_value = NAME['key']\n", "return_value = NAME.get('key')\n"},
        {"v = NAME['key']\n", "v = NAME.get('key', 0)\n"},
        {"for i in range(len(NAME) + 1):\n    print(NAME[i])\n", "for i in range(len(NAME)):\n    print(NAME[i])\n"},
        {"x = NAME / n\n", "x = NAME / n if n else 0\n"},
        {"NAME.appendd(1)\n", "NAME.append(1)\n"},
        {"class A:\n    def f():\n        return NAME\n", "class A:\n    def f(self):\n        return NAME\n"},
        {"def f(a, NAME=[]):\n    NAME.append(a)\n", "def f(a, NAME=None):\n    NAME = [] if NAME is None else NAME\n    NAME.append(a)\n"},
        {"with open(NAME) as h:\n    t = h.read()\n", "with open(NAME, encoding='utf-8') as h:\n    t = h.read()\n"},
        {"import jsn\nNAME = jsn.loads('1')\n", "import json\nNAME = json.loads('1')\n"},
        {"from collections import Mapping\nNAME = Mapping\n", "from collections.abc import Mapping\nNAME = Mapping\n"},
        {"v = getattr(NAME, 'size')\n", "v = getattr(NAME, 'size', None)\n"},
        {"v = NAME.size\n", "v = getattr(NAME, 'size', None)\n"},
        {"def f():\n    NAME += 1\n", "def f():\n    global NAME\n    NAME += 1\n"},
        {"async def g():\n    NAME = fetch()\n", "async def g():\n    NAME = await fetch()\n"},
        {"print 'NAME'\n", "print('NAME')\n"},
        {"try:\n    NAME()\nexcept ValueError, e:\n    pass\n", "try:\n    NAME()\nexcept ValueError as e:\n    pass\n"},
        {"print(NAME.strftime('%Y'))\n", "print(NAME.strftime('%Y-%m-%d'))\n"},
        {"x = datetime.now()\nNAME = x\n", "from datetime import datetime\nx = datetime.now()\nNAME = x\n"},
        {"NAME = random.choice([1])\n", "import random\nNAME = random.choice([1])\n"},
        {"if NAME > 3:\n    x = 1\nelse:\n    x = 2\n", "if NAME >= 3:\n    x = 1\nelse:\n    x = 2\n"},
        {"from .util import NAME\n", "from util import NAME\n"},
        {"m = re.match('a', NAME)\n", "import re\nm = re.match('a', NAME)\n"},
        {"print(f'{NAME')\n", "print(f'{NAME}')\n"},
        {"import os\nfor f in os.lisdir(NAME):\n    print(f)\n", "import os\nfor f in os.listdir(NAME):\n    print(f)\n"},
        {"import sys\nif NAME:\n    sys.exti(1)\n", "import sys\nif NAME:\n    sys.exit(1)\n"},
        {"import subprocess\nsubprocess.runn(NAME)\n", "import subprocess\nsubprocess.run(NAME)\n"},
        {"NAME = os.enviorn['HOME']\n", "NAME = os.environ['HOME']\n"},
        {"import os\nos.makedirs(NAME)\n", "import os\nos.makedirs(NAME, exist_ok=True)\n"},
        {"from threading import Thead\nThead(target=NAME)\n", "from threading import Thread\nThead(target=NAME)\n"},
        {"from pathlib import Path\nt = Path(NAME).raed_text()\n", "from pathlib import Path\nt = Path(NAME).read_text()\n"},
    };
}
