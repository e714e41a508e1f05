from calculations import change, evaluate, gcd, hanoi, knapsack, pascal, prime_factors, primes_below, square_root, to_base
from graphs import cheapest, components, from_list, island_sizes, reverse_linked, steps_between, to_list
from sequences import bubble_sort, caesar, find_in_sorted, is_balanced, longest_common, max_sublist_sum, power_set, quicksort, run_length


def main():
    print(quicksort([3, 1, 2, 3]), bubble_sort([3, 1, 2]), find_in_sorted([1, 4, 9], 9))
    print(max_sublist_sum([4, -5, 2, 1, -1, 3]), longest_common("headache", "teach"), is_balanced("[(])"))
    print(run_length("aaab"), caesar("xyz abc", 3), len(power_set([1, 2, 3])))
    print(gcd(35, 21), primes_below(20), prime_factors(84), pascal(4), to_base(255, 16))
    print(round(square_root(2), 3), change(11, [1, 5, 6]), knapsack(10, [(5, 10), (4, 40), (6, 30)]), len(hanoi(4)))
    print(evaluate([3, 5, "+", 2, "/"]), to_list(reverse_linked(from_list([1, 2, 3]))))
    roads = {"a": ["b"], "b": ["c", "d"], "d": ["e"]}
    print(steps_between(roads, "a", "e"), cheapest({"a": {"b": 2, "c": 9}, "b": {"c": 3}}, "a"))
    print(components({1: [2], 2: [1], 3: []}), island_sizes([[1, 0], [1, 1]]))


if __name__ == "__main__":
    main()
