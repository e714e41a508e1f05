import unittest
from datetime import datetime

from alerts import Alert, Rule, TooManyErrors, TooSlow, run_rules
from main import load
from parsing import Record, parse, parse_line, within
from stats import average_time, bursts, busiest_hour, count_levels, error_rate, gaps, noisy_services, slowest


class ParsingTest(unittest.TestCase):
    def test_line(self):
        record = parse_line("2024-05-01 10:00:00 [INFO] web-1.eu: started pid=7\n")
        self.assertEqual((record.level, record.service, record.message), ("INFO", "web-1.eu", "started pid=7"))
        self.assertEqual(record.stamp, datetime(2024, 5, 1, 10, 0, 0))

    def test_garbage(self):
        self.assertIsNone(parse_line("hello"))
        self.assertEqual(parse(["", "hello"]), [])

    def test_levels(self):
        record = Record(datetime(2024, 1, 1), "WARNING", "a", "b")
        self.assertTrue(record.is_at_least("WARNING"))
        self.assertTrue(record.is_at_least("INFO"))
        self.assertFalse(record.is_at_least("ERROR"))

    def test_fields(self):
        record = Record(datetime(2024, 1, 1), "INFO", "a", "GET ms=3 url=/x?a=b end")
        self.assertEqual(record.fields(), {"ms": "3", "url": "/x?a=b"})

    def test_within(self):
        records = load()
        self.assertEqual(len(within(records, datetime(2024, 5, 1, 10, 0), 1)), 2)
        self.assertEqual(len(within(records, datetime(2024, 5, 1, 10, 1), 1)), 2)


class StatsTest(unittest.TestCase):
    def setUp(self):
        self.records = load()

    def test_count(self):
        self.assertEqual(count_levels(self.records), {"INFO": 3, "ERROR": 2, "WARNING": 1})

    def test_rate(self):
        self.assertAlmostEqual(error_rate(self.records), 1 / 3)
        self.assertEqual(error_rate([]), 0.0)

    def test_noisy(self):
        self.assertEqual(noisy_services(self.records), ["web", "db"])
        self.assertEqual(noisy_services(self.records, 1), ["web", "db", "mail"])

    def test_slowest(self):
        self.assertEqual(slowest(self.records).fields()["ms"], "900")
        self.assertIsNone(slowest([]))

    def test_average(self):
        self.assertAlmostEqual(average_time(self.records), 417.333, places=2)
        self.assertIsNone(average_time([]))

    def test_bursts(self):
        self.assertEqual(bursts(self.records), [("INFO", 2), ("ERROR", 2), ("WARNING", 1), ("INFO", 1)])

    def test_busiest(self):
        self.assertEqual(busiest_hour(self.records), 10)
        self.assertIsNone(busiest_hour([]))

    def test_gaps(self):
        self.assertEqual(gaps(self.records), [5.0, 55.0, 30.0, 5310.0, 10.0])


class AlertsTest(unittest.TestCase):
    def test_errors(self):
        self.assertEqual(run_rules([TooManyErrors(0.2)], load()), [Alert("errors", "33% errors")])
        self.assertEqual(run_rules([TooManyErrors(0.5)], load()), [])

    def test_slow(self):
        self.assertEqual(TooSlow(500).check(load()).text, "web took 900 ms")
        self.assertIsNone(TooSlow(900).check(load()))
        self.assertIsNone(TooSlow(900).check([]))

    def test_base(self):
        with self.assertRaises(NotImplementedError):
            Rule().check([])


if __name__ == "__main__":
    unittest.main()
