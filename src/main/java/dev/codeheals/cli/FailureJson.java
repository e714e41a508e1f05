package dev.codeheals.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.classify.PacketHash;
import dev.codeheals.engine.classify.ProjectPaths;
import dev.codeheals.engine.classify.ReBanker;
import dev.codeheals.engine.classify.SealedDiagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.detect.StackFrame;
import dev.codeheals.engine.detect.Traceback;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/// Writes each failure as one JSON object a line.
final class FailureJson implements Consumer<Failure> {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final ReBanker reBanker;
    private final ProjectPaths paths;

    FailureJson(PrintStream out, ReBanker reBanker, ProjectPaths paths) {
        this.out = out;
        this.reBanker = reBanker;
        this.paths = paths;
    }

    @Override
    public void accept(Failure failure) {
        try {
            out.println(JSON.writeValueAsString(line(failure)));
            // Whoever follows a growing log wants each failure at once.
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of plain values can be written.", e);
        }
    }

    private ObjectNode line(Failure failure) {
        SealedDiagnosis sealed = reBanker.classify(failure, paths);
        ObjectNode line = JSON.createObjectNode();
        line.set("rebanker_raw", PacketHash.packet(sealed.diagnosis()));
        line.put("rebanker_hash", sealed.hash());
        ArrayNode chain = line.putArray("chain");
        for (Traceback link : failure.chain()) {
            chain.addObject().put("exception_type", link.exceptionType()).put("message", link.summary())
                    .put("relation", link.relation().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode frames = line.putArray("frames");
        for (StackFrame frame : ReBanker.frames(failure, paths)) {
            frames.addObject().put("file", frame.file()).put("line", frame.line() == 0 ? null : Integer.valueOf(frame.line()))
                    .put("function", frame.function().isEmpty() ? null : frame.function());
        }
        return line;
    }
}
