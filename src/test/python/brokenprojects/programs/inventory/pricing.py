"""Prices, discounts and tax."""
import math

TAX_RATE = 0.2
BULK_STEPS = [(100, 0.15), (50, 0.1), (10, 0.05)]


def discount_for(amount):
    """The share taken off for buying many."""
    for minimum, share in BULK_STEPS:
        if amount >= minimum:
            return share
    return 0.0


def net_price(product, amount):
    gross = product.price * amount
    return round(gross * (1 - discount_for(amount)), 2)


def with_tax(price, rate=TAX_RATE):
    return round(price * (1 + rate), 2)


def boxes_needed(amount, per_box=12):
    return math.ceil(amount / per_box)


def average_price(products):
    prices = [product.price for product in products]
    if not prices:
        return 0.0
    return sum(prices) / len(prices)


def price_label(product):
    return product.title + ": " + str(product.price) + " EUR"
