package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class LostPropertyTest {
    private final RuleExamples examples = RuleExamples.of(new LostProperty(), new MethodNotCalled());

    @Test
    void aSumOfWhatLooksLikeNumbers() {
        examples.heals("""
                class Sale:
                    def __init__(self, units, price):
                        self.units, self.price = units, price

                    def total(self):
                        return self.units * self.price

                sales = [Sale(2, 3), Sale(1, 4)]
                assert sum(sale.total for sale in sales) == 10
                assert sales[0].total == 6
                """, "    @property\n    def total(self):");
    }

    @Test
    void anOrder() {
        examples.heals("""
                class Runner:
                    def __init__(self, name, laps):
                        self.name = name
                        self.laps = laps

                    def best(self):
                        return min(self.laps)

                    def beats(self, other):
                        return self.best < other.best

                assert Runner("Ada", [61, 58]).beats(Runner("Bob", [60]))
                """, "@property\n    def best(self):");
    }

    @Test
    void aPartOfAShape() {
        examples.heals("""
                class Grid:
                    rows = [[1, 2, 3], [4, 5, 6]]

                    def shape(self):
                        return len(self.rows), len(self.rows[0])

                grid = Grid()
                width = grid.shape[1]
                height = grid.shape[0]
                assert width * height == 6
                """, "@property\n    def shape(self):");
    }

    @Test
    void aListThatIsWalked() {
        examples.heals("""
                class Node:
                    def __init__(self, *below):
                        self.below = below

                    def children(self):
                        return list(self.below)

                def count(node):
                    return 1 + sum(count(child) for child in node.children)

                tree = Node(Node(), Node(Node()))
                assert count(tree) == 4
                assert len(tree.children) == 2
                """, "@property\n    def children(self):");
    }

    @Test
    void aClassInAnotherFile() {
        examples.heals("""
                from account import Account

                account = Account([5, -2])
                if account.balance < 0:
                    raise SystemExit(1)
                assert account.balance == 3
                #--- account.py
                class Account:
                    def __init__(self, bookings):
                        self.bookings = bookings

                    def balance(self):
                        return sum(self.bookings)
                """, "@property\n    def balance(self):");
    }

    @Test
    void notForAMethodThatIsCalledElsewhere() {
        RuleExamples.of(new LostProperty()).leavesAlone("""
                class Door:
                    def size(self):
                        return 3

                assert Door().size() == 3
                Door().size + 1
                """);
    }

    @Test
    void notForAMethodThatTakesSomething() {
        RuleExamples.of(new LostProperty()).leavesAlone("""
                class Price:
                    def gross(self, rate):
                        return rate

                Price().gross * 2
                """);
    }

    @Test
    void notForABuiltin() {
        RuleExamples.of(new LostProperty()).leavesAlone("""
                words = ["a", "b"]
                words.copy + ["c"]
                """);
    }
}
