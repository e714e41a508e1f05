import asyncio
import unittest

from events import Bus, counter, multipliers
from jobs import Job, JobFailed, Pool, Result, Timer
from main import build
from runner import attempt, double_all, first_done, run_all, summarize


class JobTest(unittest.TestCase):
    def test_value(self):
        self.assertEqual(asyncio.run(Job("abc", 2).run()), 6)

    def test_failure(self):
        with self.assertRaises(JobFailed):
            asyncio.run(Job("abc", fails=1).run())

    def test_timer(self):
        moments = iter([10.0, 12.5])
        with Timer(lambda: next(moments)) as timer:
            pass
        self.assertEqual(timer.elapsed, 2.5)

    def test_timer_lets_errors_out(self):
        with self.assertRaises(KeyError):
            with Timer():
                raise KeyError("x")


class RunnerTest(unittest.TestCase):
    def test_attempt(self):
        self.assertEqual(asyncio.run(attempt(Job("ab", fails=2))), Result("ab", True, 2))

    def test_attempt_gives_up(self):
        job = Job("ab", fails=5)
        self.assertEqual(asyncio.run(attempt(job)), Result("ab", False, "ab failed, try 3"))
        self.assertEqual(job.tries, 3)

    def test_run_all(self):
        results, most = asyncio.run(run_all(build()))
        self.assertEqual([result.ok for result in results], [True, True, False, True])
        self.assertEqual(most, 2)

    def test_pool_size(self):
        _, most = asyncio.run(run_all([Job("a", 3), Job("b", 3), Job("c", 3), Job("d", 3)], size=3))
        self.assertEqual(most, 3)

    def test_pool_is_empty_after(self):
        async def check():
            pool = Pool(1)
            async with pool:
                self.assertEqual(pool.inside, 1)
            return pool.inside
        self.assertEqual(asyncio.run(check()), 0)

    def test_double(self):
        self.assertEqual(asyncio.run(double_all([1, 2, 3])), ([2, 4, 6], 3))
        self.assertEqual(asyncio.run(double_all([])), ([], 0))

    def test_first(self):
        self.assertEqual(asyncio.run(first_done([Job("slow", 50), Job("fast", 1)])), 4)

    def test_summary(self):
        results = [Result("a", True, 3), Result("b", False, "x"), Result("c", True, 4)]
        self.assertEqual(summarize(results), {"good": 2, "bad": ["b"], "sum": 7})


class EventsTest(unittest.TestCase):
    def test_emit(self):
        bus = Bus()
        bus.on("t", lambda a, b: a + b)
        bus.on("t", lambda a, b: a * b)
        self.assertEqual(bus.emit("t", 3, 4), [7, 12])
        self.assertEqual(bus.counts, {"t": 1})

    def test_stop(self):
        bus = Bus()
        stop = bus.on("t", print)
        self.assertEqual(bus.topics(), ["t"])
        stop()
        self.assertEqual(bus.topics(), [])

    def test_counter(self):
        step = counter()
        self.assertEqual([step(), step(), counter()()], [1, 2, 1])

    def test_multipliers(self):
        self.assertEqual([f(10) for f in multipliers([1, 2, 3])], [10, 20, 30])


if __name__ == "__main__":
    unittest.main()
