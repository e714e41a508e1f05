package dev.codeheals.engine.context;

/// Where the numbers come from.
public interface MetricsSource {
    Metrics measure(MetricsQuery query);
}
