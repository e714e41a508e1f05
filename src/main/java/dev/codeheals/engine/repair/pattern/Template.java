package dev.codeheals.engine.repair.pattern;

import java.util.List;
import java.util.Map;

/// An abstract edit.
///
/// @param description with holes in braces
/// @param pins        words of the diagnosis that must be exactly these, because the edit means nothing for others
/// @param steps       all must apply
record Template(String description, Map<String, String> pins, List<Step> steps) {
    Template {
        pins = Map.copyOf(pins);
        steps = List.copyOf(steps);
    }
}
