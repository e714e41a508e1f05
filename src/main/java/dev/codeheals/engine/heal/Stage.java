package dev.codeheals.engine.heal;

/// The stages a person sees.
public enum Stage { RUN, DETECT, CLASSIFY, LOCALIZE, PATTERN, RULES, SEARCH, MODEL, VERIFY, SCORE, REVIEW, PROMOTE, LEARN }
