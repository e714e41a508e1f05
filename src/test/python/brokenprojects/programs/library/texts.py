"""Helpers for text and lists."""
import string


def slug(title):
    kept = []
    for char in title.lower():
        if char.isalnum():
            kept.append(char)
        elif char == " " and kept and kept[-1] != "-":
            kept.append("-")
    return "".join(kept).strip("-")


def wrap(text, width):
    lines = []
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = line + " " + word if line else word
    if line:
        lines.append(line)
    return lines


def frequencies(text):
    counts = {}
    for word in text.lower().split():
        word = word.strip(string.punctuation)
        if word:
            counts[word] = counts.get(word, 0) + 1
    return counts


def most_common(text, count):
    pairs = sorted(frequencies(text).items(), key=lambda pair: (-pair[1], pair[0]))
    return [word for word, _ in pairs[:count]]


def binary_search(items, wanted):
    low = 0
    high = len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


def flatten(nested):
    flat = []
    for item in nested:
        if isinstance(item, list):
            flat.extend(flatten(item))
        else:
            flat.append(item)
    return flat


def is_palindrome(text):
    letters = [char for char in text.lower() if char.isalpha()]
    return letters == letters[::-1]


def distance(first, second):
    """How many edits turn one word into the other."""
    if not first:
        return len(second)
    if not second:
        return len(first)
    if first[0] == second[0]:
        return distance(first[1:], second[1:])
    return 1 + min(distance(first[1:], second), distance(first, second[1:]), distance(first[1:], second[1:]))


def group_by(items, key):
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups
