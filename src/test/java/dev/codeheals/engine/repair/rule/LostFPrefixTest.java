package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostFPrefixTest {
    private final RuleExamples examples = RuleExamples.of(new LostFPrefix());

    @Test
    void aReturnedGreeting() {
        examples.heals("""
                def greet(name, hour):
                    part = "morning" if hour < 12 else "evening"
                    return "Good {part}, {name}!"

                assert greet("Ada", 9) == "Good morning, Ada!", greet("Ada", 9)
                """, "return f\"Good {part}");
    }

    @Test
    void anAmountWithAFormat() {
        examples.heals("""
                from bill import Bill

                text = str(Bill([2.5, 4]))
                assert text == "2 items, 6.50 EUR", text
                #--- bill.py
                class Bill:
                    def __init__(self, prices):
                        self.prices = prices

                    def __str__(self):
                        count = len(self.prices)
                        return '{count} items, {sum(self.prices):.2f} EUR'
                """, "f'{count} items");
    }

    @Test
    void linesOfAComprehension() {
        examples.heals("""
                def numbered(items):
                    return [" {place}. {item.title()}" for place, item in enumerate(items, start=1)]

                menu = numbered(["soup", "fish"])
                assert menu == [" 1. Soup", " 2. Fish"]
                """, "[f\" {place}.");
    }

    @Test
    void theWordsOfAnException() {
        examples.heals("""
                USERS = {"ann": 1}

                def find(login: str) -> int:
                    if login not in USERS:
                        raise LookupError("no user {login!r}")
                    return USERS[login]

                try:
                    find("bob")
                except LookupError as problem:
                    assert "bob" in str(problem), problem
                """, "LookupError(f\"no user");
    }

    @Test
    void aMessageOfATask() {
        examples.heals("""
                import asyncio

                log = []

                async def fetch(page):
                    await asyncio.sleep(0)
                    log.append("page {page} of {len(PAGES)}")

                PAGES = (1, 2)

                async def main():
                    await asyncio.gather(*(fetch(page) for page in PAGES))

                asyncio.run(main())
                assert sorted(log) == ["page 1 of 2", "page 2 of 2"]
                """, "log.append(f\"page");
    }

    @Test
    void leavesATemplate() {
        examples.leavesAlone("""
                LETTER = "Dear {name},"

                def letter(name):
                    return LETTER.format(name=name)

                name = "Eve"
                assert letter(name) == "Dear Adam,"
                """);
    }

    @Test
    void leavesTextInBraces() {
        examples.leavesAlone("""
                def css(color):
                    return "body {margin: 0} p {" + "color: " + color + "}"

                assert css("red") == "p {color: red}"
                """);
    }

    @Test
    void leavesAnFString() {
        examples.leavesAlone("""
                def label(size):
                    return f"{{size}} {size}"

                assert label(3) == "3"
                """);
    }

    @Test
    void leavesAFieldNobodyKnows() {
        examples.leavesAlone("""
                def path(user):
                    return "/users/{id}/posts" + user

                assert path("1") == "/users/1/posts"
                """);
    }
}
