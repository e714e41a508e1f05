package dev.codeheals.store;

import java.sql.PreparedStatement;
import java.util.Random;

/// A large library, made fast.
public final class ManyPatterns {
    static final String[] FAMILIES = {"RES", "TYPE", "ATTR", "KEY", "INDEX", "VALUE", "SYN", "ARG", "IO", "LOGIC"};
    static final String[] WORDS = {"import", "missing", "module", "rename", "attribute", "convert", "value", "guard", "key", "default",
        "argument", "colon", "indent", "return", "call", "close", "file", "open", "index", "range"};
    private static final int BATCH = 50_000;

    private ManyPatterns() {}

    /// Adds so many patterns, the same each time.
    public static void fill(Database database, int count) {
        Random random = new Random(42);
        for (int from = 0; from < count; from += BATCH) {
            int first = from;
            database.inTransaction(connection -> {
                try (PreparedStatement insert = connection.prepareStatement("INSERT INTO success_patterns (error_code, family, cluster_id,"
                        + " fix_description, fix_diff, edit_template, success_count, failure_count, avg_confidence, own_successes, source, project,"
                        + " first_success_at, last_success_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 'rule:x', '/p', ?, ?)")) {
                    for (int i = first; i < Math.min(count, first + BATCH); i++) {
                        String family = FAMILIES[random.nextInt(FAMILIES.length)];
                        String code = family + ".CODE_" + random.nextInt(6);
                        String description = WORDS[random.nextInt(WORDS.length)] + " the " + WORDS[random.nextInt(WORDS.length)] + " " + i;
                        long at = 1_700_000_000_000L + i * 60_000L;
                        Sql.bind(insert, code, family, code + ":name" + random.nextInt(200_000), description,
                                "--- a/app.py\n+++ b/app.py\n@@ -1 +1,2 @@\n+import name" + i + "\n", "{\"v\":1,\"description\":\"x\",\"pins\":{},\"steps\":[]}",
                                1 + random.nextInt(40), random.nextInt(4), 0.7 + random.nextDouble() * 0.3, at, at);
                        insert.addBatch();
                    }
                    return insert.executeBatch().length;
                }
            });
        }
    }
}
