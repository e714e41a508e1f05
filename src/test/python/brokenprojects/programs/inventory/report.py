"""Text output for the shop owner."""
from pricing import average_price, with_tax
from stock import Warehouse


def rows(warehouse: Warehouse):
    lines = []
    for index, sku in enumerate(sorted(warehouse.products), start=1):
        product = warehouse.products[sku]
        lines.append(f"{index}. {product.title} x{product.quantity}")
    return lines


def summary(warehouse: Warehouse):
    low = warehouse.low_stock()
    parts = {
        "name": warehouse.name.upper(),
        "items": len(warehouse.products),
        "value": warehouse.total_value(),
        "gross": with_tax(warehouse.total_value()),
        "average": average_price(warehouse.products.values()),
    }
    text = "{name}: {items} items worth {value:.2f} ({gross:.2f} with tax)".format(**parts)
    if low:
        text += ", low: " + ", ".join(low)
    return text


def search(warehouse: Warehouse, word):
    word = word.strip().lower()
    matches = [product for product in warehouse.products.values() if word in product.title.lower()]
    return [product.sku for product in matches]
