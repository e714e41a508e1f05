package dev.codeheals.engine.repair.model;

/// The JSON object a reply shall be.
public final class ReplySchema {
    public static final String NAME = "proposed_fix";

    /// As JSON Schema, in the subset that every provider with structured output takes: all properties required, no others allowed.
    public static final String JSON = """
            {
              "type": "object",
              "additionalProperties": false,
              "required": ["fix_description", "explanation", "edits", "confidence"],
              "properties": {
                "fix_description": {"type": "string", "description": "What the edit does, in a few words: Import requests"},
                "explanation": {"type": "string", "description": "Why it heals the failure, for a person"},
                "edits": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["file", "search", "replace"],
                    "properties": {
                      "file": {"type": "string", "description": "Path relative to the project"},
                      "search": {"type": "string", "description": "Exact old lines, as few as are unique in the file; empty to create the file"},
                      "replace": {"type": "string", "description": "New lines"}
                    }
                  }
                },
                "confidence": {"type": "number", "description": "Probability from 0 to 1 that the fix is right"}
              }
            }
            """;

    private ReplySchema() {}
}
