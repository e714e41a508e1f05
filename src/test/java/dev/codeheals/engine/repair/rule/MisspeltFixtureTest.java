package dev.codeheals.engine.repair.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MisspeltFixtureTest {
    private static final String ASKING = """
            class FixtureLookupError(LookupError):
                pass

            def fixture(function):
                return function

            """;

    private final RuleExamples examples = RuleExamples.of(new MisspeltFixture());

    @Test
    void theTestAsksForTheNearestThereIs() {
        assertThat(proposed("""
                @fixture
                def database():
                    return {"a": 1}

                def test_get(databse):
                """ + lookup("databse") + """

                def checked(databse):
                    return databse.get("a")
                """)).anyMatch(t -> t.contains("def test_get(database):") && t.contains("def checked(databse)"));
    }

    @Test
    void aFixtureOfPytestItself() {
        assertThat(proposed("""
                def test_write(tmp_pth, capsys=None):
                    target = tmp_pth and tmp_pth / "a"
                """ + lookup("tmp_pth"))).anyMatch(t -> t.contains("def test_write(tmp_path, capsys=None):\n    target = tmp_path and tmp_path / "));
    }

    @Test
    void theFixtureIsRenamedWhereNobodyAsksForItsName() {
        assertThat(examples.candidates(ASKING + """
                def test_get(customer):
                    pass
                """ + lookup("customer") + """
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
        examples.advises(ASKING + "def test_all(monkey_patch):\n    pass\n" + lookup("monkey_patch"), "`monkeypatch`");
    }

    @Test
    void adviceSaysWhereTheFixtureIs() {
        examples.advises(ASKING + "def test_orders(order_book):\n    pass\n" + lookup("order_book") + """
                #--- conftest.py
                import pytest

                @pytest.fixture(scope="module")
                def orders_book():
                    return []
                """, "in conftest.py");
    }

    @Test
    void leavesAFixtureWithoutANearOne() {
        examples.leavesAlone(ASKING + "def test_page(browser):\n    pass\n" + lookup("browser"));
    }

    @Test
    void leavesOtherLookups() {
        examples.leavesAlone("def test_page(capsy):\n    raise LookupError('capsy')\n\ntest_page(None)\n");
    }

    @Test
    void leavesAHelperThatIsNoFixture() {
        examples.leavesAlone(ASKING + "def accounts():\n    return []\n\ndef test_sum(acounts):\n    pass\n" + lookup("acounts"));
    }

    private List<String> proposed(String program) {
        String text = ASKING + program;
        return examples.candidates(text).stream().map(c -> c.edits().getFirst().applyTo(text)).toList();
    }

    /// What pytest does with a name it does not know: the error stands at the test.
    private static String lookup(String name) {
        return "    raise FixtureLookupError(\"fixture '" + name + "' not found\")\n\nnext(f for n, f in list(globals().items()) if n.startswith(\"test_\"))(None)\n";
    }
}
