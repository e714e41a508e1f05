import unittest

from evaluator import Calculator, depth
from grammar import Parser
from lexer import FormulaError, tokenize


class LexerTest(unittest.TestCase):
    def test_kinds(self):
        self.assertEqual([t.kind for t in tokenize("a1+ 2.5")], ["name", "operator", "number", "end"])

    def test_texts(self):
        self.assertEqual([t.text for t in tokenize("12*(x_y, 3)")], ["12", "*", "(", "x_y", ",", "3", ")", ""])

    def test_positions(self):
        self.assertEqual([t.position for t in tokenize(" a + 22 ")], [1, 3, 5, 8])

    def test_bad(self):
        with self.assertRaises(FormulaError) as caught:
            tokenize("1 $ 2")
        self.assertEqual(str(caught.exception), "unexpected '$' at 2")

    def test_empty(self):
        self.assertEqual(len(tokenize("")), 1)


class ParserTest(unittest.TestCase):
    def test_precedence(self):
        self.assertEqual(Parser("1+2*3").parse(), ("binary", "+", ("number", 1.0), ("binary", "*", ("number", 2.0), ("number", 3.0))))

    def test_call(self):
        self.assertEqual(Parser("f()").parse(), ("call", "f", []))
        self.assertEqual(len(Parser("f(1, x, 3)").parse()[2]), 3)

    def test_unclosed(self):
        with self.assertRaises(FormulaError) as caught:
            Parser("(1 + 2").parse()
        self.assertEqual(caught.exception.position, 6)

    def test_trailing(self):
        with self.assertRaises(FormulaError):
            Parser("1 2").parse()

    def test_depth(self):
        self.assertEqual([depth(Parser(s).parse()) for s in ("1", "1+2", "-(1+2)", "f(1+2, 3)")], [1, 2, 3, 3])


class CalculatorTest(unittest.TestCase):
    def setUp(self):
        self.calc = Calculator()

    def test_arithmetic(self):
        self.assertEqual([self.calc.evaluate(s) for s in ("1+2*3", "(1+2)*3", "7-2-1", "8/4/2")], [7, 9, 4, 1])

    def test_powers(self):
        self.assertEqual(self.calc.evaluate("2^3^2"), 512)

    def test_negation(self):
        self.assertEqual([self.calc.evaluate("-3+5"), self.calc.evaluate("2*-3")], [2, -6])

    def test_functions(self):
        self.assertEqual(self.calc.evaluate("sqrt(9)+max(1,5,2)-abs(-2)"), 6)

    def test_variables(self):
        self.calc.evaluate("side = 4")
        self.assertEqual(self.calc.evaluate("side * side"), 16)
        with self.assertRaises(KeyError):
            self.calc.evaluate("nothing")

    def test_history(self):
        for formula in ("1", "2", "3"):
            self.calc.evaluate(formula)
        self.assertEqual(self.calc.last(2), [2, 3])
        self.assertEqual(self.calc.history[0], ("1", 1.0))

    def test_format(self):
        self.assertEqual([self.calc.format(v) for v in (2.0, 2.5, 1 / 3)], ["2", "2.5", "0.3333"])


if __name__ == "__main__":
    unittest.main()
