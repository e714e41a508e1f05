package dev.codeheals.llm;

import java.io.IOException;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events from a reply: the {@code data} of one event at a time; names, ids and comments are passed over.
final class EventStream {
    private final BufferedSource source;

    EventStream(BufferedSource source) {
        this.source = source;
    }

    /// The next event's data, lines joined; null at the end of the stream. A last event without a blank line after it counts.
    @Nullable String next() throws IOException {
        StringBuilder data = new StringBuilder();
        boolean any = false;
        String line;
        while ((line = source.readUtf8Line()) != null) {
            if (line.isEmpty() && any) {
                return data.toString();
            }
            if (line.startsWith("data:")) {
                data.append(any ? "\n" : "").append(line, line.startsWith("data: ") ? 6 : 5, line.length());
                any = true;
            }
        }
        return any ? data.toString() : null;
    }
}
