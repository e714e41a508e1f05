"""Prints the state of a small shelf."""

from shop.report import summary
from shop.stock import Shelf


def main() -> None:
    shelf = Shelf()
    shelf.put("tea", 2.50, 12)
    shelf.put("honey", 6.00, 2)
    print(summary(shelf))


if __name__ == "__main__":
    main()
