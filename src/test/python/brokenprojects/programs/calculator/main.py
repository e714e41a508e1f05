from evaluator import Calculator, depth
from grammar import Parser

FORMULAS = ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "-4 + 10 / 4", "x = sqrt(16) + 1", "x * max(1, 2, 3)", "10 - 4 - 3"]


def main():
    calculator = Calculator()
    for formula in FORMULAS:
        value = calculator.evaluate(formula)
        print(formula, "=", calculator.format(value))
    print("depth", depth(Parser(FORMULAS[1]).parse()))
    print("last", calculator.last(2), sorted(calculator.variables))


if __name__ == "__main__":
    main()
