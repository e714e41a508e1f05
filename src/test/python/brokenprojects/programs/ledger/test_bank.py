import json
import unittest
from datetime import date

from account import Account, CheckingAccount, InsufficientFunds, SavingsAccount
from bank import Bank
from main import build
from money import Money


class MoneyTest(unittest.TestCase):
    def test_parse(self):
        self.assertEqual(Money.parse("12.5").cents, 1250)
        self.assertEqual(Money.parse("7").cents, 700)
        self.assertEqual(Money.parse("-3.25 USD"), Money(-325, "USD"))

    def test_text(self):
        self.assertEqual(str(Money(1205)), "12.05 EUR")
        self.assertEqual(str(Money(-325, "USD")), "-3.25 USD")

    def test_sums(self):
        self.assertEqual(Money(150) + Money(275), Money(425))
        self.assertEqual(Money(150) - Money(275), Money(-125))

    def test_mixed(self):
        with self.assertRaises(ValueError):
            Money(1) + Money(1, "USD")

    def test_order(self):
        self.assertTrue(Money(1) < Money(2))
        self.assertTrue(Money(2) >= Money(2))
        self.assertFalse(Money(2) < Money(2))

    def test_share(self):
        self.assertEqual([m.cents for m in Money(1000).share(3)], [334, 333, 333])
        self.assertEqual([m.cents for m in Money(1001).share(2)], [501, 500])


class AccountTest(unittest.TestCase):
    def test_balance(self):
        account = Account("Al", 9)
        account.deposit(Money(500))
        self.assertEqual(account.withdraw(Money(200)), Money(300))
        self.assertEqual(account.withdraw(Money(300)), Money(0))

    def test_not_enough(self):
        account = Account("Al", 9)
        with self.assertRaises(InsufficientFunds) as caught:
            account.withdraw(Money(1))
        self.assertEqual(str(caught.exception), "Al has 0.00 EUR, not 0.01 EUR")

    def test_deposit_must_be_positive(self):
        with self.assertRaises(ValueError):
            Account("Al", 9).deposit(Money(0))

    def test_overdraft(self):
        account = CheckingAccount("Cy", 3, Money(100))
        self.assertEqual(account.withdraw(Money(100)), Money(-100))
        with self.assertRaises(InsufficientFunds):
            account.withdraw(Money(1))

    def test_interest(self):
        account = SavingsAccount("Di", 4, 0.05)
        account.deposit(Money(1000))
        self.assertEqual(account.add_interest(date(2024, 12, 31)), Money(50))
        self.assertEqual(account.balance(), Money(1050))

    def test_statement(self):
        account = Account("Al", 9)
        account.deposit(Money(500), date(2024, 1, 10))
        account.deposit(Money(700), date(2024, 2, 10), "gift")
        account.withdraw(Money(100), date(2024, 3, 10))
        self.assertEqual(account.statement(date(2024, 2, 10), date(2024, 3, 10)), ["2024-02-10 7.00 EUR gift", "2024-03-10 -1.00 EUR withdrawal"])


class BankTest(unittest.TestCase):
    def test_numbers(self):
        self.assertEqual(build().owners(), {"Ann": 1, "Bob": 2})

    def test_transfer(self):
        bank = build()
        bank.transfer(2, 1, Money(10000))
        self.assertEqual(bank.accounts[1].balance(), Money(22050))
        self.assertEqual(bank.accounts[2].entries[-1].text, "to Ann")
        self.assertEqual(bank.accounts[1].entries[-1].text, "from Bob")

    def test_total(self):
        self.assertEqual(str(build().total()), "1120.50 EUR")

    def test_richest(self):
        self.assertEqual(build().richest(), ["Bob", "Ann"])

    def test_json(self):
        data = json.loads(build().to_json())
        self.assertEqual(data["count"], 2)
        self.assertEqual(data["accounts"][0], {"number": 1, "owner": "Ann", "cents": 12050})

    def test_round_trip(self):
        bank = build()
        bank.open("Zed")
        again = Bank.from_json(bank.to_json())
        self.assertEqual(again.total(), bank.total())
        self.assertEqual(len(again.accounts), 3)


if __name__ == "__main__":
    unittest.main()
