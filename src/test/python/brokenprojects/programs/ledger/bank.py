"""A bank with many accounts."""
import json

from account import Account, CheckingAccount, SavingsAccount
from money import Money


class Bank:
    def __init__(self):
        self.accounts = {}
        self.next_number = 1

    def open(self, owner, kind="plain", **options):
        number = self.next_number
        if kind == "savings":
            account = SavingsAccount(owner, number, options.get("rate", 0.01))
        elif kind == "checking":
            account = CheckingAccount(owner, number, options.get("overdraft", Money(0)))
        else:
            account = Account(owner, number)
        self.accounts[number] = account
        self.next_number += 1
        return account

    def transfer(self, source, target, amount):
        giver = self.accounts[source]
        taker = self.accounts[target]
        giver.withdraw(amount, text="to " + taker.owner)
        taker.deposit(amount, text="from " + giver.owner)

    def total(self):
        result = Money(0)
        for number in sorted(self.accounts):
            result = result + self.accounts[number].balance()
        return result

    def richest(self):
        ranked = sorted(self.accounts.values(), key=lambda account: account.balance(), reverse=True)
        return [account.owner for account in ranked]

    def owners(self):
        return {account.owner: number for number, account in self.accounts.items()}

    def to_json(self):
        data = {"accounts": [], "count": len(self.accounts)}
        for number, account in self.accounts.items():
            data["accounts"].append({"number": number, "owner": account.owner, "cents": account.balance().cents})
        return json.dumps(data, sort_keys=True)

    @classmethod
    def from_json(cls, text):
        bank = cls()
        for record in json.loads(text)["accounts"]:
            account = bank.open(record["owner"])
            if record["cents"]:
                account.deposit(Money(record["cents"]))
        return bank
