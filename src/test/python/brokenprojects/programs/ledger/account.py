"""Accounts and what happens to them."""
from datetime import date

from money import Money


class InsufficientFunds(Exception):
    def __init__(self, account, wanted):
        super().__init__(f"{account.owner} has {account.balance()}, not {wanted}")
        self.account = account


class Entry:
    def __init__(self, day, amount, text):
        self.day = day
        self.amount = amount
        self.text = text


class Account:
    def __init__(self, owner, number):
        self.owner = owner
        self.number = number
        self.entries = []

    def balance(self):
        total = Money(0)
        for entry in self.entries:
            total = total + entry.amount
        return total

    def deposit(self, amount, day=None, text="deposit"):
        if amount <= Money(0):
            raise ValueError("amount must be positive")
        self.entries.append(Entry(day or date(2024, 1, 1), amount, text))
        return self.balance()

    def withdraw(self, amount, day=None, text="withdrawal"):
        if not self.can_pay(amount):
            raise InsufficientFunds(self, amount)
        self.entries.append(Entry(day or date(2024, 1, 1), Money(0) - amount, text))
        return self.balance()

    def can_pay(self, amount):
        return self.balance() >= amount

    def statement(self, start, end):
        lines = []
        for entry in self.entries:
            if start <= entry.day <= end:
                lines.append(f"{entry.day.isoformat()} {entry.amount} {entry.text}")
        return lines


class SavingsAccount(Account):
    def __init__(self, owner, number, rate):
        super().__init__(owner, number)
        self.rate = rate

    def add_interest(self, day):
        interest = Money(round(self.balance().cents * self.rate))
        self.entries.append(Entry(day, interest, "interest"))
        return interest


class CheckingAccount(Account):
    def __init__(self, owner, number, overdraft=Money(0)):
        super().__init__(owner, number)
        self.overdraft = overdraft

    def can_pay(self, amount):
        return self.balance() + self.overdraft >= amount
