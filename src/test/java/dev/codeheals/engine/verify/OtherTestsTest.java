package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OtherTestsTest {
    private static TestTally passing(String... ids) {
        return new TestTally(Set.of(ids), Set.of(), Set.of());
    }

    @Test
    void aTestThatBothRunnersRunCountsOnce() {
        TestTally byPytest = passing("tests/test_till.py::TillTest::test_opens", "tests/test_till.py::TillTest::test_rounds[2]", "tests/test_shop.py::test_sells");
        OtherTests.Finding found = new OtherTests.Finding(byPytest, byPytest);
        assertThat(found.joinedAfter(passing("test_till.TillTest.test_opens")).passed())
                .containsExactlyInAnyOrder("test_till.TillTest.test_opens", "tests/test_till.py::TillTest::test_rounds[2]", "tests/test_shop.py::test_sells");
    }

    @Test
    void whatTheCommandSaysOfATestCountsMore() {
        OtherTests.Finding found = new OtherTests.Finding(passing("test_till.py::TillTest::test_opens"), passing("test_till.py::TillTest::test_opens"));
        TestTally own = new TestTally(Set.of(), Set.of("test_till.TillTest.test_opens"), Set.of());
        assertThat(found.joinedBefore(own)).isEqualTo(own);
    }
}
