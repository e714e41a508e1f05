package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lines that say something else than they read: what wins, what is shared, what is empty, what is left over, what is a number.
class MeantOtherwiseTest {
    @TempDir
    Path folder;

    @Test
    void theCallersOwnSettingsWin() {
        assertOffered("""
                BASE = {"colour": "red", "width": 2}

                def style(**own):
                    return {**own, **BASE, "kind": "line"}
                """, "{**BASE, **own, \"kind\": \"line\"}");
    }

    @Test
    void aKeyWrittenOutWinsOverTheWholeMapping() {
        assertOffered("""
                def stamped(row, day):
                    return {"day": day, **row}
                """, "{**row, \"day\": day}");
    }

    @Test
    void theFirstOfAChainWins() {
        assertOffered("""
                from collections import ChainMap

                def lookup(site, user):
                    return ChainMap(site, user)["lang"]
                """, "ChainMap(user, site)");
    }

    @Test
    void rowsAreCopiedToo() {
        assertOffered("""
                def marked(board, x, y):
                    after = board.copy()
                    after[y][x] = "#"
                    return after
                """, "after = [row[:] for row in board]");
    }

    @Test
    void noughtIsGivenToo() {
        assertOffered("""
                def volume(level=None):
                    level = level or 7
                    return level * 2
                """, "level = level if level is not None else 7");
    }

    @Test
    void anEmptyAnswerIsAnAnswer() {
        assertOffered("""
                def reply(cache, key):
                    found = cache.get(key)
                    if not found:
                        found = key.upper()
                    return found
                """, "if found is None:");
    }

    @Test
    void whatIsLeftOverNeedsABoxToo() {
        assertOffered("""
                def boxes(eggs):
                    return eggs // 6
                """, "return -(-eggs // 6)");
    }

    @Test
    void roundingUpIsSpelledAsTheModuleDoes() {
        assertOffered("""
                import math

                def buses(people, seats):
                    return int(people / seats)
                """, "return math.ceil(people / seats)");
    }

    @Test
    void theTaxIsAddedToTheWhole() {
        assertOffered("""
                TAX_RATE = 0.2

                def price(net):
                    return net * TAX_RATE
                """, "return net * (1 + TAX_RATE)");
    }

    @Test
    void partsOfAVersionAreNumbers() {
        assertOffered("""
                def newest(versions):
                    return max(versions, key=lambda v: tuple(v.split(".")))
                """, "tuple(int(part) for part in v.split(\".\"))");
    }

    @Test
    void orJoinsBeforeAndWhereThatIsMeant() {
        assertOffered("""
                def welcome(guest, member, paid):
                    return guest and member or paid
                """, "return guest and (member or paid)");
    }

    @Test
    void aPatternOfTheModuleIsASuspectToo() {
        assertOffered("""
                import re

                TAG = re.compile("<(.+)>")

                def tags(text):
                    return TAG.findall(text)
                """, "re.compile(\"<(.+?)>\")");
    }

    @Test
    void chaptersAreCountedFromOne() {
        assertOffered("""
                def listed(songs):
                    return [f"{place}: {song}" for place, song in enumerate(songs)]
                """, "enumerate(songs, start=1)");
    }

    @Test
    void theOrderOfAppearanceIsKept() {
        assertOffered("""
                def visited(stops):
                    return list(set(stops))
                """, "list(dict.fromkeys(stops))");
    }

    @Test
    void aDifferenceMayBeBelowNought() {
        assertOffered("""
                def near(here, there):
                    return here - there < 10
                """, "abs(here - there) < 10");
    }

    @Test
    void daysOfTwoMonthsAreCountedThrough() {
        assertOffered("""
                def nights(arrival, departure):
                    return departure.day - arrival.day
                """, "return (departure - arrival).days");
    }

    @Test
    void minutesHaveTwoDigits() {
        assertThat(new WrongAnswer(folder, """
                def at(hour, minute):
                    return f"{hour}:{minute}"
                """, "AssertionError: '7:5' != '7:05'").repaired()).anyMatch(text -> text.contains("{minute:02d}"));
    }

    @Test
    void anAmountHasTheDecimalsTheTestShows() {
        assertThat(new WrongAnswer(folder, """
                def amount(value):
                    return f"{value:.1f} EUR"
                """, "AssertionError: '2.5 EUR' != '2.50 EUR'").repaired()).anyMatch(text -> text.contains("{value:.2f}"));
    }

    @Test
    void whatNoLongerReadsAParameterIsALongShot() {
        WrongAnswer program = new WrongAnswer(folder, """
                def shout(text, loud):
                    return mark(text, loud)
                """);
        assertThat(program.sources("return mark(text, text)")).first().isEqualTo("search:long-shot");
    }

    @Test
    void theStartOfAProgramIsNotTurnedOff() {
        assertThat(new WrongAnswer(folder, """
                def main():
                    print(1)

                if __name__ == "__main__":
                    main()
                """).repaired()).noneMatch(text -> text.contains("!="));
    }

    private void assertOffered(String program, String line) {
        assertThat(new WrongAnswer(folder, program).repaired()).anyMatch(text -> text.contains(line));
    }
}
