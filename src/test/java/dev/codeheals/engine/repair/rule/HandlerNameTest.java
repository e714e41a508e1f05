package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class HandlerNameTest {
    private final RuleExamples examples = RuleExamples.of(new HandlerName());

    @Test
    void caughtUnderAnotherName() {
        examples.heals("""
                def number(text):
                    try:
                        return int(text)
                    except ValueError as problem:
                        return f"no number: {err}"

                assert number("x").startswith("no number: invalid literal")
                """, "{problem}");
    }

    @Test
    void caughtWithoutAName() {
        examples.heals("""
                def share(a, b):
                    try:
                        return a / b
                    except ZeroDivisionError:
                        return str(e)

                assert share(1, 0) == "division by zero"
                """, "except ZeroDivisionError as e:");
    }

    @Test
    void oneOfSeveralIsCaughtWithoutAName() {
        examples.heals("""
                def pick(items, key):
                    try:
                        return items[key]
                    except (KeyError, IndexError):
                        return repr(exc)

                assert pick({}, "k") == "KeyError('k')"
                """, "except (KeyError, IndexError) as exc:");
    }

    @Test
    void theNameIsReadAndAnotherIsMissing() {
        examples.leavesAlone("""
                try:
                    1 / 0
                except ZeroDivisionError as e:
                    print(e, retries)
                """);
    }

    @Test
    void aNameOutsideOfHandlers() {
        examples.leavesAlone("""
                print(error)
                """);
    }

    @Test
    void theReasonIsPrinted() {
        examples.heals("""
                import json
                try:
                    json.loads('{')
                except ValueError as why:
                    print(ex)
                """, "print(why)");
    }

    @Test
    void aLookupThatFails() {
        examples.heals("""
                def find(table, key):
                    try:
                        return table[key]
                    except KeyError:
                        return err.args[0]
                assert find({}, 'q') == 'q'
                """, "except KeyError as err:");
    }

    @Test
    void aBareHandler() {
        examples.leavesAlone("""
                try:
                    1 / 0
                except:
                    print(zzz)
                """);
    }
}
