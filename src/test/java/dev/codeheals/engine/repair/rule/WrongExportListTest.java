package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongExportListTest {
    private final RuleExamples examples = RuleExamples.of(new WrongExportList());

    @Test
    void mendsTheName() {
        examples.heals("""
                from text import *

                assert clean(" a") == "a"
                #--- text.py
                __all__ = ["clean", "splt"]

                def clean(t):
                    return t.strip()

                def split(t):
                    return t.split()
                """, "__all__ = [\"clean\", \"split\"]");
    }

    @Test
    void removesAnUnknownName() {
        examples.heals("""
                from text import *

                assert clean(" a") == "a"
                #--- text.py
                __all__ = ["clean", "frobnicate"]

                def clean(t):
                    return t.strip()
                """, "__all__ = [\"clean\"");
    }

    @Test
    void mendsATuple() {
        examples.heals("""
                from job import *

                assert run() == 1
                #--- job.py
                __all__ = ("run", "stpo")

                def run():
                    return 1

                def stop():
                    return 2
                """, "(\"run\", \"stop\")");
    }

    @Test
    void mendsAPackage() {
        examples.heals("""
                from shop import *

                assert Cart().n == 1
                #--- shop/__init__.py
                from .cart import Cart

                __all__ = ["Crat"]
                #--- shop/cart.py
                class Cart:
                    n = 1
                """, "\"Cart\"");
    }

    @Test
    void removesTheFirst() {
        examples.heals("""
                from text import *

                assert clean(" a") == "a"
                #--- text.py
                __all__ = ["frobnicate", "clean"]

                def clean(t):
                    return t.strip()
                """, "__all__ = [\"clean\"]");
    }

    @Test
    void leavesPlainImportsAlone() {
        examples.leavesAlone("""
                import text
                text.clena()
                #--- text.py
                def clean(t):
                    return t
                """);
    }

    @Test
    void leavesFromImportsAlone() {
        examples.leavesAlone("""
                from text import clena
                #--- text.py
                def clean(t):
                    return t
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                print(clean)
                """);
    }
}
