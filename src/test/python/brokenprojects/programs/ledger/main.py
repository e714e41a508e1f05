from datetime import date

from bank import Bank
from money import Money


def build():
    bank = Bank()
    ann = bank.open("Ann", "checking", overdraft=Money.parse("50.00 EUR"))
    bob = bank.open("Bob", "savings", rate=0.02)
    ann.deposit(Money.parse("120.50"), date(2024, 3, 1))
    bob.deposit(Money.parse("1000"), date(2024, 3, 2), "salary")
    return bank


def main():
    bank = build()
    bank.transfer(2, 1, Money.parse("99.99"))
    print(bank.accounts[2].add_interest(date(2024, 12, 31)))
    print(bank.accounts[1].withdraw(Money(26000)))
    print(bank.total(), bank.richest(), bank.owners())
    for line in bank.accounts[2].statement(date(2024, 1, 1), date(2024, 3, 31)):
        print(line)
    print([str(part) for part in Money(1000).share(3)])
    print(Bank.from_json(build().to_json()).total())


if __name__ == "__main__":
    main()
