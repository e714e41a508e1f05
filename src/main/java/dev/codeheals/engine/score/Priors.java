package dev.codeheals.engine.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// What was measured on the bench before this user had a history: weights of the signals, and how often verified fixes of a source were right.
///
/// @param madeBy the command that made the numbers
public record Priors(String madeBy, Weights weights, Map<String, Count> counts) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// How many measured fixes weigh as much as the source's own word.
    private static final double STRENGTH = 10;
    /// How many measured fixes of its kind count where there are none of the source itself: rules differ more than they are alike.
    private static final double KIND_STRENGTH = 3;

    public Priors {
        counts = Map.copyOf(counts);
    }

    /// Weights of the logistic combination; signals enter as their distance from 0.5, the base rate as its log odds.
    public record Weights(double bias, double base, double syntax, double semantic, double difficulty, double selfReported) {}

    /// Verified fixes that were right, of all.
    public record Count(int right, int total) {}

    /// The numbers that ship with the application.
    public static Priors bundled() {
        try (InputStream in = Objects.requireNonNull(Priors.class.getResourceAsStream("/calibration/priors.json"))) {
            return read(JSON.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("The bundled priors cannot be read.", e);
        }
    }

    public static Priors read(JsonNode document) {
        JsonNode w = document.required("weights");
        Weights weights = new Weights(w.required("bias").asDouble(), w.required("base").asDouble(), w.required("syntax").asDouble(),
                w.required("semantic").asDouble(), w.required("difficulty").asDouble(), w.required("self_reported").asDouble());
        Map<String, Count> counts = new HashMap<>();
        for (JsonNode entry : document.required("counts")) {
            EvidenceKind kind = EvidenceKind.valueOf(entry.required("evidence").asText().toUpperCase(Locale.ROOT));
            counts.put(key(entry.required("source").asText(), kind),
                    new Count(entry.required("right").asInt(), entry.required("total").asInt()));
        }
        return new Priors(document.required("made_by").asText(), weights, counts);
    }

    /// How often a verified fix of this source is right: its own word, moved by what was measured of exactly this source, else of its kind.
    ///
    /// `(10 · own + right) / (10 + total)`, a Beta posterior. A kind says less about one of its members than the member's own record, so its
    /// counts are scaled down to at most three.
    public double baseRate(String source, double ownWord, EvidenceKind evidence) {
        Count exact = counts.get(key(source, evidence));
        if (exact != null) {
            return blend(ownWord, exact.right, exact.total);
        }
        Count kind = counts.get(key(kind(source), evidence));
        if (kind == null || kind.total == 0) {
            return ownWord;
        }
        double scale = Math.min(1, KIND_STRENGTH / kind.total);
        return blend(ownWord, kind.right * scale, kind.total * scale);
    }

    /// {@code rule} of {@code rule:missing-import}.
    public static String kind(String source) {
        int colon = source.indexOf(':');
        return colon < 0 ? source : source.substring(0, colon);
    }

    private static double blend(double ownWord, double right, double total) {
        return (ownWord * STRENGTH + right) / (STRENGTH + total);
    }

    /// The key of a source in {@link #counts()}.
    public static String key(String source, EvidenceKind evidence) {
        return source + " " + evidence;
    }
}
