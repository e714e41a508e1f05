-- The library can be ordered by these at any size.
CREATE INDEX patterns_by_held ON success_patterns (successes, id) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_by_average ON success_patterns (average, id) WHERE merged_into IS NULL AND forgotten_at IS NULL;
CREATE INDEX patterns_by_fix ON success_patterns (fix_description, id) WHERE merged_into IS NULL AND forgotten_at IS NULL;
