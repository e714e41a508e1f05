package dev.codeheals.llm;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events from a reply: the {@code data} of one event at a time; names, ids and comments are passed over.
final class EventStream {
    private static final ByteString MARK = ByteString.decodeHex("efbbbf");

    private final BufferedSource source;
    /// Lines that ended with a carriage return alone.
    private final Deque<String> parted = new ArrayDeque<>();
    private boolean begun;

    EventStream(BufferedSource source) {
        this.source = source;
    }

    /// The next event's data, lines joined; null at the end of the stream. A last event without a blank line after it counts.
    @Nullable String next() throws IOException {
        StringBuilder data = new StringBuilder();
        boolean any = false;
        String line;
        while ((line = line()) != null) {
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

    private @Nullable String line() throws IOException {
        if (!begun && source.rangeEquals(0, MARK)) {
            source.skip(MARK.size());
        }
        begun = true;
        if (parted.isEmpty()) {
            String line = source.readUtf8Line();
            if (line == null || line.indexOf('\r') < 0) {
                return line;
            }
            parted.addAll(List.of(line.split("\r", -1)));
        }
        return parted.poll();
    }
}
