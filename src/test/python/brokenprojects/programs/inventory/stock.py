"""Keeps track of what is on the shelves."""
from collections import defaultdict
from dataclasses import dataclass, field


class OutOfStock(Exception):
    """Raised when more is taken than there is."""


@dataclass
class Product:
    sku: str
    title: str
    price: float
    quantity: int = 0
    labels: list = field(default_factory=list)

    def value(self):
        return self.price * self.quantity

    def is_low(self, threshold=5):
        return self.quantity <= threshold


class Warehouse:
    def __init__(self, name):
        self.name = name
        self.products = {}
        self.history = []

    def add(self, product):
        if product.sku in self.products:
            self.products[product.sku].quantity += product.quantity
        else:
            self.products[product.sku] = product
        self.history.append(("add", product.sku, product.quantity))
        return self.products[product.sku]

    def take(self, sku, amount):
        product = self.find(sku)
        if product is None:
            raise KeyError(sku)
        if product.quantity < amount:
            raise OutOfStock(f"only {product.quantity} of {product.title} left")
        product.quantity -= amount
        self.history.append(("take", sku, amount))
        return product.quantity

    def find(self, sku):
        return self.products.get(sku)

    def total_value(self):
        total = 0
        for product in self.products.values():
            total += product.value()
        return total

    def low_stock(self, threshold=5):
        found = []
        for product in self.products.values():
            if product.is_low(threshold):
                found.append(product.title)
        found.sort()
        return found

    def by_label(self):
        groups = defaultdict(list)
        for product in self.products.values():
            for label in product.labels:
                groups[label].append(product.sku)
        return dict(groups)

    def cheapest(self):
        if not self.products:
            return None
        return min(self.products.values(), key=lambda item: item.price)

    def movements(self, kind):
        count = 0
        for action, _, amount in self.history:
            if action == kind:
                count += amount
        return count
