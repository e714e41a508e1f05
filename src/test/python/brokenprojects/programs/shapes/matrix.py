"""Small matrices."""


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        widths = {len(row) for row in self.rows}
        if len(widths) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, size):
        return cls([[1 if i == j else 0 for j in range(size)] for i in range(size)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __eq__(self, other):
        return self.rows == other.rows

    def __add__(self, other):
        if self.shape != other.shape:
            raise ValueError("shapes differ")
        return Matrix([[a + b for a, b in zip(mine, theirs)] for mine, theirs in zip(self.rows, other.rows)])

    def __matmul__(self, other):
        height, inner = self.shape
        rows, width = other.shape
        if inner != rows:
            raise ValueError("shapes do not fit")
        product = []
        for i in range(height):
            line = []
            for j in range(width):
                cell = 0
                for k in range(inner):
                    cell += self.rows[i][k] * other.rows[k][j]
                line.append(cell)
            product.append(line)
        return Matrix(product)

    def transposed(self):
        return Matrix([list(column) for column in zip(*self.rows)])

    def trace(self):
        total = 0
        for i in range(min(self.shape)):
            total += self.rows[i][i]
        return total

    def minor(self, row, column):
        kept = self.rows[:row] + self.rows[row + 1:]
        return Matrix([line[:column] + line[column + 1:] for line in kept])

    def determinant(self):
        height, width = self.shape
        if height != width:
            raise ValueError("not square")
        if height == 1:
            return self.rows[0][0]
        result = 0
        for column in range(width):
            sign = -1 if column % 2 else 1
            result += sign * self.rows[0][column] * self.minor(0, column).determinant()
        return result


def scale(matrix, factor):
    return Matrix([[cell * factor for cell in row] for row in matrix.rows])


def power(matrix, exponent):
    result = Matrix.identity(matrix.shape[0])
    for _ in range(exponent):
        result = result @ matrix
    return result
