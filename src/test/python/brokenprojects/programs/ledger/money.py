"""Amounts of money in cents."""
from functools import total_ordering


@total_ordering
class Money:
    def __init__(self, cents, currency="EUR"):
        self.cents = cents
        self.currency = currency

    @classmethod
    def parse(cls, text):
        number, _, currency = text.strip().partition(" ")
        whole, _, fraction = number.partition(".")
        fraction = (fraction + "00")[:2]
        sign = -1 if whole.startswith("-") else 1
        return cls(int(whole) * 100 + sign * int(fraction), currency or "EUR")

    def _check(self, other):
        if self.currency != other.currency:
            raise ValueError("cannot mix " + self.currency + " and " + other.currency)

    def __add__(self, other):
        self._check(other)
        return Money(self.cents + other.cents, self.currency)

    def __sub__(self, other):
        self._check(other)
        return Money(self.cents - other.cents, self.currency)

    def __eq__(self, other):
        return self.cents == other.cents and self.currency == other.currency

    def __lt__(self, other):
        self._check(other)
        return self.cents < other.cents

    def __hash__(self):
        return hash((self.cents, self.currency))

    def __str__(self):
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), 100)
        return f"{sign}{whole}.{rest:02d} {self.currency}"

    def share(self, parts):
        """Splits without losing a cent."""
        base, extra = divmod(self.cents, parts)
        return [Money(base + (1 if i < extra else 0), self.currency) for i in range(parts)]
