package dev.codeheals.engine.verify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codeheals.engine.verify.CallOutcome.Group;
import dev.codeheals.engine.verify.CallOutcome.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The same calls on the project without a candidate and with it.
///
/// @param tried how many calls could be compared
/// @param doubt why the candidate may fit the tests' examples only; empty where nothing speaks for that
record InputComparison(int tried, Optional<String> doubt) {
    private static final int ENOUGH = 3;
    private static final int ENOUGH_OF_A_PART = 2;
    private static final Set<String> BROKEN = Set.of("NameError", "UnboundLocalError", "RecursionError");

    /// @param calls    as noted, those of failing tests marked
    /// @param literals numbers and texts the candidate adds
    static Optional<InputComparison> of(List<JsonNode> calls, List<Group> before, List<Group> after, Set<String> literals) {
        Comparing all = new Comparing(literals);
        for (int at = 0; at < Math.min(before.size(), after.size()); at++) {
            all.add(calls.get(at), before.get(at), after.get(at));
        }
        return all.tried == 0 ? Optional.empty() : Optional.of(new InputComparison(all.tried, all.doubt()));
    }

    private record Pair(CallOutcome before, CallOutcome after) {
        boolean isAlike() {
            return before.isLike(after);
        }
    }

    private static final class Comparing {
        private final Set<String> literals;
        private int tried;
        private int healed;
        private int alike;
        private int changed;
        private boolean crash;
        private boolean spelled;
        private boolean byHeart;
        private boolean constant;
        private Optional<String> broken = Optional.empty();

        Comparing(Set<String> literals) {
            this.literals = literals;
        }

        void add(JsonNode call, Group before, Group after) {
            List<Pair> near = new ArrayList<>();
            for (int at = 0; at < Math.min(before.near().size(), after.near().size()); at++) {
                if (before.near().get(at).isKnown() && after.near().get(at).isKnown()) {
                    near.add(new Pair(before.near().get(at), after.near().get(at)));
                }
            }
            tried += near.size();
            near.stream().filter(pair -> pair.before().kind() == Kind.RETURNED && isBroken(pair.after())).findFirst()
                    .ifPresent(pair -> broken = Optional.of(pair.after().kind() == Kind.LATE ? "does not end" : "ends in " + pair.after().type()));
            if (!call.path("passed").asBoolean() && before.own().isKnown() && after.own().isKnown() && !before.own().isLike(after.own())) {
                heal(call, new Pair(before.own(), after.own()), near);
            }
        }

        private static boolean isBroken(CallOutcome outcome) {
            return outcome.kind() == Kind.LATE || (outcome.kind() == Kind.RAISED && BROKEN.contains(outcome.type()));
        }

        /// A call the candidate heals, and those near it.
        private void heal(JsonNode call, Pair own, List<Pair> near) {
            healed++;
            boolean crashed = own.before().kind() == Kind.RAISED;
            crash |= crashed;
            spelled |= NewLiterals.areIn(call.path("arguments"), literals) || NewLiterals.areIn(own.after().value(), literals);
            List<Pair> telling = near.stream().filter(pair -> crashed ? pair.before().failsLike(own.before()) : pair.before().kind() == Kind.RETURNED).toList();
            int same = (int) telling.stream().filter(Pair::isAlike).count();
            alike += same;
            changed += telling.size() - same;
            byHeart |= knowsAPart(telling) && !addsAKind(own.after(), telling);
            constant |= isConstant(own.after(), telling);
        }

        /// Whether all is as before as soon as a part of the arguments is another one than the candidate spells out.
        private static boolean knowsAPart(List<Pair> near) {
            Map<String, List<Boolean>> alikeByPart = new HashMap<>();
            near.stream().filter(pair -> !pair.before().spelled().isEmpty())
                    .forEach(pair -> alikeByPart.computeIfAbsent(pair.before().spelled(), _ -> new ArrayList<>()).add(pair.isAlike()));
            return alikeByPart.values().stream().anyMatch(part -> part.size() >= ENOUGH_OF_A_PART && part.stream().allMatch(same -> same));
        }

        /// Whether the program still refuses in so many words what is not spelled out, and what is spelled out is computed from the rest:
        /// a kind of things was added then, not an answer.
        private static boolean addsAKind(CallOutcome own, List<Pair> near) {
            boolean refuses = near.stream().filter(pair -> !pair.before().spelled().isEmpty()).allMatch(pair -> pair.after().meant());
            return refuses && near.stream().anyMatch(pair -> pair.before().spelled().isEmpty() && !pair.isAlike() && pair.after().kind() == Kind.RETURNED
                    && !pair.after().value().equals(own.value()));
        }

        private static boolean isConstant(CallOutcome own, List<Pair> near) {
            Set<JsonNode> varied = new HashSet<>();
            near.forEach(pair -> varied.add(pair.before().value()));
            return varied.size() >= ENOUGH && !own.value().isBoolean() && !own.value().isNull() && !own.value().isMissingNode()
                    && near.stream().allMatch(pair -> pair.after().value().equals(own.value()));
        }

        Optional<String> doubt() {
            boolean alone = healed > 0 && changed == 0 && alike >= ENOUGH && (crash || spelled);
            if (alone || byHeart) {
                return Optional.of("it changes what happens with the test's very values, but not with values near them");
            }
            if (constant) {
                return Optional.of("it gives the test's answer to other questions, too");
            }
            return broken.map(how -> "with values near the tests' it " + how + " where the program worked");
        }
    }
}
