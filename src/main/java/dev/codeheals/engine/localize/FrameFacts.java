package dev.codeheals.engine.localize;

import java.util.Map;

/// One frame at the moment of the failure.
///
/// @param file      relative to the project root
/// @param line      1-based
/// @param function  code name
/// @param locals    by name, parameters included
/// @param evaluated sub-expressions of the failing line that could be read without side effects (names, attributes, constant subscripts), by source text
/// @param callees   signatures of the callables named on the failing line, by source text of the callee: {@code "(a, b=1, *, c)"}
public record FrameFacts(String file, int line, String function, Map<String, ValueFacts> locals, Map<String, ValueFacts> evaluated,
                         Map<String, String> callees) {
    public FrameFacts {
        locals = Map.copyOf(locals);
        evaluated = Map.copyOf(evaluated);
        callees = Map.copyOf(callees);
    }
}
