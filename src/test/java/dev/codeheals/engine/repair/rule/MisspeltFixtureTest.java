package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MisspeltFixtureTest {
    /// What pytest does with the parameters of a test.
    private static final String RUNNER = """
            import inspect

            FIXTURES = {"tmp_path": lambda: "/nowhere", "monkeypatch": object}

            class FixtureLookupError(LookupError):
                pass

            def fixture(function):
                FIXTURES[function.__name__] = function
                return function

            def run(test):
                names = list(inspect.signature(test).parameters)
                for name in names:
                    if name not in FIXTURES:
                        raise FixtureLookupError(f"fixture '{name}' not found")
                test(*[FIXTURES[name]() for name in names])

            """;

    private final RuleExamples examples = RuleExamples.of(new MisspeltFixture());

    @Test
    void theNearestThereIs() {
        examples.heals(RUNNER + """
                @fixture
                def database():
                    return {"a": 1}

                def test_get(databse):
                    assert databse["a"] == 1

                run(test_get)
                """, "def test_get(database):\n    assert database[");
    }

    @Test
    void oneOfPytestItself() {
        examples.heals(RUNNER + """
                def test_folder(tmp_pth):
                    assert tmp_pth.startswith("/")

                run(test_folder)
                """, "def test_folder(tmp_path):\n    assert tmp_path.");
    }

    @Test
    void everyTestThatAsksForIt() {
        examples.heals(RUNNER + """
                @fixture
                def numbers():
                    return [3, 1, 2]

                def test_sorted(nubmers):
                    assert sorted(nubmers)[0] == 1

                def test_sum(nubmers):
                    assert sum(nubmers) == 6

                run(test_sorted)
                run(test_sum)
                """, "sorted(numbers)", "test_sum(numbers)");
    }

    @Test
    void theFixtureIsRenamedWhereNobodyAsksForItsName() {
        assertThat(examples.candidates(RUNNER + """
                import shared

                def test_name(customer):
                    assert customer

                run(test_name)
                #--- shared.py
                def fixture(function):
                    return function

                @fixture
                def custmer():
                    return "Ann"
                """)).anyMatch(c -> c.edits().getFirst().file().equals("shared.py") && c.description().equals("Call the fixture customer"));
    }

    @Test
    void adviceNamesTheNearOne() {
        examples.advises(RUNNER + """
                def test_all(monkey_patch):
                    pass

                run(test_all)
                """, "`monkeypatch`");
    }

    @Test
    void adviceSaysWhereTheFixtureIs() {
        examples.advises(RUNNER + """
                def test_orders(order_book):
                    assert not order_book

                run(test_orders)
                #--- conftest.py
                import pytest

                @pytest.fixture(scope="module")
                def orders_book():
                    return []
                """, "in conftest.py");
    }

    @Test
    void leavesOneWithoutANearOne() {
        examples.leavesAlone(RUNNER + """
                def test_page(browser):
                    browser.open("/")

                run(test_page)
                """);
    }

    @Test
    void leavesOtherLookups() {
        examples.leavesAlone("""
                def test_page(capsy):
                    raise LookupError("capsy")

                test_page(None)
                """);
    }

    @Test
    void leavesWhatIsNoFixture() {
        examples.leavesAlone(RUNNER + """
                def accounts():
                    return [1, 2]

                def test_sum(acounts):
                    assert sum(acounts) == 3

                run(test_sum)
                """);
    }
}
