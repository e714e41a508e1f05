import unittest
from datetime import datetime, timedelta

from main import build
from queueing import PriorityQueue, RoundRobin, chunks, merge, overlaps
from tasks import CycleError, Plan, Task


class PlanTest(unittest.TestCase):
    def setUp(self):
        self.plan = build()

    def test_order(self):
        self.assertEqual(self.plan.order(), ["wire", "plaster", "paint", "clean"])

    def test_ready(self):
        self.assertEqual(self.plan.ready(), ["wire"])
        self.plan.finish("wire")
        self.assertEqual(self.plan.ready(), ["plaster"])

    def test_cycle(self):
        plan = Plan(datetime(2024, 1, 1))
        plan.add(Task(1, "a", needs=["b"])).add(Task(1, "b", needs=["a"]))
        with self.assertRaises(CycleError):
            plan.order()

    def test_duplicate(self):
        with self.assertRaises(ValueError):
            self.plan.add(Task(1, "wire"))

    def test_timetable(self):
        rows = self.plan.timetable()
        self.assertEqual(rows[0], ("wire", datetime(2024, 6, 3, 9, 0), datetime(2024, 6, 3, 9, 45)))
        self.assertEqual(rows[3][2], datetime(2024, 6, 3, 12, 35))

    def test_total(self):
        self.assertEqual(self.plan.total(), timedelta(hours=3, minutes=35))

    def test_not_ready(self):
        with self.assertRaises(RuntimeError) as caught:
            self.plan.finish("clean")
        self.assertEqual(str(caught.exception), "not ready: paint, wire")

    def test_progress(self):
        self.plan.finish("wire")
        self.assertEqual(self.plan.progress(), 25)
        self.assertEqual(Plan(datetime(2024, 1, 1)).progress(), 100)

    def test_default_minutes(self):
        self.assertEqual(Task(1, "x").duration(), timedelta(minutes=30))


class QueueTest(unittest.TestCase):
    def test_priority(self):
        queue = PriorityQueue()
        for task in build().tasks.values():
            queue.push(task)
        self.assertEqual([queue.pop().name for _ in range(4)], ["plaster", "wire", "paint", "clean"])

    def test_empty(self):
        with self.assertRaises(IndexError):
            PriorityQueue().pop()

    def test_length(self):
        queue = PriorityQueue()
        queue.push(Task(1, "a"))
        queue.push(Task(1, "b"))
        self.assertEqual(len(queue), 2)

    def test_round_robin(self):
        team = RoundRobin(["Kim", "Lee"])
        self.assertEqual([team.assign(n) for n in "abc"], ["Kim", "Lee", "Kim"])
        self.assertEqual(team.load(), {"Kim": 2, "Lee": 1})


class SpanTest(unittest.TestCase):
    def test_chunks(self):
        self.assertEqual(chunks([1, 2, 3, 4, 5], 2), [[1, 2], [3, 4], [5]])
        self.assertEqual(chunks([], 3), [])

    def test_overlaps(self):
        self.assertTrue(overlaps((1, 5), (4, 6)))
        self.assertFalse(overlaps((1, 2), (2, 3)))
        self.assertTrue(overlaps((4, 6), (1, 5)))

    def test_merge(self):
        self.assertEqual(merge([(5, 7), (1, 3), (2, 4)]), [(1, 4), (5, 7)])
        self.assertEqual(merge([(1, 10), (2, 3), (10, 12)]), [(1, 12)])


if __name__ == "__main__":
    unittest.main()
