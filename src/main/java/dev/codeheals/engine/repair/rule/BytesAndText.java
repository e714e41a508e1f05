package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Bytes where text is wanted, or text where bytes are.
final class BytesAndText implements RepairRule {
    private static final Pattern BYTES_WANTED = Pattern.compile("a bytes-like object is required, not 'str'|memoryview: a bytes-like object is required, not 'str'"
            + "|can't concat str to bytes|Strings must be encoded before hashing|Unicode-objects must be encoded before hashing"
            + "|argument should be a bytes-like object or ASCII string, not 'str'|string argument without an encoding");
    private static final Pattern TEXT_WANTED = Pattern.compile("can only concatenate str \\(not \"bytes\"\\) to str|write\\(\\) argument must be str, not bytes"
            + "|cannot use a string pattern on a bytes-like object|startswith first arg must be bytes.*|sequence item \\d+: expected str instance, bytes found"
            + "|must be str, not bytes");

    private static final Pattern BINARY_FILE = Pattern.compile("File must be opened in binary mode|the STRING opcode argument must be quoted");

    @Override
    public String id() {
        return "bytes-and-text";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.BYTES_STR_MIX", "TYP.TYPE_ERROR");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean bytes = fault.says("TypeError", BYTES_WANTED).isPresent();
        boolean text = fault.says("TypeError", TEXT_WANTED).isPresent();
        List<CandidatePatch> patches = new ArrayList<>();
        if (fault.says("TypeError", BINARY_FILE).isPresent()) {
            binary(fault, patches);
        }
        if (!bytes && !text) {
            return patches;
        }
        for (Expr.BinOp op : fault.expressions(Expr.BinOp.class)) {
            convert(fault, op.left(), bytes, 0.85, patches);
            convert(fault, op.right(), bytes, 0.85, patches);
            if (op.op().equals("+") && !(op.left() instanceof Expr.Constant) && !(op.right() instanceof Expr.Constant)) {
                // Which of the two is of the wrong kind the message cannot know.
                convert(fault, op.left(), !bytes, 0.78, patches);
                convert(fault, op.right(), !bytes, 0.78, patches);
            }
        }
        for (Expr.Compare compare : fault.expressions(Expr.Compare.class)) {
            convert(fault, compare.left(), bytes, 0.88, patches);
        }
        if (fault.statement().isPresent() && fault.statement().get() instanceof Stmt.AugAssign assign) {
            convert(fault, assign.value(), bytes, 0.88, patches);
        }
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            call.args().forEach(argument -> convert(fault, argument, bytes, 0.88, patches));
        }
        return patches;
    }

    /// A reader of bytes got a file that was opened as text.
    private void binary(Fault fault, List<CandidatePatch> patches) {
        fault.tree().all(Expr.Call.class).stream().filter(c -> CallSite.last(c.function()).equals("open")).forEach(call -> {
            Draft draft = draft(fault, "Open the file in binary mode").rated(Tier.A, 0.95).because("What reads it wants bytes.");
            Expr mode = call.args().stream().filter(a -> a instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && c.value().matches("[rt]{1,2}")).findFirst().orElse(null);
            if (mode != null) {
                patches.add(draft.replace(mode, Quotes.literal(fault, "rb")).done());
            } else if (call.keywords().isEmpty()) {
                patches.add(draft.insert(call.end() - 1, (call.args().isEmpty() ? "" : ", ") + Quotes.literal(fault, "rb")).done());
            }
        });
    }

    private void convert(Fault fault, Expr value, boolean toBytes, double prior, List<CandidatePatch> patches) {
        String type = Values.type(fault, value).orElse("");
        boolean wrong = toBytes ? type.equals("str") : type.equals("bytes");
        boolean unknown = type.isEmpty() && (value instanceof Expr.Name || value instanceof Expr.Call || value instanceof Expr.Attribute);
        if (toBytes && value instanceof Expr.Constant c && c.kind() == Expr.ConstantKind.STRING && fault.text(value).matches("['\"].*")) {
            patches.add(draft(fault, "Write the text as bytes").rated(Tier.A, 0.92).because("Bytes are wanted here.").insert(value.start(), "b").done());
        } else if (wrong || unknown) {
            patches.add(draft(fault, toBytes ? "Encode the text" : "Decode the bytes").rated(wrong ? Tier.A : Tier.B, wrong ? prior : 0.6)
                    .because(toBytes ? "Bytes are wanted here." : "Text is wanted here.")
                    .replace(value, Values.operand(fault, value) + (toBytes ? ".encode()" : ".decode()")).done());
        }
    }
}
