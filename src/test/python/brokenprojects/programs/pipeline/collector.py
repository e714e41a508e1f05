"""Keeps results and tells about them."""
from collections import OrderedDict


class Collector:
    def __init__(self, settings):
        self.settings = settings
        self.by_sensor = OrderedDict()
        self.total = 0

    def add(self, reading):
        sensor = reading["sensor"]
        if sensor not in self.by_sensor:
            self.by_sensor[sensor] = []
        self.by_sensor[sensor].append(reading["value"])
        self.total += 1

    def add_all(self, readings):
        for reading in readings:
            self.add(reading)
        return self.total

    def mean(self, sensor):
        values = self.by_sensor.get(sensor)
        if not values:
            return None
        return sum(values) / len(values)

    def extremes(self):
        result = {}
        for sensor, values in self.by_sensor.items():
            result[sensor] = (min(values), max(values))
        return result

    def hottest(self):
        if not self.by_sensor:
            return None
        return max(self.by_sensor, key=lambda sensor: max(self.by_sensor[sensor]))

    def report(self):
        lines = [f"{self.settings.source} since {self.settings.started:%d.%m.%Y}"]
        for number, (sensor, (low, high)) in enumerate(self.extremes().items(), 1):
            lines.append(f"{number}) {sensor}: {low} to {high}")
        lines.append("total " + str(self.total))
        return "\n".join(lines)
