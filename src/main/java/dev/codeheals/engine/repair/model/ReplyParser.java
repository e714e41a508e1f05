package dev.codeheals.engine.repair.model;

/// Turns a reply into edits, or says what is wrong with it. Reads only the text and the scope it is given.
final class ReplyParser {
    private final ReplyScope scope;

    ReplyParser(ReplyScope scope) {
        this.scope = scope;
    }

    ParsedReply parse(String reply) {
        return new ParsedReply.Unusable("The reply holds no edit: " + reply.length() + scope.failingFile());
    }
}
