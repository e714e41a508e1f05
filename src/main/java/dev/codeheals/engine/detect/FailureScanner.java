package dev.codeheals.engine.detect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Finds the Python failures in raw output.
///
/// Reads a stream once, in bounded memory, at any size and any line length; every input is legal and none raises.
/// Failures come in the order in which their reports end. Output of other languages, plain logs and passing runs yield nothing.
public final class FailureScanner {
    private static final int BUFFER = 256 * 1024;
    private static final int LOOK_BACK = 512;
    private static final int LOOK_BACK_LINES = 4;
    private static final byte ESCAPE = 0x1b;
    private static final int LONGEST_TAIL = 1024;
    private static final Keywords KEYWORDS = new Keywords();
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final InputStream in;
    private final ReportDesk desk;
    private final byte[] buffer = new byte[BUFFER];
    private int length;
    private int position;
    private int searched;
    private long base;
    private boolean skipping;
    // Whether the line found last may hold control characters, or letters beyond ASCII.
    private boolean coloured;

    private FailureScanner(InputStream in, Consumer<Failure> found) {
        this.in = in;
        this.desk = new ReportDesk(found);
    }

    public static List<Failure> scan(String text) {
        return scan(text.getBytes(StandardCharsets.UTF_8));
    }

    public static List<Failure> scan(byte[] output) {
        List<Failure> failures = new ArrayList<>();
        try {
            scan(new ByteArrayInputStream(output), failures::add);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can be read.", e);
        }
        return failures;
    }

    /// Hands each failure over as soon as its report ends.
    public static void scan(InputStream output, Consumer<Failure> found) throws IOException {
        new FailureScanner(output, found).run();
    }

    private void run() throws IOException {
        boolean more = true;
        while (more) {
            more = fill();
            work(!more);
            compact();
        }
        desk.end();
    }

    private boolean fill() throws IOException {
        int read = in.read(buffer, length, buffer.length - length);
        if (read > 0) {
            length += read;
        }
        return read >= 0;
    }

    private void work(boolean last) {
        while (position < length) {
            int start = desk.idle() ? nextStart() : position;
            if (start < 0) {
                return;
            }
            start = colouredBefore(start);
            int end = lineEnd(start);
            if (end < 0 && !last && length - start < buffer.length) {
                position = start;
                searched = start;
                return;
            }
            boolean cut = end < 0 && !last;
            take(start, end < 0 ? length : end);
            skipping = cut;
            position = end < 0 ? length : afterBreak(end);
            searched = position;
        }
    }

    // In a quiet stretch the line that holds the next keyword, else -1 with everything searched.
    private int nextStart() {
        // Some keywords begin with the break before their line, and the first line has none.
        if (base == 0 && position == 0) {
            return 0;
        }
        int hit = KEYWORDS.next(buffer, Math.max(searched - 1, 0), length);
        if (hit < 0) {
            searched = Math.max(position, length - 32);
            return -1;
        }
        int at = Math.max(hit, position);
        if (buffer[hit] == '\n' && hit >= position) {
            at = Math.min(hit + 1, length);
            return at;
        }
        while (at > position && buffer[at - 1] != '\n' && buffer[at - 1] != '\r') {
            at--;
        }
        return at;
    }

    // Colours may stand inside the words that open a report, so a coloured stretch is read from a few lines earlier.
    private int colouredBefore(int start) {
        if (!desk.idle()) {
            return start;
        }
        boolean coloured = false;
        int at = start;
        int lines = 0;
        while (at > position && start - at < LOOK_BACK && lines <= LOOK_BACK_LINES) {
            at--;
            coloured |= buffer[at] == ESCAPE;
            lines += buffer[at] == '\n' ? 1 : 0;
        }
        if (!coloured) {
            return start;
        }
        return at > position && buffer[at] == '\n' ? at + 1 : at;
    }

    private int lineEnd(int from) {
        boolean odd = false;
        for (int i = from; i < length; i++) {
            byte b = buffer[i];
            if (b == '\n' || b == '\r') {
                coloured = odd;
                return i;
            }
            odd |= b < ' ' || b == '[';
        }
        coloured = odd;
        return -1;
    }

    private int afterBreak(int end) {
        int at = end;
        while (at < length && buffer[at] == '\r') {
            at++;
        }
        return at < length && buffer[at] == '\n' ? at + 1 : Math.min(length, end + 1);
    }

    private void take(int start, int end) {
        if (skipping) {
            return;
        }
        String line = decode(start, end);
        desk.line(line, base + start, coloured);
    }

    private String decode(int start, int end) {
        String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        return text.indexOf('\uFFFD') < 0 ? text : new String(buffer, start, end - start, FALLBACK);
    }

    private void compact() {
        int keep = position;
        if (desk.idle()) {
            keep = Math.max(position, searched - LONGEST_TAIL);
            for (int i = length - 1; i >= keep; i--) {
                if (buffer[i] == '\n') {
                    keep = i;
                    break;
                }
            }
        }
        System.arraycopy(buffer, keep, buffer, 0, length - keep);
        base += keep;
        length -= keep;
        position = Math.max(0, position - keep);
        searched = Math.max(0, searched - keep);
    }
}
