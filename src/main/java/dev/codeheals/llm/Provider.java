package dev.codeheals.llm;

import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who answers.
public enum Provider {
    /// The Messages API.
    ANTHROPIC("anthropic", "https://api.anthropic.com/v1", "claude-sonnet-4-5", "ANTHROPIC_API_KEY"),
    /// Chat Completions.
    OPENAI("openai", "https://api.openai.com/v1", "gpt-5-mini", "OPENAI_API_KEY"),
    /// Any server that speaks Chat Completions: Ollama, LM Studio, llama.cpp, vLLM …
    COMPATIBLE("compatible", "http://localhost:11434/v1", "", "CODEHEALS_API_KEY");

    private final String id;
    private final URI home;
    private final String usualModel;
    private final String keyName;

    Provider(String id, String home, String usualModel, String keyName) {
        this.id = id;
        this.home = URI.create(home);
        this.usualModel = usualModel;
        this.keyName = keyName;
    }

    /// As written on the command line and in envelopes.
    public String id() {
        return id;
    }

    /// Where it is reached unless the user says otherwise.
    public URI home() {
        return home;
    }

    /// The model asked unless the user says otherwise; empty = the first one the server lists.
    public String usualModel() {
        return usualModel;
    }

    /// The environment variable, and the name in the key ring, that holds its key.
    public String keyName() {
        return keyName;
    }

    public static Optional<Provider> of(@Nullable String id) {
        return Arrays.stream(values()).filter(provider -> provider.id.equals(id)).findFirst();
    }
}
