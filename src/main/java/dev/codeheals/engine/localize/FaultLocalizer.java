package dev.codeheals.engine.localize;
import dev.codeheals.engine.classify.Diagnosis;
import dev.codeheals.engine.detect.Failure;
import dev.codeheals.engine.source.SourceTree;
import java.util.*;
public final class FaultLocalizer {
    private FaultLocalizer() {}
    public static List<SuspiciousLocation> rank(Failure failure, Diagnosis diagnosis, RuntimeFacts facts, SourceTree tree) {
        List<SuspiciousLocation> out = new ArrayList<>();
        if (diagnosis.file() != null && diagnosis.line() != null) out.add(new SuspiciousLocation(diagnosis.file(), diagnosis.line(), 1, "raised"));
        return out;
    }
}
