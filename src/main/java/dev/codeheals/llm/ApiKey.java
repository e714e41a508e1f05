package dev.codeheals.llm;

/// A key that cannot be printed by accident.
public final class ApiKey {
    private final String value;
    private final String origin;

    /// @param origin where it came from, in plain words
    public ApiKey(String value, String origin) {
        this.value = value.strip();
        this.origin = origin;
    }

    /// The key itself; for the header of a request and nothing else.
    String reveal() {
        return value;
    }

    public String origin() {
        return origin;
    }

    /// The text without the key, should a server send it back.
    String scrub(String text) {
        return value.length() < 4 ? text : text.replace(value, "[key]");
    }

    @Override
    public String toString() {
        return "key from " + origin;
    }
}
