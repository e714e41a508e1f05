from pricing import boxes_needed, net_price, price_label
from report import rows, search, summary
from stock import Product, Warehouse


def fill():
    warehouse = Warehouse("north")
    warehouse.add(Product("b1", "Bolt", 0.5, 40, ["metal", "small"]))
    warehouse.add(Product("n1", "Nut", 0.25, 4, ["metal"]))
    warehouse.add(Product("p1", "Plank", 12.0, 10, ["wood"]))
    return warehouse


def main():
    warehouse = fill()
    for line in rows(warehouse):
        print(line)
    print(summary(warehouse))
    print("found", search(warehouse, " nut "))
    left = warehouse.take("b1", 15)
    print("bolts left:", left)
    print(price_label(warehouse.find("p1")))
    print("sixty bolts cost", net_price(warehouse.find("b1"), 60))
    print("boxes:", boxes_needed(left))
    print("cheapest:", warehouse.cheapest().title, warehouse.by_label(), warehouse.movements("take"))


if __name__ == "__main__":
    main()
