import unittest

from shop.report import low_stock, summary
from shop.stock import Shelf


class ReportTest(unittest.TestCase):
    def setUp(self):
        self.shelf = Shelf()
        self.shelf.put("tea", 2.50, 12)
        self.shelf.put("honey", 6.00, 2)

    def test_low_stock_names_what_runs_out(self):
        self.assertEqual(["honey"], low_stock(self.shelf))

    def test_summary_counts_items(self):
        self.assertEqual("Items: 2, order again: honey", summary(self.shelf))


if __name__ == "__main__":
    unittest.main()
