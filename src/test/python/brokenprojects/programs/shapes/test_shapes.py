import math
import unittest

from figures import Circle, Figure, Polygon, Rectangle, largest, total_area
from main import samples
from matrix import Matrix, power, scale


class FigureTest(unittest.TestCase):
    def test_circle(self):
        self.assertAlmostEqual(Circle(2).area(), 12.566, places=3)
        self.assertAlmostEqual(Circle(2).perimeter(), 4 * math.pi)

    def test_rectangle(self):
        self.assertEqual((Rectangle(4, 3).area(), Rectangle(4, 3).perimeter()), (12, 14))
        self.assertTrue(Rectangle(2, 2).is_square())
        self.assertFalse(Rectangle(2, 3).is_square())

    def test_triangle(self):
        triangle = Polygon([(0, 0), (4, 0), (4, 3)])
        self.assertEqual((triangle.area(), triangle.perimeter()), (6.0, 12.0))

    def test_clockwise_or_not(self):
        self.assertEqual(Polygon([(0, 0), (0, 2), (2, 2), (2, 0)]).area(), 4.0)

    def test_edges(self):
        self.assertEqual(Polygon([(0, 0), (1, 0), (1, 1)]).edges(), [((0, 0), (1, 0)), ((1, 0), (1, 1)), ((1, 1), (0, 0))])

    def test_describe(self):
        self.assertEqual(Rectangle(4, 3).describe(), "rectangle: area 12.00, perimeter 14.00")

    def test_abstract(self):
        with self.assertRaises(TypeError):
            Figure("x")

    def test_largest(self):
        self.assertEqual(largest(samples()).name, "rectangle")
        self.assertIsNone(largest([]))

    def test_total(self):
        self.assertAlmostEqual(total_area(samples()), 25.0686, places=3)


class MatrixTest(unittest.TestCase):
    def test_identity(self):
        self.assertEqual(Matrix.identity(2).rows, [[1, 0], [0, 1]])

    def test_shape(self):
        self.assertEqual(Matrix([[1, 2, 3], [4, 5, 6]]).shape, (2, 3))
        self.assertEqual(Matrix([]).shape, (0, 0))

    def test_ragged(self):
        with self.assertRaises(ValueError):
            Matrix([[1], [1, 2]])

    def test_sum(self):
        self.assertEqual((Matrix([[1, 2]]) + Matrix([[3, 5]])).rows, [[4, 7]])
        with self.assertRaises(ValueError):
            Matrix([[1]]) + Matrix([[1, 2]])

    def test_product(self):
        self.assertEqual((Matrix([[1, 2], [3, 4]]) @ Matrix([[5], [6]])).rows, [[17], [39]])
        with self.assertRaises(ValueError):
            Matrix([[1, 2]]) @ Matrix([[1, 2]])

    def test_transposed(self):
        self.assertEqual(Matrix([[1, 2, 3], [4, 5, 6]]).transposed().rows, [[1, 4], [2, 5], [3, 6]])

    def test_trace(self):
        self.assertEqual(Matrix([[1, 2], [3, 4]]).trace(), 5)

    def test_determinant(self):
        self.assertEqual(Matrix([[1, 2], [3, 4]]).determinant(), -2)
        self.assertEqual(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]]).determinant(), 0)
        self.assertEqual(Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 4]]).determinant(), 18)

    def test_scale(self):
        self.assertEqual(scale(Matrix([[1, -2]]), 3).rows, [[3, -6]])

    def test_power(self):
        self.assertEqual(power(Matrix([[1, 1], [1, 0]]), 10).rows[0][1], 55)
        self.assertEqual(power(Matrix([[3]]), 0).rows, [[1]])


if __name__ == "__main__":
    unittest.main()
