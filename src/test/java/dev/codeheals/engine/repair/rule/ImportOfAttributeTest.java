package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ImportOfAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new ImportOfAttribute());

    @Test
    void importsTheClass() {
        examples.heals("""
                import datetime.datetime

                assert datetime(2024, 1, 2).day == 2
                """, "from datetime import datetime");
    }

    @Test
    void importsTheModuleWhereItIsNamed() {
        examples.heals("""
                import datetime.datetime

                assert datetime.datetime(2024, 1, 2).day == 2
                """, "import datetime\n");
    }

    @Test
    void keepsTheAlias() {
        examples.heals("""
                import math.sqrt as root

                assert root(4) == 2
                """, "from math import sqrt as root");
    }

    @Test
    void importsAProjectFunction() {
        examples.heals("""
                import helpers.clean

                assert clean(" a") == "a"
                #--- helpers.py
                def clean(t):
                    return t.strip()
                """, "from helpers import clean");
    }

    @Test
    void importsFromTheFileItself() {
        examples.heals("""
                from utils.text import clean

                assert clean(" a") == "a"
                #--- utils.py
                def clean(t):
                    return t.strip()
                """, "from utils import clean");
    }

    @Test
    void leavesMissingModulesAlone() {
        examples.leavesAlone("""
                import frobnicator
                """);
    }

    @Test
    void leavesMissingAttributesAlone() {
        examples.leavesAlone("""
                import math.frobnicate
                """);
    }

    @Test
    void leavesMissingNamesAlone() {
        examples.leavesAlone("""
                from math import frobnicate
                """);
    }
}
