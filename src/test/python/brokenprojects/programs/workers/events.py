"""Tells listeners what happens."""
from collections import defaultdict


class Bus:
    def __init__(self):
        self.listeners = defaultdict(list)
        self.counts = {}

    def on(self, topic, listener):
        self.listeners[topic].append(listener)
        return lambda: self.listeners[topic].remove(listener)

    def emit(self, topic, *values):
        self.counts[topic] = self.counts.get(topic, 0) + 1
        answers = []
        for listener in list(self.listeners[topic]):
            answers.append(listener(*values))
        return answers

    def topics(self):
        return sorted(topic for topic, listeners in self.listeners.items() if listeners)


def counter():
    """A function that counts its calls."""
    count = 0

    def step():
        nonlocal count
        count += 1
        return count
    return step


def multipliers(factors):
    functions = []
    for factor in factors:
        functions.append(lambda value, factor=factor: value * factor)
    return functions
