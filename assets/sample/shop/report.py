"""Says how the shop stands."""

from shop.stock import Shelf


def low_stock(shelf: Shelf, limit: int = 3) -> list[str]:
    """Names of the items that should be ordered again, in order."""
    return sorted(item.name for item in shelf.items.values() if item.quantity < limit)


def summary(shelf: Shelf) -> str:
    """One line for the owner."""
    low = low_stock(shelf)
    text = "Items: " + len(shelf.items)
    if low:
        text += ", order again: " + ", ".join(low)
    return text
