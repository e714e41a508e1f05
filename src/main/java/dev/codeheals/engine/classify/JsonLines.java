package dev.codeheals.engine.classify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/// Finds the line of a JSON value by its path.
final class JsonLines {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonLines() {}

    /// The 1-based line where the value at a path such as {@code $.categories[3].hint} starts, or the line of its nearest parent.
    static int lineOf(String text, String path) {
        String best = "";
        int line = 1;
        try (JsonParser parser = JSON.createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.END_OBJECT || parser.currentToken() == JsonToken.END_ARRAY) {
                    continue;
                }
                String here = pathOf(parser.getParsingContext());
                if (path.startsWith(here) && here.length() >= best.length()) {
                    best = here;
                    line = parser.currentTokenLocation().getLineNr();
                }
            }
        } catch (IOException e) {
            return line;
        }
        return line;
    }

    private static String pathOf(JsonStreamContext context) {
        if (context.inRoot()) {
            return "$";
        }
        JsonStreamContext parent = context.getParent();
        String before = parent == null ? "$" : pathOf(parent);
        if (context.inArray()) {
            return before + "[" + context.getCurrentIndex() + "]";
        }
        String name = context.getCurrentName();
        return name == null ? before : before + "." + name;
    }
}
