"""Classic exercises on graphs."""
import heapq
from collections import deque


class Node:
    def __init__(self, value, successor=None):
        self.value = value
        self.successor = successor


def to_list(node):
    values = []
    while node is not None:
        values.append(node.value)
        node = node.successor
    return values


def from_list(values):
    head = None
    for value in reversed(values):
        head = Node(value, head)
    return head


def reverse_linked(node):
    previous = None
    while node:
        following = node.successor
        node.successor = previous
        previous = node
        node = following
    return previous


def steps_between(graph, start, goal):
    """The number of edges on the shortest way, or -1."""
    queue = deque([(start, 0)])
    seen = {start}
    while queue:
        place, distance = queue.popleft()
        if place == goal:
            return distance
        for neighbour in graph.get(place, []):
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append((neighbour, distance + 1))
    return -1


def cheapest(graph, start):
    costs = {start: 0}
    heap = [(0, start)]
    while heap:
        cost, place = heapq.heappop(heap)
        if cost > costs[place]:
            continue
        for neighbour, weight in graph.get(place, {}).items():
            total = cost + weight
            if neighbour not in costs or total < costs[neighbour]:
                costs[neighbour] = total
                heapq.heappush(heap, (total, neighbour))
    return costs


def components(graph):
    groups = []
    seen = set()
    for start in graph:
        if start in seen:
            continue
        group = []
        stack = [start]
        while stack:
            place = stack.pop()
            if place not in seen:
                seen.add(place)
                group.append(place)
                stack.extend(graph[place])
        groups.append(sorted(group))
    return groups


def has_cycle(node):
    slow = fast = node
    while fast is not None and fast.successor is not None:
        slow = slow.successor
        fast = fast.successor.successor
        if slow is fast:
            return True
    return False


def transpose(rows):
    if not rows:
        return []
    return [[row[i] for row in rows] for i in range(len(rows[0]))]


def island_sizes(grid):
    height = len(grid)
    width = len(grid[0]) if grid else 0
    seen = set()

    def size(y, x):
        if not (0 <= y < height and 0 <= x < width) or (y, x) in seen or grid[y][x] == 0:
            return 0
        seen.add((y, x))
        return 1 + size(y - 1, x) + size(y + 1, x) + size(y, x - 1) + size(y, x + 1)

    sizes = []
    for y in range(height):
        for x in range(width):
            found = size(y, x)
            if found:
                sizes.append(found)
    return sorted(sizes)
