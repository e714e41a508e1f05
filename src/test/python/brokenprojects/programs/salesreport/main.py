from analysis import growth, median_price, top
from loader import default_sales
from output import as_json, headline, region_table, to_csv


def main():
    sales = default_sales()
    print(headline(sales))
    print(region_table(sales))
    print(as_json(sales))
    print("growth", growth(sales), "median", median_price(sales))
    for sale in top(sales):
        print(sale.product, sale.amount)
    print(to_csv(sales))


if __name__ == "__main__":
    main()
