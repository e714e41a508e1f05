"""What lies on the shelves."""

from dataclasses import dataclass, field


@dataclass
class Item:
    """One kind of thing the shop sells."""

    name: str
    price: float
    quantity: int = 0


@dataclass
class Shelf:
    """All items, by name."""

    items: dict[str, Item] = field(default_factory=dict)

    def put(self, name: str, price: float, quantity: int = 1) -> Item:
        """Add to the shelf; a known item keeps its place and gets the new price."""
        item = self.items.setdefault(name, Item(name, price))
        item.price = price
        item.quantity += quantity
        return item

    def take(self, name: str, quantity: int = 1) -> float:
        """Sell some and return what they cost together."""
        item = self.items[name]
        if quantity > item.quantity:
            raise ValueError(f"only {item.quantity} of {name} left")
        item.quantity -= quantity
        return item.price * quantity

    def value(self) -> float:
        """What everything on the shelf is worth."""
        return sum(item.price * item.quantitty for item in self.items.values())
