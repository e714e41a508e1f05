"""The list of bugs."""

BUGS = []


class Bug:
    def __init__(self, family, name, make, expect, script):
        self.family = family
        self.name = name
        self.make = make
        self.expect = expect
        self.script = script


def bug(family, name, expect="", script=True):
    """Registers a function from (source, project, rng) to possible broken versions.

    A version is the new text of that file, or a dict of new texts by path. ``expect`` must be found in what the failing command
    prints, so that the bug is what its name says; ``script`` tells whether a plain script can show it.
    """
    def register(make):
        BUGS.append(Bug(family, name, make, expect, script))
        return make
    return register
