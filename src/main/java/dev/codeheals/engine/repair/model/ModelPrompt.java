package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.RepairRequest;
import java.util.ArrayList;
import java.util.List;

/// Everything that is sent to a model for one reply; already redacted.
///
/// @param system    role, rules and the three contexts
/// @param turns     the conversation, the user first and last
/// @param maxTokens the most the model may answer
/// @param shape     what the reply shall be
public record ModelPrompt(String system, List<Turn> turns, int maxTokens, Shape shape) {
    public enum Shape {
        /// The object of {@link ReplySchema}.
        FIX,
        ANY_TEXT
    }

    public enum Role { USER, ASSISTANT }

    /// One message of the conversation.
    public record Turn(Role role, String text) {}

    public ModelPrompt {
        turns = List.copyOf(turns);
        if (turns.isEmpty() || turns.getLast().role() != Role.USER) {
            throw new IllegalArgumentException("A prompt ends with what the user says.");
        }
    }

    public static ModelPrompt of(String system, String user, int maxTokens) {
        return new ModelPrompt(system, List.of(new Turn(Role.USER, user)), maxTokens, Shape.FIX);
    }

    /// What the first attempt of a heal sends.
    public static ModelPrompt first(RepairRequest request, Redactor redactor) {
        return new PromptBuilder().build(request, redactor.redaction(request.project()), request.tried(), List.of());
    }

    /// The same conversation with the model's reply and one more thing to say to it.
    public ModelPrompt followedBy(String reply, String user) {
        List<Turn> longer = new ArrayList<>(turns);
        longer.add(new Turn(Role.ASSISTANT, reply));
        longer.add(new Turn(Role.USER, user));
        return new ModelPrompt(system, longer, maxTokens, shape);
    }

    /// The exact outgoing text, for a person to read before or after it is sent.
    public String preview() {
        StringBuilder text = new StringBuilder("[system]\n").append(system);
        for (Turn turn : turns) {
            text.append(turn.role() == Role.USER ? "\n\n[user]\n" : "\n\n[assistant]\n").append(turn.text());
        }
        return text.append('\n').toString();
    }

    /// About how many tokens go out.
    public int tokens() {
        return TokenUsage.estimate(preview());
    }
}
