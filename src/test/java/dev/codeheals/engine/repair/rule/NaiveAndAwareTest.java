package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NaiveAndAwareTest {
    private final RuleExamples examples = RuleExamples.of(new NaiveAndAware());

    @Test
    void theTimeOfNow() {
        examples.heals("""
                from datetime import datetime, timezone

                stamp = datetime(2020, 1, 1, tzinfo=timezone.utc)
                assert stamp < datetime.now()
                """, "datetime.now(timezone.utc)");
    }

    @Test
    void importsTheZone() {
        examples.heals("""
                from datetime import datetime

                def expired(text):
                    return datetime.fromisoformat(text) < datetime.now()

                assert expired("2020-01-01T00:00:00+00:00")
                """, "import datetime, timezone");
    }

    @Test
    void theWholeModule() {
        examples.heals("""
                import datetime

                stamp = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
                assert (datetime.datetime.now() - stamp).days > 0
                """, "datetime.timezone.utc");
    }

    @Test
    void utcnow() {
        examples.heals("""
                from datetime import datetime, timezone

                made = datetime(2020, 1, 1, tzinfo=timezone.utc)
                assert datetime.utcnow() > made
                """, "now(timezone.utc)");
    }

    @Test
    void aDefault() {
        examples.heals("""
                from datetime import datetime, timezone

                def age(made, now=None):
                    now = now or datetime.now()
                    return now - made

                assert age(datetime(2020, 1, 1, tzinfo=timezone.utc)).days > 1
                """, "now or datetime.now(timezone.utc)");
    }

    @Test
    void leavesDatesAndTimes() {
        examples.leavesAlone("""
                from datetime import date, datetime

                print(date(2020, 1, 1) < datetime(2020, 1, 1))
                """);
    }

    @Test
    void leavesTexts() {
        examples.leavesAlone("""
                from datetime import datetime

                print(datetime.now() < "2020")
                """);
    }

    @Test
    void leavesAMissingName() {
        examples.leavesAlone("""
                print(datetime.now())
                """);
    }
}
