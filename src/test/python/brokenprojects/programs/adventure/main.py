from game import Game

STORY = ["look", "take lamp", "n", "get bread", "take kettle", "bag", "eat bread", "e", "take anvil", "w", "s", "drop lamp", "look", "quit"]


def main():
    game = Game("Grace")
    for answer in game.play(STORY):
        print(answer)
        print("-" * 20)
    print(len(game.log), "commands")


if __name__ == "__main__":
    main()
