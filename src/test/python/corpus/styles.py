"""Ways in which real places show a traceback: each takes the text and gives the text as shown there."""

import itertools
import json


def lines(text):
    return text.rstrip("\n").split("\n")


def prefixed(text, prefixes):
    return "".join((p + line).rstrip(" ") + "\n" for p, line in zip(prefixes, lines(text)))


def clock(pattern):
    for i in itertools.count():
        yield pattern.format(s=10 + (i // 3) % 50, ms=(i * 7) % 1000, ns=(i * 7919) % 10**9)


def plain(text):
    return text


def program_output(text):
    return "Loading 3 files\n  a.csv\n  b.csv\nstep 1 of 2: ok\n" + text + "make: *** [Makefile:3: run] Error 1\n"


def crlf(text):
    return text.replace("\n", "\r\n")


def compose(text):
    ours = prefixed(text, itertools.repeat("web-1    | "))
    other = "db-1     | 2024-05-01 10:00:00.000 UTC [1] LOG:  database system is ready to accept connections\n"
    mixed = []
    for i, line in enumerate(lines(ours)):
        mixed.append(line + "\n")
        if i % 3 == 1:
            mixed.append(other)
    return other + "".join(mixed) + "web-1 exited with code 1\n"


def actions(text):
    return prefixed("Run python app.py\n" + text + "##[error]Process completed with exit code 1.\n", clock("2024-05-01T10:00:{s:02d}.{ms:03d}1234Z "))


def kubernetes(text):
    return prefixed("starting\n" + text, clock("2024-05-01T10:00:{s:02d}.{ns:09d}Z stderr F "))


def syslog(text):
    return prefixed("started\n" + text, clock("May  1 10:00:{s:02d} host app[812]: "))


def jenkins(text):
    return prefixed("+ python app.py\n" + text, clock("[2024-05-01T10:00:{s:02d}.{ms:03d}Z] "))


def buildkit(text):
    return prefixed(text, clock("#9 {s}.{ms:03d} ")) + "#9 ERROR: process \"/bin/sh -c python app.py\" did not complete successfully: exit code: 1\n"


def rank(text):
    return prefixed(text, itertools.repeat("[rank0]: "))


def apache(text):
    return prefixed(text, clock("[Wed May 01 10:00:{s:02d}.{ms:03d}456 2024] [wsgi:error] [pid 77:tid 140] [client 10.0.0.1:5311] "))


def docker_json(text):
    return "".join(json.dumps({"log": line + "\n", "stream": "stderr", "time": "2024-05-01T10:00:00Z"}) + "\n" for line in lines(text))


def json_log(text):
    return json.dumps({"level": "error", "event": "request failed", "exception": text.rstrip("\n"), "ts": 1714557600.1}) + "\n"


def markdown(text):
    return "I get this when I start it:\n\n```pytb\n" + text + "```\n\nAny idea what is wrong?\n"


def indented(text):
    return "When I run the program:\n\n" + "".join(("    " + line).rstrip(" ") + "\n" for line in lines(text)) + "\nWhat can I do?\n"


def quoted(text):
    return "On Monday somebody wrote:\n" + "".join(("> " + line).rstrip(" ") + "\n" for line in lines(text)) + "\nTry again.\n"


def comment(text):
    return "x = 1\n" + "".join(("# " + line).rstrip(" ") + "\n" for line in lines(text)) + "y = 2\n"


def logged(text):
    return ("2024-05-01 10:00:00,123 INFO shop.web GET /\n2024-05-01 10:00:00,124 ERROR shop.web request failed\n" + text
            + "2024-05-01 10:00:01,001 INFO shop.web GET /next\n")


def session(text):
    return ">>> import shop\n>>> shop.run()\n" + text + ">>> 1 + 1\n2\n"


def shell(text):
    return "$ python app.py\n" + text + "$ echo $?\n1\n"


def coloured(text):
    shown = lines(text)
    return "".join("\x1b[31m" + line + "\x1b[0m\n" for line in shown)


def lost_escapes(text):
    return "".join("[0;31m" + line + "[0m\n" if line and not line.startswith(" ") else line + "\n" for line in lines(text))


def interrupted(text):
    return " 45%|####5     | 9/20 [00:01<00:01]\r 50%|#####     | 10/20 [00:01<00:01]\r" + text


def ci_step(text):
    return prefixed(text, itertools.repeat("\t")) + "exit status 1\n"


ALL = [plain, program_output, crlf, compose, actions, kubernetes, syslog, jenkins, buildkit, rank, apache, docker_json, json_log, markdown,
       indented, quoted, comment, logged, session, shell, coloured, lost_escapes, interrupted, ci_step]
