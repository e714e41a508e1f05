"""What happens to readings on their way."""
from settings import Unit

KELVIN_OFFSET = 273.15


def clean(readings, settings):
    """Leaves out what cannot be true."""
    for reading in readings:
        if reading["value"] is None:
            continue
        if settings.low <= reading["value"] <= settings.high:
            yield reading


def convert(readings, settings):
    for reading in readings:
        changed = dict(reading)
        if settings.unit is Unit.KELVIN:
            changed["value"] = round(reading["value"] + KELVIN_OFFSET, 2)
        yield changed


def smooth(readings, settings, window=2):
    """The mean of each reading and the one before it."""
    recent = []
    for reading in readings:
        recent.append(reading["value"])
        if len(recent) > window:
            recent.pop(0)
        yield {**reading, "value": round(sum(recent) / len(recent), 3)}


STAGES = {"clean": clean, "convert": convert, "smooth": smooth}


def batches(readings, size):
    batch = []
    for reading in readings:
        batch.append(reading)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def run(readings, settings):
    stream = iter(readings)
    for name in settings.stages:
        stage = STAGES[name]
        stream = stage(stream, settings)
    return list(stream)
