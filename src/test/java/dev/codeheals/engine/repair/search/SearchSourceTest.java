package dev.codeheals.engine.repair.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchSourceTest {
    @TempDir
    Path folder;

    @Test
    void aTotalThatIsSetInEveryRoundIsAddedUp() {
        assertThat(best(5, """
                def mean(values):
                    total = 0
                    for value in values:
                        total = value
                    return total / len(values)
                """)).anyMatch(text -> text.contains("total += value"));
    }

    @Test
    void aCounterThatNeverChangesIsCounted() {
        assertThat(best(6, """
                def count_long(words):
                    count = 0
                    for word in words:
                        if len(word) > 5:
                            print(word)
                    return count
                """)).anyMatch(text -> text.contains("        count += 1"));
    }

    @Test
    void aListThatIsNeverFilledGetsTheElements() {
        assertThat(best(6, """
                def cleaned(lines):
                    kept = []
                    for line in lines:
                        line = line.strip()
                    return kept
                """)).anyMatch(text -> text.contains("        kept.append(line)"));
    }

    @Test
    void anObjectsCounterThatOnlyEverHasItsFirstValueIsCounted() {
        assertThat(best(10, """
                class Door:
                    def __init__(self):
                        self.opened = 0

                    def open(self, key):
                        return key == "gold"
                """)).anyMatch(text -> text.contains("        self.opened += 1\n        return key"));
    }

    @Test
    void aNumberThatIsChangedElsewhereIsNotCountedAgain() {
        assertThat(best(400, """
                def total(prices):
                    total = 0
                    for price in prices:
                        total += price
                    return total
                """)).noneMatch(text -> text.contains("total += price\n        total += "));
    }

    @Test
    void whatIsReadTwiceIsKeptInAList() {
        assertThat(best(6, """
                def spread(values):
                    squares = (value * value for value in values)
                    return max(squares) - min(squares)
                """)).anyMatch(text -> text.contains("squares = [value * value for value in values]"));
    }

    @Test
    void lostParenthesesAreLookedForWhereOperatorsMix() {
        assertThat(best(12, """
                def gross(price, rate):
                    return round(price * 1 + rate, 2)
                """)).anyMatch(text -> text.contains("round(price * (1 + rate), 2)"));
    }

    @Test
    void aListThatIsOnlyReadIsNotCopied() {
        assertThat(best(400, """
                def last(values):
                    seen = 0
                    for value in values:
                        seen = max(seen, value)
                    return seen
                """)).noneMatch(text -> text.contains("list(values)"));
    }

    @Test
    void aListThatIsChangedWhileItIsReadIsCopied() {
        assertThat(best(3, """
                def keep_positive(numbers):
                    for number in numbers:
                        if number < 0:
                            numbers.remove(number)
                    return numbers
                """)).anyMatch(text -> text.contains("for number in list(numbers):"));
    }

    @Test
    void aFunctionMadeInALoopKeepsTheValueOfItsRound() {
        assertThat(best(3, """
                def scalers(factors):
                    return [lambda x: x * factor for factor in factors]
                """)).anyMatch(text -> text.contains("lambda x, factor=factor: x * factor"));
    }

    @Test
    void aDefaultListIsMadeAnewForEachCall() {
        assertThat(best(3, """
                class Basket:
                    def __init__(self, items=[]):
                        \"""Starts with some items.\"""
                        self.items = items
                """)).anyMatch(text -> text.contains("""
                    def __init__(self, items=None):
                        \"""Starts with some items.\"""
                        if items is None:
                            items = []
                        self.items = items
                """));
    }

    @Test
    void aNameThatIsBoundAndNeverReadBecomesAFactor() {
        assertThat(best(4, """
                def total(lines):
                    return sum(price for name, price, count in lines)
                """)).anyMatch(text -> text.contains("sum(price * count for"));
    }

    @Test
    void theSpecialCaseIsAskedBeforeTheGeneralOne() {
        assertThat(best(20, """
                def size(n):
                    if n > 10:
                        return "big"
                    elif n > 100:
                        return "huge"
                    return "small"
                """)).anyMatch(text -> text.contains("""
                    if n > 100:
                        return "huge"
                    elif n > 10:
                        return "big"
                """));
    }

    @Test
    void aNumberOfTheSameFunctionTakesThePlaceOfACopiedOne() {
        assertThat(best(80, """
                def turned(letter, by):
                    if letter.isupper():
                        return chr((ord(letter) - 65 + by) % 26 + 65)
                    return chr((ord(letter) - 97 + by) % 26 + 65)
                """)).anyMatch(text -> text.contains("- 97 + by) % 26 + 97)"));
    }

    @Test
    void everyCandidateParsesAndNoneComesTwice() {
        List<String> all = best(400, """
                def between(low, value, high):
                    return low < value and value < high
                """);

        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(20);
    }

    private List<String> best(int count, String program) {
        return new WrongAnswer(folder, program).repaired().stream().limit(count).toList();
    }

    @Test
    void anAnswerForAllItemsIsGivenAfterTheLoop() {
        assertThat(best(12, """
                def sorted_up(pairs):
                    for low, high in pairs:
                        if low <= high:
                            return True
                        else:
                            return False
                """)).anyMatch(text -> text.contains("if low > high:\n            return False\n    return True"));
    }

    @Test
    void theLastPartIsHandedOutToo() {
        assertThat(best(12, """
                def paragraphs(lines):
                    found, part = [], []
                    for line in lines:
                        if not line:
                            found.append(part)
                            part = []
                        else:
                            part.append(line)
                    return found
                """)).anyMatch(text -> text.contains("    if part:\n        found.append(part)\n    return found"));
    }

    @Test
    void theOtherHalfOfAMergeIsAddedToo() {
        assertThat(best(12, """
                def merged(old, new):
                    out = []
                    a = b = 0
                    while a < len(old) and b < len(new):
                        if old[a] < new[b]:
                            out.append(old[a])
                            a += 1
                        else:
                            out.append(new[b])
                            b += 1
                    return out + old[a:]
                """)).anyMatch(text -> text.contains("out + old[a:] + new[b:]"));
    }

    @Test
    void aGeneratorHandsOutWhatItsChildrenYield() {
        assertThat(best(8, """
                def leaves(tree):
                    for branch in tree:
                        if isinstance(branch, list):
                            leaves(branch)
                        else:
                            yield branch
                """)).anyMatch(text -> text.contains("yield from leaves(branch)"));
    }

    @Test
    void theSmallestBeginsWithTheFirst() {
        assertThat(best(12, """
                def cheapest(offers):
                    best = 0
                    for offer in offers:
                        if offer < best:
                            best = offer
                    return best
                """)).anyMatch(text -> text.contains("best = offers[0]"));
    }

    @Test
    void aLoopThatNeverGoesOnDoes() {
        assertThat(best(8, """
                def digits(number):
                    count = 1
                    while number > 9:
                        number //= 10
                    return count
                """)).anyMatch(text -> text.contains("        count += 1"));
    }

    @Test
    void anInsertedBranchIsKept() {
        assertThat(best(10, """
                class Leaf:
                    def __init__(self, key):
                        self.key, self.low, self.high = key, None, None

                def planted(tree, key):
                    if tree is None:
                        return Leaf(key)
                    if key < tree.key:
                        planted(tree.low, key)
                    else:
                        tree.high = planted(tree.high, key)
                    return tree
                """)).anyMatch(text -> text.contains("        tree.low = planted(tree.low, key)"));
    }

    @Test
    void aValueOnlyCalculatedIsReturned() {
        assertThat(best(6, """
                def done(tasks):
                    finished = [task for task in tasks if task.done]
                    len(finished)
                """)).anyMatch(text -> text.contains("    return len(finished)"));
    }

    @Test
    void aNumberAmongTextsIsWrittenAsText() {
        assertThat(best(8, """
                def is_on(word):
                    return word.lower() in ("on", "yes", 1)
                """)).anyMatch(text -> text.contains("(\"on\", \"yes\", \"1\")"));
    }

    @Test
    void whatIsLeftToItsDefaultIsHandedOn() {
        assertThat(best(12, """
                def shown(amount, unit="m"):
                    return f"{amount} {unit}"

                def doubled(amount, unit):
                    return shown(amount * 2)
                """)).anyMatch(text -> text.contains("shown(amount * 2, unit)"));
    }

    @Test
    void argumentsAreHandedOnOneByOne() {
        assertThat(best(8, """
                def call(handlers, *args):
                    return [handler(args) for handler in handlers]
                """)).anyMatch(text -> text.contains("handler(*args)"));
    }
}
