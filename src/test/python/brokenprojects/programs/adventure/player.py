"""The hero of the story."""


class TooHeavy(Exception):
    pass


class Player:
    capacity = 10

    def __init__(self, name, room):
        self.name = name
        self.room = room
        self.bag = []
        self.health = 10
        self.moves = 0

    def load(self):
        return sum(item.weight for item in self.bag)

    def go(self, direction):
        if direction not in self.room.exits:
            return False
        self.room = self.room.exits[direction]
        self.moves += 1
        return True

    def take(self, name):
        item = self.room.remove(name)
        if item is None:
            return None
        if self.load() + item.weight > self.capacity:
            self.room.items.append(item)
            raise TooHeavy(name)
        self.bag.append(item)
        return item

    def drop(self, name):
        for index, item in enumerate(self.bag):
            if item.name == name:
                del self.bag[index]
                self.room.items.append(item)
                return True
        return False

    def eat(self, name):
        for item in list(self.bag):
            if item.name == name and item.edible:
                self.bag.remove(item)
                self.health = min(self.health + 5, 20)
                return self.health
        return None

    def score(self):
        points = len(self.bag) * 10 - self.moves
        return max(points, 0)
