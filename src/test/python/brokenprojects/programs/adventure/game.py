"""Understands what the player types."""
from player import Player, TooHeavy
from world import build_world

SHORT = {"n": "north", "s": "south", "e": "east", "w": "west"}


def parse(line):
    words = line.strip().lower().split()
    if not words:
        return "", ""
    verb = words[0]
    rest = " ".join(words[1:])
    if verb in SHORT:
        return "go", SHORT[verb]
    if verb in ("get", "grab"):
        verb = "take"
    return verb, rest


class Game:
    def __init__(self, name="Ada"):
        self.player = Player(name, build_world())
        self.running = True
        self.log = []
        self.commands = {
            "go": self.do_go,
            "take": self.do_take,
            "drop": self.do_drop,
            "eat": self.do_eat,
            "look": self.do_look,
            "bag": self.do_bag,
            "quit": self.do_quit,
        }

    def handle(self, line):
        verb, rest = parse(line)
        action = self.commands.get(verb)
        if action is None:
            answer = "I do not know how to " + repr(verb)
        else:
            answer = action(rest)
        self.log.append((line, answer))
        return answer

    def do_go(self, direction):
        if self.player.go(direction):
            return self.player.room.describe()
        return "There is no way " + direction

    def do_take(self, name):
        try:
            item = self.player.take(name)
        except TooHeavy:
            return name + " is too heavy"
        if item is None:
            return "There is no " + name
        return "Taken: " + item.name

    def do_drop(self, name):
        return "Dropped" if self.player.drop(name) else "You have no " + name

    def do_eat(self, name):
        health = self.player.eat(name)
        if health is None:
            return "You cannot eat that"
        return "Health is now " + str(health)

    def do_look(self, _):
        return self.player.room.describe()

    def do_bag(self, _):
        if not self.player.bag:
            return "Nothing"
        return ", ".join(item.name for item in self.player.bag) + f" ({self.player.load()} kg)"

    def do_quit(self, _):
        self.running = False
        return f"Bye {self.player.name}, {self.player.score()} points"

    def play(self, lines):
        answers = []
        for line in lines:
            if not self.running:
                break
            answers.append(self.handle(line))
        return answers
