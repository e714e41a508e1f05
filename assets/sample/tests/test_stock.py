import unittest

from shop.stock import Shelf


class StockTest(unittest.TestCase):
    def setUp(self):
        self.shelf = Shelf()
        self.shelf.put("tea", 2.50, 12)
        self.shelf.put("honey", 6.00, 2)

    def test_taking_costs_the_price(self):
        self.assertEqual(7.50, self.shelf.take("tea", 3))
        self.assertEqual(9, self.shelf.items["tea"].quantity)

    def test_cannot_take_more_than_there_is(self):
        with self.assertRaises(ValueError):
            self.shelf.take("honey", 5)

    def test_value_counts_every_piece(self):
        self.assertEqual(42.00, self.shelf.value())


if __name__ == "__main__":
    unittest.main()
