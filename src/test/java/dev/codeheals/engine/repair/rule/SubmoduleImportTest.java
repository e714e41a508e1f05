package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SubmoduleImportTest {
    private final RuleExamples examples = RuleExamples.of(new SubmoduleImport());

    @Test
    void importsTheSubmodule() {
        examples.heals("""
                import xml

                def root(t):
                    return xml.etree.ElementTree.fromstring(t).tag

                assert root("<a/>") == "a"
                """, "import xml.etree.ElementTree");
    }

    @Test
    void importsConcurrentFutures() {
        examples.heals("""
                import concurrent

                def run():
                    with concurrent.futures.ThreadPoolExecutor(1) as pool:
                        return pool.submit(lambda: 3).result()

                assert run() == 3
                """, "import concurrent.futures");
    }

    @Test
    void importsAProjectModule() {
        examples.heals("""
                import shop

                assert shop.cart.total([1]) == 1
                #--- shop/__init__.py
                #--- shop/cart.py
                def total(xs):
                    return sum(xs)
                """, "import shop.cart");
    }

    @Test
    void importsLoggingHandlers() {
        examples.heals("""
                import logging

                def make():
                    return logging.handlers.MemoryHandler(1)

                assert make()
                """, "import logging.handlers");
    }

    @Test
    void importsUnittestMock() {
        examples.heals("""
                import unittest

                def fake():
                    return unittest.mock.Mock(return_value=1)

                assert fake()() == 1
                """, "import unittest.mock");
    }

    @Test
    void leavesMissingNamesAlone() {
        examples.leavesAlone("""
                import math
                math.frobnicate()
                """);
    }

    @Test
    void leavesInstancesAlone() {
        examples.leavesAlone("""
                "a".etree
                """);
    }

    @Test
    void leavesMissingModulesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }
}
