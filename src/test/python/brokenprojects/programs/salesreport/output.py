"""Tables and files."""
import io
import json

from analysis import best_seller, by_region, monthly, revenue

WIDTH = 10


def table(rows, headers):
    lines = [" | ".join(name.ljust(WIDTH) for name in headers)]
    lines.append("-+-".join("-" * WIDTH for _ in headers))
    for row in rows:
        cells = [str(cell).rjust(WIDTH) for cell in row]
        lines.append(" | ".join(cells))
    return "\n".join(lines)


def region_table(sales):
    totals = by_region(sales)
    rows = [(region, totals[region]) for region in sorted(totals)]
    return table(rows, ["region", "total"])


def as_json(sales):
    months = [{"year": year, "month": month, "revenue": value} for (year, month), value in monthly(sales)]
    return json.dumps({"revenue": revenue(sales), "best": best_seller(sales), "months": months})


def headline(sales):
    share = 100 * by_region(sales).get("north", 0) / revenue(sales) if sales else 0
    return "Revenue %.2f, %d%% from the north" % (revenue(sales), share)


def to_csv(sales):
    buffer = io.StringIO()
    for sale in sales:
        buffer.write(",".join([sale.region, sale.product, str(sale.units), f"{sale.price:.2f}"]) + "\n")
    return buffer.getvalue()
