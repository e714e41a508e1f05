package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class EnumMemberTest {
    private final RuleExamples examples = RuleExamples.of(new EnumMember());

    @Test
    void mendsAMember() {
        examples.heals("""
                from enum import Enum

                class Color(Enum):
                    RED = 1
                    GREEN = 2

                assert Color.GREN == Color.GREEN or Color.GREEN
                """, "Color.GREEN");
    }

    @Test
    void mendsAKey() {
        examples.heals("""
                from enum import Enum

                class Color(Enum):
                    RED = 1
                    GREEN = 2

                assert Color["GRENE"].value == 2
                """, "Color[\"GREEN\"]");
    }

    @Test
    void mendsTheCaseOfAKey() {
        examples.heals("""
                from enum import Enum

                class Color(Enum):
                    RED = 1

                def color(name):
                    return Color[name]

                assert color("red") == Color.RED or color("red").upper()
                """, "Color[name.upper()]");
    }

    @Test
    void mendsAValue() {
        examples.heals("""
                from enum import Enum

                class Level(Enum):
                    LOW = "low"
                    HIGH = "high"

                assert Level("hihg") is Level.HIGH
                """, "Level(\"high\")");
    }

    @Test
    void mendsTheCaseOfAValue() {
        examples.heals("""
                from enum import Enum

                class Level(Enum):
                    LOW = "low"

                def level(text):
                    return Level(text)

                assert level("LOW") is Level.LOW
                """, "Level(text.lower())");
    }

    @Test
    void looksUpByName() {
        examples.heals("""
                from enum import Enum

                class Level(Enum):
                    LOW = 1
                    HIGH = 2

                assert Level("LOW") is Level.LOW
                """, "Level[\"LOW\"]");
    }

    @Test
    void leavesPlainClassesAlone() {
        examples.leavesAlone("""
                class A:
                    RED = 1

                A["RDE"]
                """);
    }

    @Test
    void leavesUnlikeValuesAlone() {
        examples.leavesAlone("""
                from enum import Enum

                class Level(Enum):
                    LOW = "low"

                Level("frobnicate")
                """);
    }

    @Test
    void leavesDictionariesAlone() {
        examples.leavesAlone("""
                d = {"a": 1}
                d["aa"]
                """);
    }
}
