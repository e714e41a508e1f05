"""Keeps a shelf in a JSON file."""

from pathlib import Path

from shop.stock import Shelf


def save(shelf: Shelf, path: Path) -> None:
    """Write every item of the shelf."""
    rows = [
        {"name": item.name, "price": item.price, "quantity": item.quantity}
        for item in shelf.items.values()
    ]
    path.write_text(json.dumps(rows, indent=2), encoding="utf-8")


def load(path: Path) -> Shelf:
    """Read a shelf that was saved before."""
    shelf = Shelf()
    for row in json.loads(path.read_text(encoding="utf-8")):
        shelf.put(row["name"], row["price"], row["quantity"])
    return shelf
