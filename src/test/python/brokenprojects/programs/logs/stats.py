"""Counts and rates over records."""
from collections import Counter
from itertools import groupby


def count_levels(records):
    return Counter(record.level for record in records)


def error_rate(records):
    if not records:
        return 0.0
    errors = [record for record in records if record.level == "ERROR"]
    return len(errors) / len(records)


def noisy_services(records, least=2):
    counts = {}
    for record in records:
        counts[record.service] = counts.get(record.service, 0) + 1
    names = [name for name, count in counts.items() if count >= least]
    return sorted(names, key=lambda name: (-counts[name], name))


def slowest(records):
    """The longest request, by its ms= field."""
    worst = None
    longest = -1
    for record in records:
        fields = record.fields()
        if "ms" not in fields:
            continue
        taken = int(fields["ms"])
        if taken > longest:
            longest = taken
            worst = record
    return worst


def average_time(records):
    total = 0
    count = 0
    for record in records:
        value = record.fields().get("ms")
        if value is not None:
            total += int(value)
            count += 1
    return total / count if count else None


def bursts(records):
    """Runs of records of the same level, as (level, length)."""
    return [(level, len(list(group))) for level, group in groupby(records, key=lambda record: record.level)]


def busiest_hour(records):
    hours = Counter(record.stamp.hour for record in records)
    return max(hours, key=hours.get) if hours else None


def gaps(records):
    """Seconds between neighbours."""
    stamps = [record.stamp for record in records]
    return [(later - earlier).total_seconds() for earlier, later in zip(stamps, stamps[1:])]
