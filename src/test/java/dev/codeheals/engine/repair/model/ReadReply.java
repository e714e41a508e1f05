package dev.codeheals.engine.repair.model;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.ProjectSnapshot;
import java.util.List;

/// Replies as the program reads them when {@code main.py} failed.
public final class ReadReply {
    private final ReplyParser parser;

    public ReadReply(ProjectSnapshot project) {
        parser = new ReplyParser(new ReplyScope(project, "main.py", ReplyScope.Restore.NONE));
    }

    /// The edits a reply asks for; none if it cannot be understood.
    public List<FileEdit> edits(String reply) {
        return parser.parse(reply) instanceof ParsedReply.Parsed parsed ? parsed.edits() : List.of();
    }
}
