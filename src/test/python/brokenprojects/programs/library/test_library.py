import unittest
from datetime import date

from books import Book, Library, Member, late_fee, parse_date
from main import build
from texts import binary_search, distance, flatten, frequencies, group_by, is_palindrome, most_common, slug, wrap


class BooksTest(unittest.TestCase):
    def setUp(self):
        self.library = build()
        self.library.join("Eve")

    def test_text(self):
        self.assertEqual(str(Book("Emma", "Jane Austen", 1815)), "Emma by Jane Austen (1815)")
        self.assertEqual(Book("x", "ursula k. guin", 1).initials(), "U.K.G.")

    def test_lend(self):
        self.assertEqual(self.library.lend("Emma", "Eve", date(2024, 2, 1)), date(2024, 2, 22))
        self.assertEqual(self.library.books["Emma"].copies, 1)

    def test_no_copies(self):
        self.library.lend("Dracula", "Eve", date(2024, 2, 1))
        self.library.join("Max")
        self.assertIsNone(self.library.lend("Dracula", "Max", date(2024, 2, 1)))

    def test_at_most_three(self):
        self.assertTrue(Member("a", {"x": 1, "y": 2}).can_borrow())
        self.assertFalse(Member("a", {"x": 1, "y": 2, "z": 3}).can_borrow())

    def test_join_twice(self):
        self.assertIs(self.library.join("Eve"), self.library.members["Eve"])
        self.assertEqual(len(self.library.members), 1)

    def test_separate_loans(self):
        first, second = Member("a"), Member("b")
        first.loans["x"] = 1
        self.assertEqual(second.loans, {})

    def test_give_back(self):
        self.library.lend("Emma", "Eve", date(2024, 2, 1))
        self.assertEqual(self.library.give_back("Emma", "Eve", date(2024, 2, 26)), 1.0)
        self.assertEqual(self.library.books["Emma"].copies, 2)
        self.assertEqual(self.library.members["Eve"].loans, {})

    def test_fee(self):
        self.assertEqual([late_fee(date(2024, 1, 10), date(2024, 1, day)) for day in (9, 10, 11, 14)], [0.0, 0.0, 0.25, 1.0])
        self.assertEqual(late_fee(date(2023, 1, 1), date(2024, 1, 1)), 10.0)

    def test_overdue(self):
        self.library.lend("Emma", "Eve", date(2024, 2, 1))
        self.assertEqual(self.library.overdue(date(2024, 2, 22)), [])
        self.assertEqual(self.library.overdue(date(2024, 2, 24)), [("Eve", "Emma", 2)])

    def test_by_author(self):
        self.assertEqual([book.title for book in self.library.by_author("Jane Austen")], ["Emma", "Persuasion"])

    def test_remove(self):
        self.library.lend("Dracula", "Eve", date(2024, 2, 1))
        self.assertEqual(self.library.remove_unavailable(), ["Dracula"])
        self.assertEqual(len(self.library.books), 2)

    def test_parse(self):
        self.assertEqual(parse_date("31.12.2023"), date(2023, 12, 31))


class TextsTest(unittest.TestCase):
    def test_slug(self):
        self.assertEqual([slug("The Old  Man!"), slug(" A & B ")], ["the-old-man", "a-b"])

    def test_wrap(self):
        self.assertEqual(wrap("aa bb cc dddd", 5), ["aa bb", "cc", "dddd"])
        self.assertEqual(wrap("", 5), [])

    def test_frequencies(self):
        self.assertEqual(frequencies("A cat, a dog."), {"a": 2, "cat": 1, "dog": 1})

    def test_common(self):
        self.assertEqual(most_common("b a b c a b", 2), ["b", "a"])

    def test_search(self):
        self.assertEqual([binary_search([1, 3, 5, 7], n) for n in (1, 5, 7, 4, 9)], [0, 2, 3, -1, -1])
        self.assertEqual(binary_search([], 1), -1)

    def test_flatten(self):
        self.assertEqual(flatten([1, [2, [3, [4]]], [], 5]), [1, 2, 3, 4, 5])

    def test_palindrome(self):
        self.assertTrue(is_palindrome("Never odd or even"))
        self.assertFalse(is_palindrome("ab"))

    def test_distance(self):
        self.assertEqual([distance("kitten", "sitting"), distance("", "ab"), distance("abc", "abc"), distance("ab", "b")], [3, 2, 0, 1])

    def test_group(self):
        self.assertEqual(group_by([1, 2, 3, 4], lambda n: n % 2), {1: [1, 3], 0: [2, 4]})


if __name__ == "__main__":
    unittest.main()
