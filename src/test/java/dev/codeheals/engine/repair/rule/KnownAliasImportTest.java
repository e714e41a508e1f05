package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class KnownAliasImportTest {
    private final RuleExamples examples = RuleExamples.of(new KnownAliasImport()).withDistributions("numpy", "pandas", "requests");

    @Test
    void importsXmlByItsCustomaryName() {
        examples.heals("""
                def root(text):
                    return ET.fromstring(text).tag

                assert root("<a/>") == "a"
                """, "import xml.etree.ElementTree as ET");
    }

    @Test
    void importsDatetimeAsDt() {
        examples.heals("""
                def day():
                    return dt.date(2024, 1, 2)

                assert day().day == 2
                """, "import datetime as dt");
    }

    @Test
    void importsMock() {
        examples.heals("""
                def fake():
                    return mock.Mock(return_value=3)

                assert fake()() == 3
                """, "from unittest import mock");
    }

    @Test
    void importsItertoolsAsIt() {
        examples.heals("""
                def pairs(values):
                    return list(it.combinations(values, 2))

                assert pairs([1, 2]) == [(1, 2)]
                """, "import itertools as it");
    }

    @Test
    void importsMultiprocessingAsMp() {
        examples.heals("""
                import sys

                def cores():
                    return mp.cpu_count()

                assert cores() >= 1
                """, "import multiprocessing as mp");
    }

    @Test
    void leavesAVariableAlone() {
        examples.leavesAlone("""
                def total(prices):
                    return sum(prices) * np

                total([1])
                """);
    }

    @Test
    void leavesAPackageThatIsNotInstalledAlone() {
        examples.leavesAlone("""
                def read(path):
                    return yaml.safe_load(path)

                read("x")
                """);
    }

    @Test
    void leavesAnAttributeTheModuleLacksAlone() {
        examples.leavesAlone("""
                def run():
                    return dt.frobnicate()

                run()
                """);
    }
}
