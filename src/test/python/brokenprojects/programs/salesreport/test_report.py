import json
import os
import tempfile
import unittest
from datetime import date

from analysis import best_seller, by_region, growth, median_price, monthly, revenue, top, units_by_product
from loader import Sale, default_sales, parse_day, parse_units, read_sales
from output import as_json, headline, region_table, table, to_csv


def written(text):
    handle, path = tempfile.mkstemp(suffix=".csv")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return path


class LoaderTest(unittest.TestCase):
    def test_units(self):
        self.assertEqual([parse_units("3"), parse_units(" 12 "), parse_units("")], [3, 12, 0])

    def test_day(self):
        self.assertEqual(parse_day("2024-02-28"), date(2024, 2, 28))

    def test_default_file(self):
        sales = default_sales()
        self.assertEqual(len(sales), 6)
        self.assertEqual((sales[0].region, sales[0].units, sales[0].price), ("north", 10, 0.5))

    def test_other_file(self):
        path = written("region,product,units,price,day\neast,fig,2,1.5,2023-12-31\n")
        sales = read_sales(path)
        os.remove(path)
        self.assertEqual(sales[0].amount, 3.0)
        self.assertEqual(sales[0].day.year, 2023)

    def test_letters(self):
        path = written("region,product,units,price,day\nåland,crème,1,2,2023-01-01\n")
        sales = read_sales(path)
        os.remove(path)
        self.assertEqual(sales[0].region, "åland")


class AnalysisTest(unittest.TestCase):
    def setUp(self):
        self.sales = default_sales()

    def test_revenue(self):
        self.assertEqual(revenue(self.sales), 23.8)
        self.assertEqual(revenue([]), 0)

    def test_regions(self):
        self.assertEqual(by_region(self.sales), {"north": 11.8, "south": 12.0, "west": 0.0})

    def test_products(self):
        self.assertEqual(units_by_product(self.sales), {"apple": 30, "pear": 10, "plum": 1})

    def test_best(self):
        self.assertEqual(best_seller(self.sales), "apple")
        self.assertIsNone(best_seller([]))

    def test_monthly(self):
        self.assertEqual(monthly(self.sales), [((2024, 1), 8.0), ((2024, 2), 13.8), ((2024, 3), 2.0)])

    def test_growth(self):
        self.assertEqual(growth(self.sales), [5.8, -11.8])
        self.assertEqual(growth([]), [])

    def test_median(self):
        self.assertEqual(median_price(self.sales), 0.65)
        self.assertIsNone(median_price([]))

    def test_top(self):
        self.assertEqual([sale.product for sale in top(self.sales)], ["apple", "apple"])
        self.assertEqual([sale.amount for sale in top(self.sales, 3)], [9.0, 5.0, 4.800000000000001])


class OutputTest(unittest.TestCase):
    def test_table(self):
        self.assertEqual(table([("a", 1)], ["x", "y"]).split("\n"), ["x          | y         ", "-----------+-----------", "         a |          1"])

    def test_region_table(self):
        self.assertEqual(region_table(default_sales()).split("\n")[2].strip(), "north |       11.8")

    def test_json(self):
        data = json.loads(as_json(default_sales()))
        self.assertEqual(data["best"], "apple")
        self.assertEqual(data["months"][1], {"year": 2024, "month": 2, "revenue": 13.8})

    def test_headline(self):
        self.assertEqual(headline(default_sales()), "Revenue 23.80, 49% from the north")
        self.assertEqual(headline([]), "Revenue 0.00, 0% from the north")

    def test_csv(self):
        self.assertEqual(to_csv([Sale("n", "fig", 2, 1.5, date(2024, 1, 1))]), "n,fig,2,1.50\n")


if __name__ == "__main__":
    unittest.main()
