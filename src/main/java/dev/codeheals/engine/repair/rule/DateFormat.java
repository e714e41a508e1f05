package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Tree;
import dev.codeheals.engine.source.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A date written otherwise than its format says. The message shows both, so the format follows the data; where old and new data tell
/// themselves apart by a sign, both are read.
final class DateFormat implements RepairRule {
    private static final Pattern MISMATCH = Pattern.compile("time data ['\"](.*?)['\"] does not match format ['\"](.*?)['\"]");
    private static final Pattern REMAINS = Pattern.compile("unconverted data remains: (.*)");
    private static final Pattern ISO = Pattern.compile("Invalid isoformat string: ['\"](.*?)['\"]");
    private static final Pattern DAYS = Pattern.compile("^(\\d{1,2})[./-](\\d{1,2})[./-]\\d");

    @Override
    public String id() {
        return "date-format";
    }

    @Override
    public Set<String> answers() {
        return Set.of("VAL.TIME_FORMAT");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        Optional<Matcher> mismatch = fault.says("ValueError", MISMATCH);
        List<CandidatePatch> patches = new ArrayList<>();
        if (mismatch.isPresent()) {
            written(mismatch.get().group(1), mismatch.get().group(2)).ifPresent(f -> {
                calls(fault, mismatch.get().group(1), f, patches);
                constants(fault, mismatch.get(), f, patches);
            });
        } else if (fault.says("ValueError", REMAINS).isPresent()) {
            remains(fault, fault.says("ValueError", REMAINS).get().group(1), patches);
            constantTooShort(fault, fault.says("ValueError", REMAINS).get().group(1), patches);
        } else {
            fault.says("ValueError", ISO).ifPresent(m -> written(m.group(1), "%Y-%m-%d").ifPresent(f -> isoCalls(fault, f, patches)));
        }
        return patches;
    }

    private void calls(Fault fault, String data, String format, List<CandidatePatch> patches) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (CallSite.last(call.function()).equals("strptime") && call.args().size() == 2 && call.args().get(1) instanceof Expr.Constant old) {
                String wanted = quoted(fault, old, format);
                either(fault, call, old, format, data).ifPresent(patches::add);
                patches.add(draft(fault, "Read dates as " + format).rated(Tier.A, 0.96).because("The data says `" + data + "`, which `" + old.value() + "` does not fit.")
                        .replace(old, wanted).done());
            }
        }
    }

    /// The format has a name: it is mended where that is set.
    private void constants(Fault fault, Matcher mismatch, String format, List<CandidatePatch> patches) {
        if (patches.isEmpty()) {
            named(fault).filter(c -> c.value().equals(mismatch.group(2))).ifPresent(c -> patches.add(draft(fault, "Read dates as " + format).rated(Tier.A, 0.95)
                    .because("The data says `" + mismatch.group(1) + "`, which `" + c.value() + "` does not fit.").replace(c, quoted(fault, c, format)).done()));
        }
    }

    /// A year of two digits takes the first two of four, and two remain.
    private void constantTooShort(Fault fault, String rest, List<CandidatePatch> patches) {
        Optional<Expr.Constant> format = named(fault).or(() -> fault.expressions(Expr.Constant.class).stream().filter(c -> c.value().contains("%")).findFirst());
        if (rest.matches("\\d\\d")) {
            format.filter(c -> c.value().endsWith("%y")).ifPresent(c -> patches.add(draft(fault, "Read years of four digits").rated(Tier.A, 0.95)
                    .because("The data goes on with `" + rest + "`.").replace(c, quoted(fault, c, c.value().replace("%y", "%Y"))).done()));
        }
    }

    /// What the name in second place of a strptime call was set to in this file.
    private static Optional<Expr.Constant> named(Fault fault) {
        return fault.expressions(Expr.Call.class).stream().filter(c -> CallSite.last(c.function()).equals("strptime") && c.args().size() == 2).map(c -> CallSite.last(c.args().get(1)))
                .filter(n -> !n.isEmpty()).flatMap(n -> Tree.of(fault.parsed()).all(Stmt.Assign.class).stream().filter(a -> CallSite.last(a.targets().getFirst()).equals(n)))
                .flatMap(a -> a.value() instanceof Expr.Constant c ? Stream.of(c) : Stream.empty()).findFirst();
    }

    /// Data of both kinds is read where a sign tells them apart and the value may be named twice.
    private Optional<CandidatePatch> either(Fault fault, Expr.Call call, Expr.Constant old, String format, String data) {
        Expr text = call.args().getFirst();
        boolean plain = text instanceof Expr.Name || text instanceof Expr.Attribute || text instanceof Expr.Subscript;
        Optional<String> sign = data.chars().mapToObj(c -> String.valueOf((char) c)).filter(c -> !c.matches("[\\d%A-Za-z]") || c.equals("T"))
                .filter(c -> !old.value().contains(c)).findFirst();
        boolean inData = plain && isInDataFile(fault, data);
        return !plain || sign.isEmpty() ? Optional.empty() : Optional.of(draft(fault, "Read dates as " + format + " or " + old.value())
                .rated(inData ? Tier.A : Tier.B, inData ? 0.96 : 0.6)
                .because("The data says `" + data + "` now; dates written as before are still read.")
                .replace(old, quoted(fault, old, format) + " if " + Quotes.literal(fault, sign.get()) + " in " + fault.text(text) + " else " + fault.text(old)).done());
    }

    /// Data that comes with the project has changed since the code was written; the code is not simply wrong.
    private static boolean isInDataFile(Fault fault, String data) {
        return DataFiles.hold(fault.project().root(), data);
    }

    private void remains(Fault fault, String rest, List<CandidatePatch> patches) {
        String more = rest.matches("[T ]\\d\\d:\\d\\d:\\d\\d\\.\\d+.*") ? rest.charAt(0) + "%H:%M:%S.%f" : rest.matches("[T ]\\d\\d:\\d\\d:\\d\\d.*") ? rest.charAt(0) + "%H:%M:%S"
                : rest.matches("[T ]\\d\\d:\\d\\d") ? rest.charAt(0) + "%H:%M" : rest.matches("\\.\\d+") ? ".%f" : rest.matches(":\\d\\d") ? ":%S" : rest.equals("Z") ? "Z"
                : rest.matches("[+-]\\d\\d:?\\d\\d") ? "%z" : "";
        String zone = more.endsWith("S") && rest.endsWith("Z") ? "Z" : "";
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (!more.isEmpty() && CallSite.last(call.function()).equals("strptime") && call.args().size() == 2 && call.args().get(1) instanceof Expr.Constant old) {
                patches.add(draft(fault, "Read the rest of the date too").rated(Tier.A, 0.94).because("The data goes on with `" + rest + "`.")
                        .replace(old, quoted(fault, old, old.value() + more + zone)).done());
            }
        }
    }

    private void isoCalls(Fault fault, String format, List<CandidatePatch> patches) {
        for (Expr.Call call : fault.expressions(Expr.Call.class)) {
            if (CallSite.last(call.function()).equals("fromisoformat") && call.function() instanceof Expr.Attribute a && call.args().size() == 1
                    && a.value() instanceof Expr.Name n && n.id().equals("datetime")) {
                patches.add(draft(fault, "Read dates as " + format).rated(Tier.A, 0.92).because("The text is no ISO date.")
                        .replace(a.nameStart(), a.end(), "strptime").insert(call.args().getFirst().end(), ", " + Quotes.literal(fault, format)).done());
            }
        }
    }

    private static String quoted(Fault fault, Expr.Constant old, String format) {
        String text = fault.text(old);
        String quote = text.substring(text.length() - 1);
        return quote + format + quote;
    }

    /// The format the data has; which of two small numbers is the day is taken from the old format.
    static Optional<String> written(String data, String old) {
        boolean monthFirst = old.contains("%m") && old.contains("%d") && old.indexOf("%m") < old.indexOf("%d") && !old.startsWith("%Y");
        Matcher days = DAYS.matcher(data);
        boolean second = days.find() && Integer.parseInt(days.group(2)) > 12;
        boolean first = days.hasMatch() && Integer.parseInt(days.group(1)) > 12;
        return WrittenDate.format(data, second || (monthFirst && !first)).filter(made -> !made.equals(old));
    }
}
