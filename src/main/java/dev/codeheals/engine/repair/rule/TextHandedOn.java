package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Text that reads as a number is passed to a function that calculates or compares: it is converted by the caller, where it came from.
final class TextHandedOn implements RepairRule {
    private static final Pattern MIXED = Pattern.compile("'[<>]=?' not supported between instances of '(?:str|int|float)' and '(?:str|int|float)'"
            + "|unsupported operand type\\(s\\) for .*'(?:str|int|float)' and '(?:str|int|float)'|can't multiply sequence by non-int of type '(?:str|float)'"
            + "|'str' object cannot be interpreted as an integer|bad operand type for .*: 'str'|must be real number, not str"
            + "|can only concatenate str \\(not \"(?:int|float)\"\\) to str|not all arguments converted during string formatting");
    private static final Pattern WHOLE = Pattern.compile("['\"]\\s*-?\\d+\\s*['\"]");
    private static final Pattern DECIMAL = Pattern.compile("['\"]\\s*-?\\d*\\.\\d+\\s*['\"]");

    @Override
    public String id() {
        return "text-handed-on";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.COMPARISON", "TYP.STR_NUMBER_MIX", "TYP.UNSUPPORTED_OPERAND", "TYP.INTEGER_REQUIRED");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        if (fault.raisedHere() || fault.inTests() || fault.says("TypeError", MIXED).isEmpty()) {
            return List.of();
        }
        List<CandidatePatch> patches = new ArrayList<>();
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            call.args().forEach(argument -> conversion(fault, argument).ifPresent(c -> patches.add(patch(fault, argument, c))));
        }
        return patches;
    }

    private static Optional<String> conversion(Fault fault, Expr argument) {
        Optional<String> seen = fault.valueOf(argument).filter(v -> v.type().equals("str")).map(ValueFacts::repr);
        return seen.flatMap(s -> WHOLE.matcher(s).matches() ? Optional.of("int") : DECIMAL.matcher(s).matches() ? Optional.of("float") : Optional.empty());
    }

    private CandidatePatch patch(Fault fault, Expr argument, String conversion) {
        Expr origin = OddValue.origin(fault, argument);
        return draft(fault, "Make " + fault.text(origin) + " a number").rated(Tier.B, 0.88).because("It is text, and what it is passed to wants a number.")
                .insert(origin.start(), conversion + "(").insert(origin.end(), ")").done();
    }
}
