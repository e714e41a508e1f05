package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.run.Cancellation;
import java.util.List;

/// Talks to one model of one provider. Thread-safe; keeps the key, the address and the retries to itself.
public interface ModelClient {

    ModelId model();

    /// Sends the prompt and waits for the whole reply, repeating a request where that helps.
    ///
    /// @param listener hears pieces of the reply where the endpoint streams, else the reply once
    /// @throws ModelFailure where no reply came; it names how many requests were sent
    ModelReply complete(ModelPrompt prompt, CallLimits limits, ReplyListener listener, Cancellation cancellation) throws ModelFailure;

    /// The names of the models the endpoint offers, sorted.
    List<String> listModels() throws ModelFailure;

    /// Asks for a reply of a few tokens. Never throws: what fails is told in the report.
    ConnectionReport testConnection();

    /// The most this prompt may cost in US dollars; 0 where the price is unknown.
    double worstCost(ModelPrompt prompt);

    /// What a test of the connection found.
    ///
    /// @param message a sentence for a person
    record ConnectionReport(boolean works, String message) {}
}
