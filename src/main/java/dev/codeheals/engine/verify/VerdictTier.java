package dev.codeheals.engine.verify;

/// How far a candidate got; each tier includes the ones before it.
public enum VerdictTier { NONE, COMPILES, FAILURE_GONE, NOTHING_LOST, TEST_PASSES, SURVIVES_PROBES }
