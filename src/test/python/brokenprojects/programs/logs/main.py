from datetime import datetime

from alerts import TooManyErrors, TooSlow, run_rules
from parsing import parse, within
from stats import average_time, bursts, busiest_hour, count_levels, error_rate, gaps, noisy_services, slowest

SAMPLE = """2024-05-01 10:00:00 [INFO] web: GET / ms=12 status=200
2024-05-01 10:00:05 [INFO] web: GET /cart ms=340 status=200
garbage
2024-05-01 10:01:00 [ERROR] db: connection lost
2024-05-01 10:01:30 [ERROR] web: GET /cart ms=900 status=500
2024-05-01 11:30:00 [WARNING] mail: queue size=120
2024-05-01 11:30:10 [INFO] db: connected
"""


def load():
    return parse(SAMPLE.splitlines())


def main():
    records = load()
    print(count_levels(records), error_rate(records))
    print(noisy_services(records), slowest(records).message, average_time(records))
    print(bursts(records), busiest_hour(records), gaps(records))
    print(len(within(records, datetime(2024, 5, 1, 10, 0), 1)))
    for alert in run_rules([TooManyErrors(0.2), TooSlow(500)], records):
        print(alert.name, alert.text)


if __name__ == "__main__":
    main()
