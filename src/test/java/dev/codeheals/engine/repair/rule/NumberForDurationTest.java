package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class NumberForDurationTest {
    private final RuleExamples examples = RuleExamples.of(new NumberForDuration());

    @Test
    void daysAddedToADate() {
        examples.heals("""
                from datetime import date, timedelta

                LOAN_DAYS = 14

                def due(start):
                    return start + LOAN_DAYS

                assert due(date(2024, 2, 20)) == date(2024, 2, 20) + timedelta(14)
                """, "start + timedelta(days=LOAN_DAYS)");
    }

    @Test
    void hoursByTheirName() {
        examples.heals("""
                import datetime

                class Token:
                    def __init__(self, issued, hours):
                        self.expires = issued + hours

                noon = datetime.datetime(2024, 1, 1, 12)
                assert Token(noon, 3).expires.hour == 15
                """, "datetime.timedelta(hours=hours)");
    }

    @Test
    void aTimeoutThatIsCompared() {
        examples.heals("""
                from datetime import datetime

                def stale(seen, now, timeout):
                    return now - seen > timeout

                assert stale(datetime(2024, 1, 1, 0, 0), datetime(2024, 1, 1, 0, 1), timeout=30)
                """, "timedelta(seconds=timeout)");
    }

    @Test
    void anImportThatIsMissing() {
        examples.heals("""
                from datetime import date

                def yesterday(today):
                    return today - 1

                assert yesterday(date(2024, 3, 1)) == date(2024, 2, 29)
                """, "from datetime import date, timedelta");
    }

    @Test
    void minutes() {
        examples.heals("""
                from datetime import datetime, timedelta

                breaks = [datetime(2024, 5, 1, 9, 0)]
                pause_minutes = 45
                breaks.append(breaks[-1] + pause_minutes)
                assert breaks[1].minute == 45
                """, "timedelta(minutes=pause_minutes)");
    }

    @Test
    void notForTwoNumbers() {
        examples.leavesAlone("""
                count = 3
                count + None
                """);
    }

    @Test
    void notForText() {
        examples.leavesAlone("""
                from datetime import date
                date(2024, 1, 1) + "2"
                """);
    }

    @Test
    void notForADateAddedToADate() {
        examples.leavesAlone("""
                from datetime import date
                date(2024, 1, 1) + date(2024, 1, 2)
                """);
    }
}
