"""Turns log lines into records."""
import re
from datetime import datetime, timedelta

LINE = re.compile(r"^(?P<stamp>\S+ \S+) \[(?P<level>[A-Z]+)\] (?P<service>[\w.-]+): (?P<message>.*)$")
LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR"]


class Record:
    def __init__(self, stamp, level, service, message):
        self.stamp = stamp
        self.level = level
        self.service = service
        self.message = message

    def is_at_least(self, level):
        return LEVELS.index(self.level) >= LEVELS.index(level)

    def fields(self):
        found = {}
        for part in self.message.split():
            if "=" in part:
                key, value = part.split("=", 1)
                found[key] = value
        return found


def parse_line(line):
    match = LINE.match(line.strip())
    if match is None:
        return None
    stamp = datetime.strptime(match.group("stamp"), "%Y-%m-%d %H:%M:%S")
    return Record(stamp, match.group("level"), match.group("service"), match.group("message"))


def parse(lines):
    records = []
    for line in lines:
        record = parse_line(line)
        if record is not None:
            records.append(record)
    return records


def within(records, start, minutes):
    end = start + timedelta(minutes=minutes)
    return [record for record in records if start <= record.stamp < end]
