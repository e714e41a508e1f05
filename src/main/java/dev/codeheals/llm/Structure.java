package dev.codeheals.llm;

/// How strictly an endpoint can be asked for JSON, strictest first.
enum Structure {
    SCHEMA,
    /// "Some JSON object."
    OBJECT,
    /// Only the words of the prompt ask for it, and nothing that a plain server may not know is sent.
    WORDS
}
