package dev.codeheals.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.bench.CaseResult.StepTaken;
import dev.codeheals.engine.score.EvidenceKind;
import dev.codeheals.engine.score.Priors;
import dev.codeheals.engine.score.WeightFit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Priors measured on a bench: how often verified fixes of each source were right, and how strongly the signals speak.
///
/// Counts enter as a Beta posterior: a source whose own word is `p` counts as `10·p` right of 10 before anything is measured, so its base
/// rate is `(10·p + right) / (10 + total)`. The weights are those of the application, moved by {@link WeightFit}. A heal of several steps
/// that turned out wrong says nothing about any one of them and is left out.
public final class MeasuredPriors {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private MeasuredPriors() {}

    /// @param report of cases with held-back checks
    public static Priors of(BenchReport report) {
        Map<String, Priors.Count> counts = new TreeMap<>();
        List<WeightFit.Outcome> outcomes = new ArrayList<>();
        for (CaseResult result : report.results()) {
            boolean known = result.correct().isPresent() && (result.reallyCorrect() || result.steps().size() == 1);
            for (StepTaken step : known ? result.steps() : List.<StepTaken>of()) {
                count(counts, Priors.key(step.source(), step.evidence()), result.reallyCorrect());
                count(counts, Priors.key(Priors.kind(step.source()), step.evidence()), result.reallyCorrect());
                outcomes.add(new WeightFit.Outcome(step.raw(), result.reallyCorrect()));
            }
        }
        return new Priors("", WeightFit.of(outcomes).apply(Priors.bundled().weights()), counts);
    }

    private static void count(Map<String, Priors.Count> counts, String key, boolean right) {
        Priors.Count old = counts.getOrDefault(key, new Priors.Count(0, 0));
        counts.put(key, new Priors.Count(old.right() + (right ? 1 : 0), old.total() + 1));
    }

    /// The document {@link Priors#read} reads.
    ///
    /// @param command what made the numbers
    public static String json(Priors priors, String command) {
        ObjectNode node = JSON.createObjectNode();
        node.put("made_by", command);
        Priors.Weights w = priors.weights();
        node.putObject("weights").put("bias", rounded(w.bias())).put("base", rounded(w.base())).put("syntax", rounded(w.syntax()))
                .put("semantic", rounded(w.semantic())).put("difficulty", rounded(w.difficulty())).put("self_reported", rounded(w.selfReported()));
        ArrayNode counts = node.putArray("counts");
        new TreeMap<>(priors.counts()).forEach((key, count) -> {
            int blank = key.lastIndexOf(' ');
            counts.addObject().put("source", key.substring(0, blank))
                    .put("evidence", EvidenceKind.valueOf(key.substring(blank + 1)).name().toLowerCase(Locale.ROOT))
                    .put("right", count.right()).put("total", count.total());
        });
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
