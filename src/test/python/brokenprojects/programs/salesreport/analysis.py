"""Figures about sales."""
from collections import Counter, defaultdict
import statistics


def revenue(sales):
    return round(sum(sale.amount for sale in sales), 2)


def by_region(sales):
    totals = defaultdict(float)
    for sale in sales:
        totals[sale.region] += sale.amount
    return {region: round(total, 2) for region, total in totals.items()}


def units_by_product(sales):
    counter = Counter()
    for sale in sales:
        counter[sale.product] += sale.units
    return counter


def best_seller(sales):
    ranked = units_by_product(sales).most_common(1)
    return ranked[0][0] if ranked else None


def monthly(sales):
    months = {}
    for sale in sales:
        key = (sale.day.year, sale.day.month)
        if key not in months:
            months[key] = []
        months[key].append(sale)
    result = []
    for key in sorted(months):
        result.append((key, revenue(months[key])))
    return result


def growth(sales):
    """The change from each month to the next."""
    values = [value for _, value in monthly(sales)]
    changes = []
    for i in range(1, len(values)):
        changes.append(round(values[i] - values[i - 1], 2))
    return changes


def median_price(sales):
    prices = sorted(sale.price for sale in sales)
    if not prices:
        return None
    return statistics.median(prices)


def top(sales, count=2):
    ranked = sorted(sales, key=lambda sale: sale.amount, reverse=True)
    return ranked[:count]
