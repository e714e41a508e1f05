import unittest

from calculations import (bit_count, change, evaluate, gcd, hanoi, knapsack, mean_and_spread, pascal, prime_factors, primes_below, square_root,
                          to_base)
from graphs import (Node, cheapest, components, from_list, has_cycle, island_sizes, reverse_linked, steps_between, to_list, transpose)
from sequences import (bubble_sort, caesar, find_in_sorted, is_balanced, longest_common, max_sublist_sum, merge_sorted, permutations, power_set,
                       quicksort, run_length, second_largest)


class SequencesTest(unittest.TestCase):
    def test_quicksort(self):
        self.assertEqual(quicksort([3, 1, 4, 1, 5, 9, 2, 6, 5]), [1, 1, 2, 3, 4, 5, 5, 6, 9])
        self.assertEqual(quicksort([]), [])

    def test_merge(self):
        self.assertEqual(merge_sorted([1, 3, 5], [2, 3, 8, 9]), [1, 2, 3, 3, 5, 8, 9])
        self.assertEqual(merge_sorted([], [1]), [1])

    def test_bubble(self):
        self.assertEqual(bubble_sort([5, 4, 3, 2, 1]), [1, 2, 3, 4, 5])
        self.assertEqual(bubble_sort([1, 2]), [1, 2])

    def test_find(self):
        self.assertEqual([find_in_sorted([1, 3, 5, 7], n) for n in (1, 3, 7, 4, 8)], [0, 1, 3, -1, -1])

    def test_sublist(self):
        self.assertEqual(max_sublist_sum([4, -5, 2, 1, -1, 3]), 5)
        self.assertEqual(max_sublist_sum([-1, -2]), 0)

    def test_common(self):
        self.assertEqual(longest_common("headache", "teach"), 4)
        self.assertEqual(longest_common("", "abc"), 0)

    def test_balanced(self):
        self.assertEqual([is_balanced(t) for t in ("([]){}", "([)]", "((", "))", "")], [True, False, False, False, True])

    def test_run_length(self):
        self.assertEqual([run_length("aaabcc"), run_length("z"), run_length("")], ["3a1b2c", "1z", ""])

    def test_caesar(self):
        self.assertEqual(caesar("hello, World", 3), "khoor, Wruog")
        self.assertEqual(caesar(caesar("xyz", 5), -5), "xyz")

    def test_power_set(self):
        self.assertEqual(power_set([1, 2]), [[], [1], [2], [1, 2]])

    def test_permutations(self):
        self.assertEqual(permutations([1, 2, 3])[:3], [[1, 2, 3], [1, 3, 2], [2, 1, 3]])
        self.assertEqual(len(permutations([1, 2, 3, 4])), 24)

    def test_second(self):
        self.assertEqual([second_largest([1, 5, 3, 5]), second_largest([2]), second_largest([9, 1, 4])], [3, None, 4])


class CalculationsTest(unittest.TestCase):
    def test_gcd(self):
        self.assertEqual([gcd(35, 21), gcd(13, 5), gcd(0, 7)], [7, 1, 7])

    def test_primes(self):
        self.assertEqual(primes_below(20), [2, 3, 5, 7, 11, 13, 17, 19])
        self.assertEqual(primes_below(26)[-1], 23)

    def test_factors(self):
        self.assertEqual([prime_factors(84), prime_factors(97), prime_factors(49)], [[2, 2, 3, 7], [97], [7, 7]])

    def test_pascal(self):
        self.assertEqual(pascal(4), [[1], [1, 1], [1, 2, 1], [1, 3, 3, 1]])

    def test_base(self):
        self.assertEqual([to_base(255, 16), to_base(10, 2), to_base(0, 3), to_base(16, 16)], ["ff", "1010", "0", "10"])

    def test_bits(self):
        self.assertEqual([bit_count(n) for n in (0, 1, 127, 128)], [0, 1, 7, 1])

    def test_root(self):
        self.assertAlmostEqual(square_root(2), 1.41421, places=4)
        self.assertAlmostEqual(square_root(0.25), 0.5, places=3)

    def test_change(self):
        self.assertEqual([change(11, [1, 5, 6]), change(3, [2]), change(0, [1]), change(10, [5])], [2, None, 0, 2])

    def test_knapsack(self):
        self.assertEqual(knapsack(10, [(5, 10), (4, 40), (6, 30)]), 70)
        self.assertEqual(knapsack(3, [(4, 9), (3, 5)]), 5)

    def test_hanoi(self):
        self.assertEqual(hanoi(2), [("a", "b"), ("a", "c"), ("b", "c")])
        self.assertEqual(len(hanoi(5)), 31)

    def test_evaluate(self):
        self.assertEqual([evaluate([3, 5, "+", 2, "/"]), evaluate([2, 3, "-"]), evaluate([4, 2, "*"])], [4, -1, 8])

    def test_spread(self):
        self.assertEqual(mean_and_spread([2, 4, 4, 4, 5, 5, 7, 9]), (5.0, 2.0))
        self.assertEqual(mean_and_spread([]), (0.0, 0.0))


class GraphsTest(unittest.TestCase):
    def test_linked(self):
        self.assertEqual(to_list(from_list([1, 2, 3])), [1, 2, 3])
        self.assertIsNone(from_list([]))

    def test_reverse(self):
        self.assertEqual(to_list(reverse_linked(from_list([1, 2, 3]))), [3, 2, 1])

    def test_steps(self):
        graph = {"a": ["b"], "b": ["c", "d"], "d": ["e"], "e": ["a"]}
        self.assertEqual([steps_between(graph, "a", "e"), steps_between(graph, "a", "a"), steps_between(graph, "c", "a")], [3, 0, -1])

    def test_cheapest(self):
        self.assertEqual(cheapest({"a": {"b": 2, "c": 9}, "b": {"c": 3}}, "a"), {"a": 0, "b": 2, "c": 5})

    def test_components(self):
        self.assertEqual(components({1: [2], 2: [1, 3], 3: [2], 4: []}), [[1, 2, 3], [4]])

    def test_cycle(self):
        last = Node(3)
        ring = Node(1, Node(2, last))
        self.assertFalse(has_cycle(ring))
        last.successor = ring
        self.assertTrue(has_cycle(ring))

    def test_transpose(self):
        self.assertEqual(transpose([[1, 2, 3], [4, 5, 6]]), [[1, 4], [2, 5], [3, 6]])
        self.assertEqual(transpose([]), [])

    def test_islands(self):
        self.assertEqual(island_sizes([[1, 1, 0], [0, 0, 0], [1, 0, 1]]), [1, 1, 2])
        self.assertEqual(island_sizes([]), [])


if __name__ == "__main__":
    unittest.main()
