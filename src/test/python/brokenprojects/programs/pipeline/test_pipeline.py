import json
import unittest
from datetime import date

from collector import Collector
from main import READINGS
from settings import Unit, from_dict, load, merge, to_text
from stages import batches, clean, convert, run, smooth


def settings(**changes):
    base = {"source": "lab", "batch_size": "2", "limits": {"low": 0, "high": 50}, "stages": ["clean"], "unit": "celsius", "started": "2023-02-03"}
    base.update(changes)
    return from_dict(base)


def of(*values):
    return [{"sensor": "s", "value": value} for value in values]


class SettingsTest(unittest.TestCase):
    def test_file(self):
        loaded = load()
        self.assertEqual((loaded.source, loaded.batch_size, loaded.low, loaded.high), ("sensors", 3, -20, 60))
        self.assertEqual(loaded.stages, ["clean", "convert", "smooth"])

    def test_types(self):
        own = settings()
        self.assertEqual((own.batch_size, own.unit, own.started), (2, Unit.CELSIUS, date(2023, 2, 3)))
        self.assertEqual(own.span(), 50)

    def test_text(self):
        data = json.loads(to_text(settings(unit="kelvin")))
        self.assertEqual(data, {"source": "lab", "unit": "kelvin", "started": "2023-02-03", "stages": ["clean"]})

    def test_merge(self):
        base = {"a": {"b": 1, "c": 2}, "d": 1}
        self.assertEqual(merge(base, {"a": {"c": 3}, "e": 5}), {"a": {"b": 1, "c": 3}, "d": 1, "e": 5})
        self.assertEqual(base, {"a": {"b": 1, "c": 2}, "d": 1})

    def test_default_batch(self):
        data = {"source": "x", "limits": {"low": 1, "high": 2}, "stages": [], "unit": "kelvin", "started": "2024-01-01"}
        self.assertEqual(from_dict(data).batch_size, 10)


class StagesTest(unittest.TestCase):
    def test_clean(self):
        self.assertEqual([r["value"] for r in clean(of(-1, 0, 20, None, 50, 51), settings())], [0, 20, 50])

    def test_convert(self):
        self.assertEqual([r["value"] for r in convert(of(0, 10.5), settings(unit="kelvin"))], [273.15, 283.65])
        self.assertEqual([r["value"] for r in convert(of(7), settings())], [7])

    def test_convert_copies(self):
        readings = of(1)
        list(convert(readings, settings(unit="kelvin")))
        self.assertEqual(readings[0]["value"], 1)

    def test_smooth(self):
        self.assertEqual([r["value"] for r in smooth(of(1, 2, 6, 10), settings())], [1.0, 1.5, 4.0, 8.0])

    def test_batches(self):
        self.assertEqual([len(b) for b in batches(range(7), 3)], [3, 3, 1])
        self.assertEqual([len(b) for b in batches(range(6), 3)], [3, 3])
        self.assertEqual(list(batches([], 3)), [])

    def test_run(self):
        own = settings(stages=["clean", "smooth"])
        self.assertEqual([r["value"] for r in run(of(10, None, 20), own)], [10.0, 15.0])
        self.assertEqual(len(run(READINGS, load())), 4)


class CollectorTest(unittest.TestCase):
    def setUp(self):
        self.collector = Collector(settings())
        self.collector.add_all(of(4, 8) + [{"sensor": "t", "value": 10}])

    def test_total(self):
        self.assertEqual(self.collector.add_all(of(1)), 4)

    def test_mean(self):
        self.assertEqual(self.collector.mean("s"), 6)
        self.assertIsNone(self.collector.mean("zzz"))

    def test_extremes(self):
        self.assertEqual(self.collector.extremes(), {"s": (4, 8), "t": (10, 10)})

    def test_hottest(self):
        self.assertEqual(self.collector.hottest(), "t")
        self.assertIsNone(Collector(settings()).hottest())

    def test_report(self):
        self.assertEqual(self.collector.report(), "lab since 03.02.2023\n1) s: 4 to 8\n2) t: 10 to 10\ntotal 3")


if __name__ == "__main__":
    unittest.main()
