import unittest

from game import Game, parse
from main import STORY
from player import Player, TooHeavy
from world import Item, Room, build_world


class ParseTest(unittest.TestCase):
    def test_short_directions(self):
        self.assertEqual(parse("n"), ("go", "north"))
        self.assertEqual(parse(" W "), ("go", "west"))

    def test_synonyms(self):
        self.assertEqual(parse("Grab the old lamp"), ("take", "the old lamp"))

    def test_nothing(self):
        self.assertEqual(parse("   "), ("", ""))


class WorldTest(unittest.TestCase):
    def test_connected_both_ways(self):
        hall = build_world()
        kitchen = hall.exits["north"]
        self.assertIs(kitchen.exits["south"], hall)
        self.assertEqual(sorted(kitchen.exits), ["east", "south"])

    def test_description(self):
        self.assertEqual(build_world().describe(), "Hall\nA draughty hall.\nYou see: lamp\nExits: north")

    def test_empty_room(self):
        self.assertEqual(Room("loft", "Dust.").describe(), "Loft\nDust.")

    def test_remove(self):
        hall = build_world()
        self.assertEqual(hall.remove("lamp").weight, 3)
        self.assertIsNone(hall.remove("lamp"))


class PlayerTest(unittest.TestCase):
    def setUp(self):
        self.player = Player("Bo", build_world())

    def test_going(self):
        self.assertTrue(self.player.go("north"))
        self.assertFalse(self.player.go("north"))
        self.assertEqual(self.player.moves, 1)
        self.assertEqual(self.player.room.name, "kitchen")

    def test_exactly_full(self):
        self.player.room.items.append(Item("stone", 7))
        self.player.take("lamp")
        self.player.take("stone")
        self.assertEqual(self.player.load(), 10)

    def test_too_heavy_stays_in_the_room(self):
        self.player.room.items.append(Item("safe", 90))
        with self.assertRaises(TooHeavy):
            self.player.take("safe")
        self.assertEqual([item.name for item in self.player.room.items], ["lamp", "safe"])

    def test_drop(self):
        self.player.take("lamp")
        self.assertTrue(self.player.drop("lamp"))
        self.assertFalse(self.player.drop("lamp"))

    def test_health_is_capped(self):
        self.player.bag = [Item("pie", 1, True), Item("pear", 1, True), Item("plum", 1, True)]
        self.assertEqual([self.player.eat("pie"), self.player.eat("pear"), self.player.eat("plum")], [15, 20, 20])
        self.assertEqual(self.player.bag, [])

    def test_inedible(self):
        self.player.take("lamp")
        self.assertIsNone(self.player.eat("lamp"))

    def test_score(self):
        self.player.take("lamp")
        self.player.go("north")
        self.assertEqual(self.player.score(), 9)
        self.assertEqual(Player("Al", build_world()).score(), 0)


class GameTest(unittest.TestCase):
    def test_story(self):
        answers = Game("Grace").play(STORY)
        self.assertEqual(answers[1], "Taken: lamp")
        self.assertEqual(answers[5], "lamp, bread, kettle (8 kg)")
        self.assertEqual(answers[6], "Health is now 15")
        self.assertEqual(answers[8], "anvil is too heavy")
        self.assertEqual(answers[-1], "Bye Grace, 6 points")

    def test_unknown(self):
        self.assertEqual(Game().handle("dance"), "I do not know how to 'dance'")

    def test_quit_ends(self):
        self.assertEqual(len(Game().play(["look", "quit", "look"])), 2)

    def test_no_way(self):
        self.assertEqual(Game().handle("go up"), "There is no way up")


if __name__ == "__main__":
    unittest.main()
