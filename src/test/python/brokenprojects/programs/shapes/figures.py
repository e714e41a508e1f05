"""Plane figures."""
import math
from abc import ABC, abstractmethod


class Figure(ABC):
    def __init__(self, name):
        self.name = name

    @abstractmethod
    def area(self):
        ...

    @abstractmethod
    def perimeter(self):
        ...

    def describe(self):
        return "{}: area {:.2f}, perimeter {:.2f}".format(self.name, self.area(), self.perimeter())


class Circle(Figure):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return math.pi * self.radius ** 2

    def perimeter(self):
        return 2 * math.pi * self.radius


class Rectangle(Figure):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def perimeter(self):
        return 2 * (self.width + self.height)

    def is_square(self):
        return self.width == self.height


class Polygon(Figure):
    def __init__(self, points):
        super().__init__("polygon")
        self.points = list(points)

    def edges(self):
        pairs = []
        for i in range(len(self.points)):
            pairs.append((self.points[i], self.points[(i + 1) % len(self.points)]))
        return pairs

    def area(self):
        total = 0
        for (x1, y1), (x2, y2) in self.edges():
            total += x1 * y2 - x2 * y1
        return abs(total) / 2

    def perimeter(self):
        length = 0.0
        for (x1, y1), (x2, y2) in self.edges():
            length += math.hypot(x2 - x1, y2 - y1)
        return length


def largest(figures):
    best = None
    for figure in figures:
        if best is None or figure.area() > best.area():
            best = figure
    return best


def total_area(figures):
    return sum(figure.area() for figure in figures)
