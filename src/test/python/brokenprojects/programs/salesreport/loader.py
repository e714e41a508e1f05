"""Reads sales from a CSV file."""
import csv
import os
from datetime import datetime

HERE = os.path.dirname(os.path.abspath(__file__))


class Sale:
    def __init__(self, region, product, units, price, day):
        self.region = region
        self.product = product
        self.units = units
        self.price = price
        self.day = day

    @property
    def amount(self):
        return self.units * self.price


def parse_units(text):
    text = text.strip()
    if not text:
        return 0
    return int(text)


def parse_day(text):
    return datetime.strptime(text, "%Y-%m-%d").date()


def read_sales(path):
    sales = []
    with open(path, newline="", encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            sale = Sale(row["region"], row["product"], parse_units(row["units"]), float(row["price"]), parse_day(row["day"]))
            sales.append(sale)
    return sales


def default_sales():
    return read_sales(os.path.join(HERE, "data", "sales.csv"))
