package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// {@code json.load} for {@code json.loads} and its like: the one works on files, the other on text.
final class LoadOrLoads implements RepairRule {
    private static final Set<String> MODULES = Set.of("json", "pickle", "marshal", "plistlib", "tomllib", "toml", "simplejson");
    private static final Pattern NEEDS_FILE = Pattern.compile("'(?:str|bytes|bytearray|dict|PosixPath)' object has no attribute '(?:read|write|readline)'"
            + "|(?:load|dump)\\(\\) missing (?:1 )?required (?:positional )?argument:? '(?:fp|file)'.*|file must have (?:a )?'.*'.*|dump missing required argument 'file'.*"
            + "|File must be opened in binary mode.*");
    private static final Pattern NEEDS_TEXT = Pattern.compile("the JSON object must be str, bytes or bytearray, not (?:TextIOWrapper|BufferedReader|StringIO|BytesIO)"
            + "|a bytes-like object is required, not '(?:_io\\.)?(?:BufferedReader|TextIOWrapper|BytesIO)'|dumps\\(\\) takes (?:from )?1 .*positional arguments? but 2 were given"
            + "|dumps\\(\\) takes .* positional arguments? but .*");

    @Override
    public String id() {
        return "load-or-loads";
    }

    @Override
    public Set<String> answers() {
        return Set.of("SER.JSON_INPUT", "TYP.ARGUMENT_MISSING", "TYP.ARG_COUNT", "TYP.TYPE_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean wantsFile = fault.says(NEEDS_FILE).isPresent();
        boolean wantsText = fault.says(NEEDS_TEXT).isPresent();
        if (!wantsFile && !wantsText) {
            return List.of();
        }
        return fault.expressions(Expr.Call.class).stream().flatMap(c -> patch(fault, c, wantsFile)).toList();
    }

    private Stream<CandidatePatch> patch(Fault fault, Expr.Call call, boolean wantsFile) {
        if (!(call.function() instanceof Expr.Attribute a && a.value() instanceof Expr.Name module && MODULES.contains(module.id()))) {
            return Stream.empty();
        }
        String other = switch (a.attr()) {
            case "load", "dump" -> wantsFile ? a.attr() + "s" : "";
            case "loads", "dumps" -> wantsFile ? "" : a.attr().substring(0, 4);
            default -> "";
        };
        return other.isEmpty() ? Stream.empty() : Stream.of(draft(fault, "Call " + module.id() + "." + other).rated(Tier.A, 0.97)
                .because("`" + module.id() + "." + a.attr() + "` works on " + (wantsFile ? "a file" : "text") + ".").replace(a.nameStart(), a.end(), other).done());
    }
}
