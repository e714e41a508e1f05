package dev.codeheals.engine.repair.rule;

import org.junit.jupiter.api.Test;

class ForwardedKeywordTest {
    private final RuleExamples examples = RuleExamples.of(new ForwardedKeyword());

    @Test
    void whatTheLibraryHandsOn() {
        examples.heals("""
                import json

                def body(data):
                    return str(json.dumps(data, soort_keys=True))

                assert body({"b": 1, "a": 2}) == '{"a": 2, "b": 1}'
                """, "json.dumps(data, sort_keys=True)");
    }

    @Test
    void aPartial() {
        examples.heals("""
                from functools import partial

                def scaled(values, factor=1):
                    return [v * factor for v in values]

                doubled = partial(scaled, facter=2)
                assert doubled([1, 4]) == [2, 8]
                """, "partial(scaled, factor=2)");
    }

    @Test
    void aCopyOfARecord() {
        examples.heals("""
                from dataclasses import dataclass, replace

                @dataclass(frozen=True)
                class Invoice:
                    number: int
                    currency: str = "EUR"

                def converted(invoice, to):
                    return replace(invoice, curency=to)

                assert converted(Invoice(1), "USD").currency == "USD"
                """, "replace(invoice, currency=to)");
    }

    @Test
    void optionsInADictionary() {
        examples.heals("""
                OPTIONS = {"width": 8, "fil": "."}

                def padded(text, width=0, fill=" "):
                    return text.ljust(width, fill)

                assert padded("total", **OPTIONS) == "total..."
                """, "\"fill\": \".\"");
    }

    @Test
    void aFieldOfANamedTuple() {
        examples.heals("""
                from collections import namedtuple

                Point = namedtuple("Point", "latitude longitude")
                home = Point(48.4, 10.0)
                assert home._replace(longitud=9.5).longitude == 9.5
                """, "_replace(longitude=9.5)");
    }

    @Test
    void whatAWrapperHandsOn() {
        examples.heals("""
                import functools

                def logged(function):
                    @functools.wraps(function)
                    def wrapper(*args, **kwargs):
                        return function(*args, **kwargs)
                    return wrapper

                @logged
                def order(item, quantity=1):
                    return item * quantity

                def twice(item):
                    return order(item, quantty=2)

                assert twice("ab") == "abab"
                """, "order(item, quantity=2)");
    }

    @Test
    void notForAnUnknownWord() {
        examples.leavesAlone("""
                from functools import partial

                def greet(name):
                    return "Hi " + name

                partial(greet, colour="red")("Ada")
                """);
    }

    @Test
    void notWhereTheCallItselfIsWrong() {
        examples.leavesAlone("""
                def area(width, height):
                    return width * height

                area(widht=2, height=3)
                """);
    }

    @Test
    void notForAWordThatStandsInManyPlaces() {
        examples.leavesAlone("""
                def paint(colour):
                    return colour

                settings = [{"color": "red"}, {"color": "blue"}, {"color": "green"}]
                for setting in settings:
                    paint(**setting)
                """);
    }
}
