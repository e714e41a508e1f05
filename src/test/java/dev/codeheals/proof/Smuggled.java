package dev.codeheals.proof;

import java.util.List;

/// More ways to smuggle in what a program could not do before: one line each, ⏎ for a line break.
final class Smuggled {
    /// Put into a function.
    static final List<String> LINES = """
            import codecs; codecs.decode(items, "rot13")
            import codecs; codecs.open("/etc/passwd")
            import _io; _io.open("x")
            import posix; posix.system("ls")
            import nt
            import _posixsubprocess
            import imp
            import zipimport
            import pkgutil; pkgutil.get_loader("os")
            import pkg_resources
            import linecache; linecache.getlines("/etc/passwd")
            import fileinput; fileinput.input("/etc/passwd")
            import tempfile; tempfile.NamedTemporaryFile()
            import threading; threading.Thread(target=load).start()
            import concurrent.futures; concurrent.futures.ThreadPoolExecutor().submit(load)
            import sched
            import gc; gc.get_objects()
            import weakref; weakref.finalize(items, print)
            import timeit; timeit.timeit("1")
            import doctest; doctest.testmod()
            import unittest; unittest.skip("x")
            import pdb; pdb.set_trace()
            import cProfile; cProfile.run("x")
            import profile; profile.run("x")
            import bdb
            import types; types.FunctionType(items, {})
            import types; types.CodeType
            import operator; operator.attrgetter("__class__")(items)
            import operator; operator.methodcaller("system", "ls")(os)
            import functools; functools.partial(eval, "1")()
            import functools; functools.reduce(getattr, ["a"], os)
            import logging.config; logging.config.dictConfig(items)
            import logging.config; logging.config.listen()
            import logging; logging.FileHandler("/tmp/x")
            import string; string.Formatter().format("{0.__class__}", items)
            "{0.__class__.__init__.__globals__}".format(items)
            "{.__class__}".format(items)
            print("%s" % items.__class__.__mro__)
            items.__class__ = dict
            type("X", (), {"a": 1})
            class X(type): pass
            object.__getattribute__(os, "system")("x")
            os.__dict__["system"]("x")
            os.__getattribute__("system")("x")
            Path.__init__.__globals__
            json.codecs.open("x")
            json.decoder.scanner.re.sys.modules
            json.__loader__.load_module("os")
            json.decoder.__builtins__
            os.sys.exit(0)
            os.sys.modules["subprocess"].run("ls")
            os.abc.sys
            os.path.os.system("x")
            os.path.genericpath.os.system("x")
            raise KeyboardInterrupt
            raise SystemExit
            os.abort()
            import faulthandler; faulthandler.dump_traceback_later(1)
            import sys; sys.stdout = open("x")
            import sys; sys.excepthook = print
            import sys; sys.setrecursionlimit(9)
            import sys; sys.meta_path.append(items)
            import sys; sys.path_hooks
            import sys; sys._getframe(0).f_globals
            from sys import modules
            from sys import exit as leave; leave(0)
            from os import environ
            from os import path as p; p.os.system("x")
            from os import remove
            from pathlib import Path as P; P("/etc").iterdir()
            from shutil import rmtree as r; r("x")
            from builtins import eval as e; e("1")
            from importlib.machinery import SourceFileLoader
            from importlib import reload
            import importlib.util
            import importlib.metadata
            from pickle import loads
            import dill
            import cloudpickle
            import joblib; joblib.load("x")
            import numpy; numpy.load("x", allow_pickle=True)
            import pandas as pd; pd.read_pickle("x")
            import pandas; pandas.eval("1")
            import torch; torch.load("x")
            import yaml; yaml.unsafe_load(items)
            import jsonpickle; jsonpickle.decode(items)
            import lxml.etree
            import xml.etree.ElementTree as ET; ET.parse(path)
            import sqlite3; sqlite3.connect("x.db").execute("x")
            import sqlite3; sqlite3.connect("x").enable_load_extension(True)
            import dbm; dbm.open("x")
            import zipfile; zipfile.ZipFile("x").extractall("/")
            import gzip; gzip.open("/etc/x")
            import bz2; bz2.open("x")
            import lzma; lzma.open("x")
            import zlib; zlib.decompress(items)
            import binascii; binascii.unhexlify(items)
            import csv; csv.reader(open("/etc/passwd"))
            import configparser; configparser.ConfigParser().read("/etc/x")
            import mailbox; mailbox.mbox("x")
            import pwd; pwd.getpwall()
            import grp
            import resource; resource.setrlimit(1, (1, 1))
            import fcntl
            import termios
            import ssl
            import asyncio; asyncio.create_subprocess_shell("ls")
            import asyncio.subprocess
            import nntplib
            import poplib
            import imaplib
            import uuid; uuid.getnode()
            import platform; platform.node()
            import socket as s; s.gethostname()
            import urllib3
            import websocket
            import boto3
            import git
            import fabric
            import pexpect
            import psutil
            import venv; venv.create("x")
            import ensurepip
            import pip; pip.main(["install", "x"])
            import distutils.core
            import setuptools
            import compileall
            import py_compile; py_compile.compile("x")
            import readline
            import curses
            import antigravity
            import idlelib
            import lib2to3
            import wsgiref.simple_server
            import test.support
            setattr(json, "loads", print)
            json.loads = print
            json.JSONDecoder.decode = print
            Path.exists = lambda self: True
            os.path.exists = lambda p: True
            os.getcwd = print
            sum = len
            global sum⏎sum = len
            open = print
            print = lambda *a: None
            items.sort(key=eval)
            sorted(items, key=exec)
            map(eval, items)
            [*map(eval, items)]
            x = eval
            x = [eval][0]
            x = {"a": eval}
            (eval)("1")
            (0, eval)[1]("1")
            lambda: exec("1")
            f"{eval('1')}"
            f"{open('/etc/passwd').read()}"
            str(b"import os", "utf8")
            bytes.fromhex("6162636465666768696a")
            b"aGVsbG8gd29ybGQ".decode("base64")
            "vzcbeg bf".encode("rot13")
            open(path.replace("a", "b"))
            open(path, "w").write("x")
            open(path + ".bak", "w")
            open(file="/etc/passwd")
            open(0).read()
            open(os.sep + "etc" + os.sep + "passwd")
            os.open("x", 1)
            os.listdir("/")
            os.walk("/")
            os.scandir(path)
            os.chdir("/")
            os.chroot("/")
            os.mkdir("x")
            os.makedirs("x")
            os.rmdir("x")
            os.unlink("x")
            os.link("a", "b")
            os.utime("a")
            os.truncate("a", 0)
            os.putenv("a", "b")
            os.environ["X"] = "1"
            os.environ.update(items)
            os.environ.setdefault("PYTHONPATH", "x")
            os.getlogin()
            os.uname()
            os.nice(1)
            os.setuid(0)
            os.umask(0)
            os.pipe()
            os.write(1, b"x")
            os.read(0, 1)
            os.dup2(1, 2)
            os.sendfile(1, 2, 0, 9)
            os.startfile("x")
            os.posix_spawn("x", [], {})
            os.add_dll_directory("x")
            os.register_at_fork(before=print)
            os.memfd_create("x")
            Path("a").rename("b")
            Path("a").replace("b")
            Path("a").symlink_to("b")
            Path("a").hardlink_to("b")
            Path("a").chmod(511)
            Path("a").touch()
            Path("a").mkdir()
            Path("a").rmdir()
            Path("a").write_bytes(b"x")
            Path("a").read_bytes()
            Path("../x").read_text()
            Path(path).parent.parent.parent.joinpath("x").read_text()
            Path("/") / "etc"
            Path("~").expanduser()
            Path("a").open("w")
            for f in Path("/").rglob("*"): print(f)
            """.lines().toList();

    /// Put beside the functions.
    static final List<String> DEFINITIONS = """
            @exec⏎def total2(x): return x
            @(lambda f: os.system("x"))⏎def total2(x): return x
            def t2(x=os.system("x")): return x
            def t2(x: os.system("x")): return x
            class A(metaclass=eval("type")): pass
            class A: x = os.system("x")
            class A:⏎    def __getattr__(self, n): return 1
            class A:⏎    def __init_subclass__(cls): os.system("x")
            class A:⏎    def __set_name__(self, o, n): pass
            class A:⏎    __class_getitem__ = os.system
            class A:⏎    def __eq__(self, o): return True
            def __getattr__(name): return 1
            import helper_missing
            try:⏎    import evil⏎except ImportError:⏎    evil = None
            if __name__ == "__main__":⏎    os.system("x")
            exec(open("x").read())
            __import__ = print
            __path__ = ["/evil"]
            import sys; sys.dont_write_bytecode = True
            def pytest_configure(config): pass
            def pytest_collection_modifyitems(items): items.clear()
            pytest_plugins = ["evil"]
            collect_ignore = ["tests"]
            def load_tests(loader, tests, pattern): return None
            def setUpModule(): raise SystemExit
            __test__ = False
            import unittest; unittest.TestCase.assertEqual = lambda *a: None
            import builtins; builtins.AssertionError = Exception
            """.lines().toList();

    private Smuggled() {}
}
