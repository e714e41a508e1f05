"""Rules that call for a person."""
from stats import error_rate, slowest


class Alert:
    def __init__(self, name, text):
        self.name = name
        self.text = text

    def __eq__(self, other):
        return (self.name, self.text) == (other.name, other.text)


class Rule:
    name = "rule"

    def check(self, records):
        raise NotImplementedError

    def alert(self, text):
        return Alert(self.name, text)


class TooManyErrors(Rule):
    name = "errors"

    def __init__(self, limit):
        self.limit = limit

    def check(self, records):
        rate = error_rate(records)
        if rate > self.limit:
            return self.alert(f"{rate:.0%} errors")
        return None


class TooSlow(Rule):
    name = "slow"

    def __init__(self, limit_ms):
        self.limit_ms = limit_ms

    def check(self, records):
        worst = slowest(records)
        if worst is None:
            return None
        taken = int(worst.fields()["ms"])
        return self.alert(worst.service + " took " + str(taken) + " ms") if taken > self.limit_ms else None


def run_rules(rules, records):
    found = []
    for rule in rules:
        alert = rule.check(records)
        if alert:
            found.append(alert)
    return found
