package dev.codeheals.llm;

import java.io.IOException;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Source;

/// A source that ends with an error once more than a number of bytes came out of it.
final class CappedSource extends ForwardingSource {
    /// More came than any honest reply needs.
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(long most) {
            super("more than " + most + " bytes");
        }
    }

    private final long most;
    private long seen;

    CappedSource(Source source, long most) {
        super(source);
        this.most = most;
    }

    @Override
    public long read(Buffer sink, long byteCount) throws IOException {
        long count = super.read(sink, byteCount);
        seen += Math.max(0, count);
        if (seen > most) {
            throw new TooLarge(most);
        }
        return count;
    }
}
