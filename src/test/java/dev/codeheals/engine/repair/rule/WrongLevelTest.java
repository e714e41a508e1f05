package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class WrongLevelTest {
    private final RuleExamples examples = RuleExamples.of(new WrongLevel());

    @Test
    void aModuleForItsClass() {
        examples.heals("""
                import datetime

                assert datetime.now().year > 2000
                """, "datetime.datetime.now()");
    }

    @Test
    void aClassForItsModule() {
        examples.heals("""
                from datetime import datetime

                moment = datetime.datetime.now()
                assert moment.year > 2000
                """, "= datetime.now()");
    }

    @Test
    void anotherNameOfTheModule() {
        examples.heals("""
                from datetime import datetime

                assert (datetime(2024, 1, 1) + datetime.timedelta(days=1)).day == 2
                """, "timedelta(days=1)", "import datetime, timedelta");
    }

    @Test
    void aModuleThatIsCalled() {
        examples.heals("""
                import glob

                assert glob("*.nothing") == []
                """, "glob.glob(");
    }

    @Test
    void aProjectModuleThatIsCalled() {
        examples.heals("""
                import area

                assert area(2) == 4
                #--- area.py
                def area(n):
                    return n * n
                """, "area.area(2)");
    }

    @Test
    void leavesAMissingName() {
        examples.leavesAlone("""
                import math

                math.nothing
                """);
    }

    @Test
    void leavesACalledNumber() {
        examples.leavesAlone("""
                n = 3
                n()
                """);
    }

    @Test
    void leavesAnUnknownAttribute() {
        examples.leavesAlone("""
                from datetime import datetime

                datetime.nothing
                """);
    }
}
