package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small pieces that were left out: a sign, a factor, a line of a loop, the cleaning of a text.
class MissingPiecesTest {
    @TempDir
    Path folder;

    @Test
    void theLastGroupIsHandedOutFromEitherBranch() {
        assertThat(first(8, """
                def runs(text):
                    out = []
                    letter, count = text[0], 1
                    for sign in text[1:]:
                        if sign == letter:
                            count += 1
                        else:
                            out.append(letter * count)
                            letter, count = sign, 1
                    return out
                """, "AssertionError: ['aa'] != ['aa', 'b']")).anyMatch(text -> text.contains("\n    out.append(letter * count)\n    return out"));
    }

    @Test
    void aVariableFollowsTheOneThatGoesOn() {
        assertThat(first(10, """
                def before(node, wanted):
                    last = None
                    while node is not None:
                        if node.key == wanted:
                            return last
                        node = node.next
                """, "AssertionError: None != 3")).anyMatch(text -> text.contains("        last = node\n        node = node.next"));
    }

    @Test
    void aVariableFollowsTheElementsOfALoop() {
        assertThat(first(10, """
                def steps(values):
                    previous = values[0]
                    gaps = []
                    for value in values[1:]:
                        gaps.append(value - previous)
                    return gaps
                """, "AssertionError: [1, 3] != [1, 2]")).anyMatch(text -> text.contains("gaps.append(value - previous)\n        previous = value"));
    }

    @Test
    void theOppositeIsPassed() {
        assertThat(first(40, """
                def turned_back(text, steps):
                    return turned(text, steps)
                """, "AssertionError: 'fgh' != 'abc'")).anyMatch(text -> text.contains("turned(text, -steps)"));
    }

    @Test
    void rowsOfAReturnedTableAreListsOfTheirOwn() {
        assertThat(first(3, """
                def board(size):
                    return [["."] * size] * size
                """, "AssertionError: Lists differ: [['x'], ['x']] != [['x'], ['.']]")).anyMatch(text -> text.contains("[[\".\"] * size for _ in range(size)]"));
    }

    @Test
    void onePartOfTheKeyIsTurnedRound() {
        assertThat(first(4, """
                def ranked(scores):
                    return sorted(scores, key=lambda entry: (entry[1], entry[0]))
                """, "AssertionError: [('b', 1), ('a', 2)] != [('a', 2), ('b', 1)]")).anyMatch(text -> text.contains("(-entry[1], entry[0])"));
    }

    @Test
    void theOtherDirectionComesFirstWhereTheTestShowsIt() {
        assertThat(first(2, """
                def newest(years):
                    return sorted(years)
                """, "AssertionError: [1990, 2001, 2024] != [2024, 2001, 1990]")).anyMatch(text -> text.contains("reverse=True"));
    }

    @Test
    void whiteSpaceIsTakenOffWhereTheTestShowsIt() {
        assertThat(first(4, """
                def title(line):
                    name = line.replace("#", "")
                    return name
                """, "AssertionError: ' Home' != 'Home'")).anyMatch(text -> text.contains("line.replace(\"#\", \"\").strip()"));
    }

    @Test
    void aTextIsCleanedBeforeItIsCutUp() {
        assertThat(first(60, """
                def pair(part):
                    name, _, value = part.partition("=")
                    return name, value
                """, "AssertionError: 4 != 3")).anyMatch(text -> text.contains("part.strip().partition"));
    }

    @Test
    void aSeparatorIsReplacedAtEachOfItsPlaces() {
        assertThat(first(4, """
                def row(cells, between="|"):
                    return between.join(cells)
                """, "AssertionError: 'a|b|c' != 'a | b | c'")).anyMatch(text -> text.contains("between=\" | \""));
    }

    @Test
    void aParameterBelongsIntoTheProduct() {
        assertThat(first(60, """
                def power(base, exponent):
                    half = power(base, exponent // 2)
                    return half * half
                """, "AssertionError: 16 != 32")).anyMatch(text -> text.contains("return base * half * half"));
    }

    @Test
    void whatIsGatheredBeginsBeforeTheLoop() {
        assertThat(first(8, """
                def parsed(rows):
                    for row in rows:
                        number, name = row.split(";")
                        result = {}
                        result[name] = int(number)
                    return result
                """, "AssertionError: {'b': 1} != {'a': 3, 'b': 1}")).anyMatch(text -> text.contains("    result = {}\n    for row in rows:"));
    }

    @Test
    void theOtherYearIsOneStepOn() {
        assertThat(first(40, """
                def following(year, month):
                    if month == 12:
                        return year, 1
                    return year, month + 1
                """, "AssertionError: (2023, 1) != (2024, 1)")).anyMatch(text -> text.contains("return year + 1, 1"));
    }

    @Test
    void theRemainderIsTakenInBothLines() {
        assertThat(first(25, """
                def margins(first, day, size):
                    before = day - first
                    after = (first - day - size) % 7
                    return before, after
                """, "AssertionError: (-3, 2) != (4, 2)")).anyMatch(text -> text.contains("before = (day - first) % 7"));
    }

    @Test
    void anEmptyTextComesForNone() {
        assertThat(first(6, """
                def pairs(options):
                    found = []
                    for name, value in options:
                        found.append((name, value))
                    return found
                """, "AssertionError: [('a', None)] != [('a', '')]")).anyMatch(text -> text.contains("(name, value or \"\")"));
    }

    @Test
    void aTextIsCleanedInBothLines() {
        assertThat(first(6, """
                def truth(word, table):
                    if word not in table:
                        raise ValueError(word)
                    return table[word.lower()]
                """, "ValueError: Yes")).anyMatch(text -> text.contains("if word.lower() not in table:"));
    }

    @Test
    void theLastLineOfABranchIsReturnedLikeTheOthers() {
        assertThat(first(8, """
                def command(self, line):
                    if not line:
                        self.repeat()
                    return self.execute(line)
                """, "AssertionError: 4 != 3")).anyMatch(text -> text.contains("return self.repeat()"));
    }

    @Test
    void aTextThatWasChangedIsKept() {
        assertThat(first(3, """
                def cleaned(words):
                    for mark in ".,":
                        words.replace(mark, "")
                    return words
                """, "AssertionError: 'a,b' != 'ab'")).anyMatch(text -> text.contains("words = words.replace(mark, \"\")"));
    }

    @Test
    void pairsBeginAfterTheirFirst() {
        assertThat(first(4, """
                def pairs(n):
                    found = []
                    for i in range(n):
                        for j in range(i, n):
                            found.append((i, j))
                    return found
                """, "AssertionError: 6 != 3")).anyMatch(text -> text.contains("for j in range(i + 1, n):"));
    }

    @Test
    void theOtherPartOfEachItemCountsToo() {
        assertThat(first(20, """
                class Cart:
                    def __init__(self):
                        self.lines = []

                    def add(self, price, units):
                        self.lines.append({"price": price, "units": units})

                    def total(self):
                        return sum(line["price"] for line in self.lines)
                """, "AssertionError: 15 != 25")).anyMatch(text -> text.contains("line[\"price\"] * line[\"units\"] for line"));
    }

    @Test
    void parenthesesReachAcrossALongerProduct() {
        assertThat(first(6, """
                def celsius(degrees):
                    return degrees - 32 * 5 / 9
                """, "AssertionError: 194.2 != 100")).anyMatch(text -> text.contains("(degrees - 32) * 5 / 9"));
    }

    @Test
    void aDotMeansItself() {
        assertThat(first(4, """
                import re

                def parts(version):
                    return re.split(r".", version)
                """, "AssertionError: ['', '', ''] != ['3', '1']")).anyMatch(text -> text.contains("re.split(r\"\\.\", version)"));
    }

    @Test
    void aFileIsContinued() {
        assertThat(first(6, """
                def note(path, line):
                    with open(path, "w") as book:
                        book.write(line)
                """, "AssertionError: ['b'] != ['a', 'b']")).anyMatch(text -> text.contains("open(path, \"a\")"));
    }

    @Test
    void tuplesAreTakenLikeLists() {
        assertThat(first(6, """
                def size(value):
                    if isinstance(value, list):
                        return len(value)
                    return 1
                """, "AssertionError: 1 != 2")).anyMatch(text -> text.contains("isinstance(value, (list, tuple))"));
    }

    @Test
    void pagesAreCountedFromOne() {
        assertThat(first(60, """
                def page(rows, number, size):
                    offset = number * size
                    return rows[offset:offset + size]
                """, "AssertionError: ['d'] != ['a']")).anyMatch(text -> text.contains("offset = (number - 1) * size"));
    }

    @Test
    void theItemsAreHandedOutOneByOne() {
        assertThat(first(6, """
                def leaves(tree):
                    for branch in tree:
                        yield branch
                """, "AssertionError: [[1]] != [1]")).anyMatch(text -> text.contains("yield from branch"));
    }

    @Test
    void keywordsAreHandedOnOneByOne() {
        assertThat(first(3, """
                def filled(template, **fields):
                    return template.format(fields)
                """, "KeyError: 'name'")).anyMatch(text -> text.contains("template.format(**fields)"));
    }

    @Test
    void aCounterGoesDownAgain() {
        assertThat(first(12, """
                class Pool:
                    def __init__(self):
                        self.idle = []
                        self.used = 0

                    def take(self):
                        self.used += 1
                        return self.idle.pop()

                    def give(self, item):
                        self.idle.append(item)
                """, "AssertionError: 2 != 1")).anyMatch(text -> text.contains("self.used -= 1"));
    }

    @Test
    void theLaterEndStays() {
        assertThat(first(40, """
                def merged(spans):
                    out = [spans[0]]
                    for start, end in spans[1:]:
                        if start <= out[-1][1]:
                            out[-1][1] = end
                        else:
                            out.append([start, end])
                    return out
                """, "AssertionError: [[1, 3]] != [[1, 9]]")).anyMatch(text -> text.contains("out[-1][1] = max(out[-1][1], end)"));
    }

    @Test
    void aWayIsADistance() {
        assertThat(first(60, """
                def moved(stops):
                    way = 0
                    for here, there in zip(stops, stops[1:]):
                        way += there - here
                    return way
                """, "AssertionError: 1 != 7")).anyMatch(text -> text.contains("way += abs(there - here)"));
    }

    @Test
    void theFirstIsLeftOut() {
        assertThat(first(40, """
                def derived(factors):
                    return [power * factor for power, factor in enumerate(factors)]
                """, "AssertionError: [0, 3, 4] != [3, 4]")).anyMatch(text -> text.contains("enumerate(factors)][1:]"));
    }

    @Test
    void entriesBeginAsWhatIsAskedOfThem() {
        assertThat(first(20, """
                def grouped(words):
                    groups = defaultdict(str)
                    for word in words:
                        groups[len(word)].append(word)
                    return groups
                """, "AttributeError: 'str' object has no attribute 'append'")).anyMatch(text -> text.contains("defaultdict(list)"));
    }

    private List<String> first(int count, String program, String raised) {
        return new WrongAnswer(folder, program, raised).repaired().stream().limit(count).toList();
    }
}
