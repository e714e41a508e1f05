package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class SuperMisuseTest {
    private final RuleExamples examples = RuleExamples.of(new SuperMisuse());

    @Test
    void callsSuper() {
        examples.heals("""
                import threading

                class Worker(threading.Thread):
                    def __init__(self, jobs):
                        super.__init__(daemon=True)
                        self.jobs = jobs

                    def run(self):
                        self.jobs.clear()

                jobs = [1, 2]
                worker = Worker(jobs)
                worker.start()
                worker.join()
                assert jobs == []
                """, "super().__init__(daemon=True)");
    }

    @Test
    void callsSuperForAMethod() {
        examples.heals("""
                class Animal:
                    def speak(self):
                        return "..."

                class Dog(Animal):
                    def speak(self):
                        return super.speak() + "!"

                assert Dog().speak() == "...!"
                """, "super().speak()");
    }

    @Test
    void mendsTheName() {
        examples.heals("""
                class Base:
                    def __init__(self):
                        self.x = 1

                class Child(Base):
                    def __init__(self):
                        super().__innit__()

                assert Child().x == 1
                """, "super().__init__()");
    }

    @Test
    void addsTheUnderscores() {
        examples.heals("""
                class Base:
                    def __init__(self, x):
                        self.x = x

                class Child(Base):
                    def __init__(self):
                        super().init(3)

                assert Child().x == 3
                """, "super().__init__(3)");
    }

    @Test
    void dropsWrongArguments() {
        examples.heals("""
                class Base:
                    def __init__(self):
                        self.x = 1

                class Other:
                    pass

                class Child(Base):
                    def __init__(self):
                        super(Other, self).__init__()

                assert Child().x == 1
                """, "super().__init__()");
    }

    @Test
    void leavesMissingMethodsAlone() {
        examples.leavesAlone("""
                class A:
                    def f(self):
                        return super().frobnicate()

                A().f()
                """);
    }

    @Test
    void leavesOtherAttributesAlone() {
        examples.leavesAlone("""
                class A:
                    pass

                A().speak()
                """);
    }

    @Test
    void leavesNamesAlone() {
        examples.leavesAlone("""
                class A:
                    def f(self):
                        return sup().f()

                A().f()
                """);
    }
}
