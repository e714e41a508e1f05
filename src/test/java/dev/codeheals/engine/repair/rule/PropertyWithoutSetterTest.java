package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class PropertyWithoutSetterTest {
    private final RuleExamples examples = RuleExamples.of(new PropertyWithoutSetter());

    @Test
    void aConstructorSetsTheAttributeBehind() {
        examples.heals("""
                class Celsius:
                    \"""A temperature that never falls below absolute zero.\"""

                    def __init__(self, degrees: float) -> None:
                        self.degrees = max(degrees, -273.15)

                    @property
                    def degrees(self) -> float:
                        return round(self._degrees, 1)

                assert Celsius(21.04).degrees == 21.0
                """, "        self._degrees = max(degrees, -273.15)");
    }

    @Test
    void anOutsiderGetsASetter() {
        examples.heals("""
                class Lamp:
                    def __init__(self):
                        self._watts = 40

                    @property
                    def watts(self):
                        return self._watts

                hall = Lamp()
                hall.watts = 60
                assert hall.watts == 60
                """, "    @watts.setter\n    def watts(self, value):\n        self._watts = value");
    }

    @Test
    void aMethodCountsOnTheAttributeBehind() {
        examples.heals("""
                class Account:
                    def __init__(self):
                        self._balance = 0

                    @property
                    def balance(self):
                        return self._balance

                    def deposit(self, x):
                        self.balance += x
                        return self.balance

                assert Account().deposit(2) == 2
                """, "        self._balance += x");
    }

    @Test
    void aSetterAcrossFiles() {
        examples.heals("""
                import tax

                t = tax.Tax()
                t.rate = 3
                assert t.rate == 3
                #--- tax.py
                class Tax:
                    def __init__(self):
                        self.__dict__["r"] = 1

                    @property
                    def rate(self):
                        return self.r
                """, "    @rate.setter");
    }

    @Test
    void aLoopOverManyObjects() {
        examples.heals("""
                class Seat:
                    def __init__(self, row):
                        self.row = row
                        self._taken = False

                    @property
                    def taken(self):
                        return self._taken

                def reserve(seats, wanted):
                    for seat in seats:
                        if seat.row in wanted:
                            seat.taken = True
                    return [s.row for s in seats if s.taken]

                assert reserve([Seat(1), Seat(2), Seat(3)], {1, 3}) == [1, 3]
                """, "    @taken.setter");
    }

    @Test
    void leavesComputedPropertiesAlone() {
        examples.leavesAlone("""
                class Circle:
                    @property
                    def corners(self):
                        return 3 - 3

                Circle().corners = 1
                """);
    }

    @Test
    void leavesSlotsAlone() {
        examples.leavesAlone("""
                class Point:
                    __slots__ = ("x",)

                Point().y = 1
                """);
    }

    @Test
    void leavesFrozenTuplesAlone() {
        examples.leavesAlone("""
                from typing import NamedTuple

                class Version(NamedTuple):
                    major: int

                Version(3).major = 4
                """);
    }
}
