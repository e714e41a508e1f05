package dev.codeheals.store;

import dev.codeheals.engine.knowledge.KnowledgeStats;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// How many patterns there were at the end of each week.
final class Growth {
    private static final int MOST_WEEKS = 520;

    private Growth() {}

    static List<KnowledgeStats.Week> byWeek(Connection connection, Instant now) throws SQLException {
        TreeMap<LocalDate, int[]> added = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(KnowledgeSql.WEEKS); ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int[] week = added.computeIfAbsent(monday(LocalDate.ofEpochDay(row.getLong(1))), _ -> new int[2]);
                week[0] += row.getInt(2);
                week[1] += row.getInt(3);
            }
        }
        List<KnowledgeStats.Week> weeks = new ArrayList<>();
        if (added.isEmpty()) {
            return weeks;
        }
        LocalDate last = monday(LocalDate.ofInstant(now, ZoneOffset.UTC));
        LocalDate end = last.isBefore(added.lastKey()) ? added.lastKey() : last;
        int patterns = 0;
        int gold = 0;
        for (LocalDate week = added.firstKey(); !week.isAfter(end); week = week.plusWeeks(1)) {
            int[] more = added.getOrDefault(week, new int[2]);
            patterns += more[0];
            gold += more[1];
            weeks.add(new KnowledgeStats.Week(week, patterns, gold));
        }
        return weeks.subList(Math.max(0, weeks.size() - MOST_WEEKS), weeks.size());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
