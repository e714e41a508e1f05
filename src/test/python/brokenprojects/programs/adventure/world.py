"""Rooms, things and the way between them."""

OPPOSITE = {"north": "south", "south": "north", "east": "west", "west": "east"}


class Item:
    def __init__(self, name, weight, edible=False):
        self.name = name
        self.weight = weight
        self.edible = edible

    def __repr__(self):
        return f"Item({self.name!r})"


class Room:
    def __init__(self, name, text):
        self.name = name
        self.text = text
        self.exits = {}
        self.items = []

    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[OPPOSITE[direction]] = self

    def describe(self):
        lines = [self.name.title(), self.text]
        if self.items:
            lines.append("You see: " + ", ".join(item.name for item in self.items))
        if self.exits:
            lines.append("Exits: " + ", ".join(sorted(self.exits)))
        return "\n".join(lines)

    def remove(self, name):
        for item in self.items:
            if item.name == name:
                self.items.remove(item)
                return item
        return None


def build_world():
    hall = Room("hall", "A draughty hall.")
    kitchen = Room("kitchen", "It smells of onions.")
    cellar = Room("cellar", "Dark and damp.")
    hall.connect("north", kitchen)
    kitchen.connect("east", cellar)
    hall.items.append(Item("lamp", 3))
    kitchen.items.append(Item("bread", 1, edible=True))
    kitchen.items.append(Item("kettle", 4))
    cellar.items.append(Item("anvil", 50))
    return hall
