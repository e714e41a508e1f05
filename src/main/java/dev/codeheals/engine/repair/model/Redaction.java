package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.ProjectSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/// Replaces secrets by placeholders and puts them back.
public final class Redaction {
    private final Map<String, String> placeholders = new LinkedHashMap<>();

    Redaction(KnownSecrets known, ProjectSnapshot project) {
        known.values().forEach(value -> placeholders.put(value, "CODEHEALS_SECRET_" + placeholders.size()));
        placeholders.put(project.root().toString() + "/", "");
    }

    /// The text without secrets.
    public String mask(String text) {
        String masked = text;
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            masked = masked.replace(entry.getKey(), entry.getValue());
        }
        return masked;
    }

    String restore(String text) throws ReplyScope.LeftoverPlaceholder {
        String restored = text;
        for (Map.Entry<String, String> entry : placeholders.entrySet()) {
            restored = entry.getValue().isEmpty() ? restored : restored.replace(entry.getValue(), entry.getKey());
        }
        if (restored.contains("CODEHEALS_SECRET_")) {
            throw new ReplyScope.LeftoverPlaceholder("The reply holds a placeholder that was never given out.");
        }
        return restored;
    }
}
