package dev.codeheals.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.repair.model.ModelFailure;
import dev.codeheals.engine.repair.model.ModelPrompt;
import okhttp3.Request;

/// A provider's protocol: what is written into a request and read out of a reply.
interface Dialect {

    /// The path of a call below the endpoint's base.
    String path();

    void authorize(Request.Builder request, ApiKey key);

    /// Headers that every request needs.
    void label(Request.Builder request);

    ObjectNode body(Endpoint endpoint, ModelPrompt prompt, Structure structure, boolean streaming);

    /// Reads a reply that came in one piece.
    ///
    /// @return false if it is not in this protocol
    boolean whole(JsonNode reply, ReplyText into);

    /// Reads one event of a stream. An event of an unknown kind is passed over.
    ///
    /// @return true when nothing more will come
    boolean event(JsonNode data, ReplyText into, StatusFaults faults) throws ModelFailure;
}
