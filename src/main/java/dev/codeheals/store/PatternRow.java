package dev.codeheals.store;

import dev.codeheals.engine.knowledge.EditTemplate;
import dev.codeheals.engine.knowledge.SuccessPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;

/// A pattern as stored.
///
/// @param rank  its place among others, before recency and context
/// @param sound whether what it would write is what was stored
record PatternRow(SuccessPattern pattern, double rank, boolean sound) {
    private static final double HALF_LIFE_DAYS = 180;
    private static final double LEAST_RECENT = 0.5;
    private static final double LEAST_RECENT_GOLD = 0.9;
    private static final double OTHER_PROJECT = 0.95;

    /// Reads {@link KnowledgeSql#COLUMNS}.
    static PatternRow read(ResultSet row) throws SQLException {
        Set<String> tags = new LinkedHashSet<>();
        String derived = row.getString("tags");
        if (!derived.isEmpty()) {
            tags.add(derived);
        }
        tags.addAll(UserTags.split(row.getString("user_tags")));
        return new PatternRow(new SuccessPattern(row.getLong("id"), row.getString("error_code"), row.getString("cluster_id"),
                row.getString("fix_description"), row.getString("fix_diff"), new EditTemplate(row.getString("edit_template")),
                row.getInt("successes"), row.getInt("failures"), row.getDouble("average"), tags, row.getString("source"), row.getString("project"),
                Instant.ofEpochMilli(row.getLong("first_success_at")), Instant.ofEpochMilli(row.getLong("last_success_at"))), row.getDouble("rank"),
                Seal.holds(row));
    }

    /// The rank, faded by age and by distance. Gold hardly fades.
    double score(String project, Instant now) {
        double days = Math.max(0, (now.toEpochMilli() - pattern.lastSuccessAt().toEpochMilli()) / 86_400_000.0);
        double least = pattern.gold() ? LEAST_RECENT_GOLD : LEAST_RECENT;
        double recency = least + (1 - least) * Math.pow(0.5, days / HALF_LIFE_DAYS);
        return rank * recency * (pattern.project().equals(project) ? 1 : OTHER_PROJECT);
    }
}
