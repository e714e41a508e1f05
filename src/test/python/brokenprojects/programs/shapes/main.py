from figures import Circle, Polygon, Rectangle, largest, total_area
from matrix import Matrix, power, scale


def samples():
    return [Circle(1.5), Rectangle(4, 3), Polygon([(0, 0), (4, 0), (4, 3)])]


def main():
    for figure in samples():
        print(figure.describe())
    print("largest:", largest(samples()).name, round(total_area(samples()), 2))
    fib = Matrix([[1, 1], [1, 0]])
    print(power(fib, 10).rows[0][1])
    big = Matrix([[2, 0, 1], [1, 3, 2], [1, 1, 1]])
    print(big.determinant(), big.trace(), big.transposed().rows)
    print(scale(big, 2).rows, (big + big).shape, Rectangle(2, 2).is_square())


if __name__ == "__main__":
    main()
