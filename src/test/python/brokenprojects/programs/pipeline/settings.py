"""Reads the configuration."""
import json
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

DEFAULT_FILE = Path(__file__).parent / "config" / "settings.json"


class Unit(Enum):
    CELSIUS = "celsius"
    KELVIN = "kelvin"


@dataclass
class Settings:
    source: str
    batch_size: int
    low: float
    high: float
    unit: Unit
    started: date
    stages: list = field(default_factory=list)

    def span(self):
        return self.high - self.low


def from_dict(data):
    limits = data["limits"]
    return Settings(
        source=data["source"],
        batch_size=int(data.get("batch_size", 10)),
        low=limits["low"],
        high=limits["high"],
        unit=Unit(data["unit"]),
        started=date.fromisoformat(data["started"]),
        stages=list(data["stages"]),
    )


def load(path=DEFAULT_FILE):
    with open(path, encoding="utf-8") as handle:
        return from_dict(json.load(handle))


def to_text(settings):
    data = {"source": settings.source, "unit": settings.unit.value, "started": settings.started.isoformat(), "stages": settings.stages}
    return json.dumps(data, indent=1, sort_keys=True)


def merge(base, changes):
    """A deep copy of base with changes on top."""
    result = dict(base)
    for key, value in changes.items():
        if isinstance(value, dict) and isinstance(result.get(key), dict):
            result[key] = merge(result[key], value)
        else:
            result[key] = value
    return result
