package dev.codeheals.store;

import dev.codeheals.engine.knowledge.PatternSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A search of the library as one statement and its values.
///
/// A search by words looks at the newest matches only: ranking all matches of a common word would read all of them.
record SearchSql(String sql, List<Object> values) {
    private static final int RANKED = 300;
    private static final int SORTED = 20_000;

    static SearchSql of(PatternSearch search, int offset, int limit) {
        String match = match(search.text());
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(KnowledgeSql.VISIBLE);
        if (!match.isEmpty()) {
            boolean best = search.order() == PatternSearch.Order.BEST && search.unfiltered();
            where.append("AND id IN (SELECT rowid FROM patterns_text WHERE patterns_text MATCH ? ORDER BY rowid DESC LIMIT ?) ");
            values.add(match);
            values.add(Math.max(best ? RANKED : SORTED, offset + limit));
        }
        filter(where, values, "family = ?", search.family());
        filter(where, values, "(tags = ? OR instr(char(10) || user_tags || char(10), char(10) || ? || char(10)) > 0)", search.tag());
        filter(where, values, "project = ?", search.project());
        values.add(limit);
        values.add(offset);
        return new SearchSql("SELECT " + KnowledgeSql.COLUMNS + " FROM success_patterns WHERE" + where + "ORDER BY " + order(search, match.isEmpty())
                + " LIMIT ? OFFSET ?", List.copyOf(values));
    }

    private static void filter(StringBuilder where, List<Object> values, String condition, String value) {
        if (!value.isEmpty()) {
            where.append("AND ").append(condition).append(' ');
            condition.chars().filter(c -> c == '?').forEach(_ -> values.add(value));
        }
    }

    private static String order(PatternSearch search, boolean all) {
        String direction = search.descending() ? " DESC" : "";
        return switch (search.order()) {
            case BEST -> all ? "last_success_at DESC" : "rank DESC, id DESC";
            case LAST_USED -> "last_success_at" + direction;
            case HELD -> "successes" + direction + ", id" + direction;
            case AVERAGE -> "average" + direction + ", id" + direction;
            case FIX -> "fix_description" + direction + ", id" + direction;
            case FAILURE -> "error_code" + direction + ", cluster_id" + direction;
        };
    }

    /// Every word as the beginning of a word; whatever stands in the text is data, never query syntax. A single letter says too little.
    private static String match(String text) {
        return Stream.of(text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().split(" ", -1)).filter(word -> word.length() > 1).limit(12)
                .map(word -> "\"" + word + "\"*").collect(Collectors.joining(" "));
    }
}
