"""Classic exercises on lists and text."""


def quicksort(values):
    if len(values) <= 1:
        return list(values)
    pivot = values[0]
    smaller = [v for v in values[1:] if v < pivot]
    larger = [v for v in values[1:] if v >= pivot]
    return quicksort(smaller) + [pivot] + quicksort(larger)


def merge_sorted(left, right):
    result = []
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    result.extend(left[i:])
    result.extend(right[j:])
    return result


def bubble_sort(values):
    items = list(values)
    for end in range(len(items) - 1, 0, -1):
        swapped = False
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
                swapped = True
        if not swapped:
            break
    return items


def find_in_sorted(values, wanted):
    start, end = 0, len(values)
    while start < end:
        middle = start + (end - start) // 2
        if values[middle] < wanted:
            start = middle + 1
        elif values[middle] > wanted:
            end = middle
        else:
            return middle
    return -1


def max_sublist_sum(values):
    best = 0
    current = 0
    for value in values:
        current = max(current + value, 0)
        best = max(best, current)
    return best


def longest_common(first, second):
    lengths = [[0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in range(1, len(first) + 1):
        for j in range(1, len(second) + 1):
            if first[i - 1] == second[j - 1]:
                lengths[i][j] = lengths[i - 1][j - 1] + 1
            else:
                lengths[i][j] = max(lengths[i - 1][j], lengths[i][j - 1])
    return lengths[-1][-1]


def is_balanced(text):
    closing = {")": "(", "]": "[", "}": "{"}
    open_ones = []
    for char in text:
        if char in closing.values():
            open_ones.append(char)
        elif char in closing:
            if not open_ones or open_ones.pop() != closing[char]:
                return False
    return not open_ones


def run_length(text):
    pieces = []
    count = 0
    for i, char in enumerate(text):
        count += 1
        if i + 1 == len(text) or text[i + 1] != char:
            pieces.append(f"{count}{char}")
            count = 0
    return "".join(pieces)


def caesar(text, shift):
    result = ""
    for char in text:
        if char.islower():
            result += chr((ord(char) - ord("a") + shift) % 26 + ord("a"))
        else:
            result += char
    return result


def power_set(items):
    subsets = [[]]
    for item in items:
        subsets += [subset + [item] for subset in subsets]
    return subsets


def permutations(items):
    if not items:
        return [[]]
    found = []
    for i, first in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            found.append([first] + rest)
    return found


def second_largest(values):
    largest = second = None
    for value in values:
        if largest is None or value > largest:
            largest, second = value, largest
        elif value != largest and (second is None or value > second):
            second = value
    return second
