from collector import Collector
from settings import load, merge, to_text
from stages import batches, run

READINGS = [
    {"sensor": "roof", "value": 21.5},
    {"sensor": "cellar", "value": 8.0},
    {"sensor": "roof", "value": None},
    {"sensor": "roof", "value": 99.0},
    {"sensor": "yard", "value": -4.5},
    {"sensor": "roof", "value": 24.5},
]


def main():
    settings = load()
    results = run(READINGS, settings)
    collector = Collector(settings)
    for batch in batches(results, settings.batch_size):
        print(len(batch), "->", collector.add_all(batch))
    print(collector.report())
    print(collector.hottest(), collector.mean("roof"), settings.span())
    print(to_text(settings))
    print(merge({"a": {"b": 1, "c": 2}}, {"a": {"c": 3}}))


if __name__ == "__main__":
    main()
