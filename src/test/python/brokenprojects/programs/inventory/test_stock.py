import unittest

from main import fill
from pricing import average_price, boxes_needed, discount_for, net_price, price_label, with_tax
from report import rows, search, summary
from stock import OutOfStock, Product, Warehouse


class StockTest(unittest.TestCase):
    def setUp(self):
        self.warehouse = fill()

    def test_adding_again_adds_up(self):
        self.warehouse.add(Product("n1", "Nut", 0.25, 6))
        self.assertEqual(self.warehouse.find("n1").quantity, 10)

    def test_taking(self):
        self.assertEqual(self.warehouse.take("b1", 15), 25)
        self.assertEqual(self.warehouse.take("b1", 25), 0)

    def test_taking_too_many(self):
        with self.assertRaises(OutOfStock):
            self.warehouse.take("n1", 5)

    def test_taking_the_unknown(self):
        with self.assertRaises(KeyError):
            self.warehouse.take("zz", 1)

    def test_total_value(self):
        self.assertEqual(self.warehouse.total_value(), 141.0)

    def test_low_stock(self):
        self.assertEqual(self.warehouse.low_stock(), ["Nut"])
        self.assertEqual(self.warehouse.low_stock(10), ["Nut", "Plank"])

    def test_groups(self):
        self.assertEqual(self.warehouse.by_label(), {"metal": ["b1", "n1"], "small": ["b1"], "wood": ["p1"]})

    def test_cheapest(self):
        self.assertEqual(self.warehouse.cheapest().sku, "n1")
        self.assertIsNone(Warehouse("empty").cheapest())

    def test_movements(self):
        self.warehouse.take("b1", 3)
        self.warehouse.take("p1", 2)
        self.assertEqual(self.warehouse.movements("take"), 5)
        self.assertEqual(self.warehouse.movements("add"), 54)


class PricingTest(unittest.TestCase):
    def test_discounts(self):
        self.assertEqual([discount_for(n) for n in (1, 9, 10, 49, 50, 100, 250)], [0.0, 0.0, 0.05, 0.05, 0.1, 0.15, 0.15])

    def test_net_price(self):
        self.assertEqual(net_price(Product("b1", "Bolt", 0.5), 60), 27.0)
        self.assertEqual(net_price(Product("b1", "Bolt", 0.5), 2), 1.0)

    def test_tax(self):
        self.assertEqual(with_tax(100), 120.0)
        self.assertEqual(with_tax(50, 0.1), 55.0)

    def test_boxes(self):
        self.assertEqual([boxes_needed(n) for n in (0, 1, 12, 13, 25)], [0, 1, 1, 2, 3])

    def test_average(self):
        self.assertEqual(average_price([]), 0.0)
        self.assertEqual(average_price([Product("a", "A", 1.0), Product("b", "B", 4.0)]), 2.5)

    def test_label(self):
        self.assertEqual(price_label(Product("p1", "Plank", 12.0)), "Plank: 12.0 EUR")


class ReportTest(unittest.TestCase):
    def test_rows(self):
        self.assertEqual(rows(fill()), ["1. Bolt x40", "2. Nut x4", "3. Plank x10"])

    def test_summary(self):
        self.assertEqual(summary(fill()), "NORTH: 3 items worth 141.00 (169.20 with tax), low: Nut")

    def test_search(self):
        self.assertEqual(search(fill(), " NUT "), ["n1"])
        self.assertEqual(search(fill(), "l"), ["b1", "p1"])


if __name__ == "__main__":
    unittest.main()
