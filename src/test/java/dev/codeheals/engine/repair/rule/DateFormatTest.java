package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class DateFormatTest {
    private final RuleExamples examples = RuleExamples.of(new DateFormat());

    @Test
    void aFormatWithAName() {
        examples.heals("""
                from datetime import datetime

                STAMP = "%d.%m.%y %H:%M"

                def hour(text):
                    return datetime.strptime(text, STAMP).hour

                assert hour("02.03.2024 18:05") == 18
                """, "STAMP = \"%d.%m.%Y %H:%M\"");
    }

    @Test
    void aBlankForAT() {
        examples.heals("""
                from datetime import datetime

                assert datetime.strptime("2024-05-01 10:00:00", "%Y-%m-%dT%H:%M:%S").day == 1
                """, "\"%Y-%m-%d %H:%M:%S\"");
    }

    @Test
    void aGermanDate() {
        examples.heals("""
                from datetime import datetime

                assert datetime.strptime("31.12.2024", "%Y-%m-%d").month == 12
                """, "\"%d.%m.%Y\"");
    }

    @Test
    void theMonthFirst() {
        examples.heals("""
                from datetime import datetime

                assert datetime.strptime("12/31/2024", "%d/%m/%Y").day == 31
                """, "\"%m/%d/%Y\"");
    }

    @Test
    void aRestOfTime() {
        examples.heals("""
                from datetime import datetime

                assert datetime.strptime("2024-01-02 10:30", "%Y-%m-%d").minute == 30
                """, "\"%Y-%m-%d %H:%M\"");
    }

    @Test
    void oldAndNewDataOfAFile() {
        examples.heals("""
                from datetime import datetime

                def day(text):
                    return datetime.strptime(text, "%Y-%m-%d").day

                assert day(open("days.txt").read().strip()) == 31
                #--- days.txt
                31.12.2024
                """, "\"%d.%m.%Y\" if \".\" in text else \"%Y-%m-%d\"");
    }

    @Test
    void leavesWords() {
        examples.leavesAlone("""
                from datetime import datetime

                datetime.strptime("soon", "%Y-%m-%d")
                """);
    }

    @Test
    void leavesABadDay() {
        examples.leavesAlone("""
                from datetime import date

                date(2024, 2, 31)
                """);
    }

    @Test
    void leavesANumber() {
        examples.leavesAlone("""
                int("2024-01-01")
                """);
    }
}
