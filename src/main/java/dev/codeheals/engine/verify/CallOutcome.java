package dev.codeheals.engine.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// What one call of a function did; see {@code codeheals_probe.py}.
///
/// @param type  of the exception it raised; empty otherwise
/// @param place file and line in the project that raised it; empty otherwise
/// @param value what it returned, as JSON; missing otherwise
/// @param rest  what else can be told of it: the exception's arguments, or what it printed and did to its arguments
/// @param meant  whether the project itself raised it in so many words
/// @param spelled which part of the recorded arguments was changed for it, if the candidate spells that part's value out; empty otherwise
record CallOutcome(Kind kind, String type, String place, JsonNode value, String rest, boolean meant, String spelled) {
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Kind {
        RETURNED, RAISED,
        /// It took too long.
        LATE,
        /// It did one thing and then another.
        UNSTEADY,
        /// It could not be called.
        UNKNOWN
    }

    /// A recorded call and the same with one argument changed a little.
    record Group(CallOutcome own, List<CallOutcome> near) {
        Group {
            near = List.copyOf(near);
        }
    }

    static Group group(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            List<CallOutcome> near = new ArrayList<>();
            node.path("near").forEach(one -> near.add(of(one)));
            return new Group(of(node.path("own")), near);
        } catch (JsonProcessingException _) {
            return new Group(of(JSON.missingNode()), List.of());
        }
    }

    private static CallOutcome of(JsonNode node) {
        Kind kind = switch (node.path("kind").asText()) {
            case "returned" -> Kind.RETURNED;
            case "raised" -> Kind.RAISED;
            case "late" -> Kind.LATE;
            case "unsteady" -> Kind.UNSTEADY;
            default -> Kind.UNKNOWN;
        };
        return new CallOutcome(kind, node.path("type").asText(), node.path("place").asText(), node.path("value"), node.path("text").asText(),
                node.path("meant").asBoolean(), node.path("spelled").asText());
    }

    boolean isKnown() {
        return kind != Kind.UNKNOWN && kind != Kind.UNSTEADY;
    }

    /// Whether both did the same, wherever it stands in the source.
    boolean isLike(CallOutcome other) {
        return kind == other.kind && type.equals(other.type) && value.equals(other.value) && rest.equals(other.rest);
    }

    /// Whether both failed by the same kind of exception at the same place of the same program.
    boolean failsLike(CallOutcome other) {
        return kind == Kind.RAISED && other.kind == Kind.RAISED && type.equals(other.type) && place.equals(other.place);
    }
}
