"""What to do next."""
import heapq
from collections import deque


class PriorityQueue:
    def __init__(self):
        self.heap = []
        self.counter = 0

    def push(self, task):
        heapq.heappush(self.heap, (task.priority, self.counter, task))
        self.counter += 1

    def pop(self):
        if not self.heap:
            raise IndexError("empty queue")
        return heapq.heappop(self.heap)[2]

    def __len__(self):
        return len(self.heap)


class RoundRobin:
    def __init__(self, workers):
        self.workers = deque(workers)
        self.jobs = {worker: [] for worker in workers}

    def assign(self, name):
        worker = self.workers[0]
        self.jobs[worker].append(name)
        self.workers.rotate(-1)
        return worker

    def load(self):
        return {worker: len(jobs) for worker, jobs in self.jobs.items()}


def chunks(items, size):
    result = []
    for start in range(0, len(items), size):
        result.append(items[start:start + size])
    return result


def overlaps(first, second):
    """Whether two (start, end) spans share time."""
    return first[0] < second[1] and second[0] < first[1]


def merge(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            last_start, last_end = merged.pop()
            merged.append((last_start, max(last_end, end)))
        else:
            merged.append((start, end))
    return merged
