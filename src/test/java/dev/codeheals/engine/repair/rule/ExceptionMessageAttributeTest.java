package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ExceptionMessageAttributeTest {
    private final RuleExamples examples = RuleExamples.of(new ExceptionMessageAttribute());

    @Test
    void readsTheTextOfAValueError() {
        examples.heals("""
                def parse(text):
                    try:
                        return int(text)
                    except ValueError as e:
                        return e.message

                assert "invalid" in parse("x")
                """, "return str(e)");
    }

    @Test
    void readsTheTextOfAnOwnError() {
        examples.heals("""
                class ShopError(Exception):
                    pass

                def run():
                    try:
                        raise ShopError("closed")
                    except ShopError as error:
                        return error.message

                assert run() == "closed"
                """, "return str(error)");
    }

    @Test
    void mendsAllUses() {
        examples.heals("""
                def run():
                    try:
                        {}["a"]
                    except KeyError as exc:
                        print(exc.message)
                        return exc.message.upper()

                assert run() == "'A'"
                """, "print(str(exc))", "return str(exc).upper()");
    }

    @Test
    void mendsAStoredError() {
        examples.heals("""
                log = []
                try:
                    open("/nowhere/at/all")
                except OSError as err:
                    log.append(err.message)
                assert "nowhere" in log[0]
                """, "log.append(str(err))");
    }

    @Test
    void mendsAnFString() {
        examples.heals("""
                def run():
                    try:
                        1 / 0
                    except ZeroDivisionError as e:
                        return f"failed: {e.message}"

                assert run() == "failed: division by zero"
                """, "f\"failed: {str(e)}\"");
    }

    @Test
    void leavesOtherAttributesAlone() {
        examples.leavesAlone("""
                try:
                    1 / 0
                except ZeroDivisionError as e:
                    e.code
                """);
    }

    @Test
    void leavesOtherObjectsAlone() {
        examples.leavesAlone("""
                class Mail:
                    pass

                Mail().message
                """);
    }

    @Test
    void leavesModulesAlone() {
        examples.leavesAlone("""
                import math
                math.message
                """);
    }
}
