package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.localize.ValueFacts;
import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Blocks;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.Stmt;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A path handed to a reader that wants an open file: the file is opened around the call.
final class PathForFile implements RepairRule {
    private static final Pattern NO_FILE = Pattern.compile("'(?:str|\\w*Path)' object has no attribute 'read(?:line)?'|file must have 'read' and 'readline' attributes"
            + "|File must be opened in binary mode.*");
    private static final Set<String> READING = Set.of("json", "pickle", "tomllib", "marshal", "plistlib", "toml");
    private static final Set<String> BINARY = Set.of("pickle", "tomllib", "marshal", "plistlib");
    private static final Pattern A_PATH = Pattern.compile("\\w*Path\\(.*|'[^\\n{\\[<]*\\.\\w{1,7}'");

    @Override
    public String id() {
        return "path-for-file";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TYP.ATTRIBUTE", "SER.JSON_INPUT", "TYP.TYPE_ERROR", "OOP.CLASS_ATTRIBUTE");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        boolean simple = fault.statement().filter(s -> s instanceof Stmt.Return || s instanceof Stmt.Assign || s instanceof Stmt.ExprStmt).isPresent();
        if (!simple || fault.inTests() || fault.says(NO_FILE).isEmpty()) {
            return List.of();
        }
        return fault.expressions(Expr.Call.class).stream().filter(c -> isReader(c.function()) && !c.args().isEmpty() && isPath(fault, c.args().getFirst()))
                .limit(1).map(call -> opened(fault, fault.statement().orElseThrow(), call)).toList();
    }

    private static boolean isReader(Expr function) {
        return function instanceof Expr.Attribute a && a.attr().equals("load") && a.value() instanceof Expr.Name module && READING.contains(module.id());
    }

    private static boolean isPath(Fault fault, Expr argument) {
        Optional<String> seen = fault.valueOf(argument).map(ValueFacts::repr);
        return seen.map(s -> A_PATH.matcher(s).matches()).orElseGet(() -> argument instanceof Expr.Constant c && A_PATH.matcher("'" + c.value() + "'").matches());
    }

    private CandidatePatch opened(Fault fault, Stmt statement, Expr.Call call) {
        Expr path = call.args().getFirst();
        String indent = fault.source().indentOf(fault.source().lineOf(statement.start()));
        String unit = Blocks.of(fault.parsed()).indentUnit();
        boolean binary = call.function() instanceof Expr.Attribute a && BINARY.contains(fault.text(a.value()));
        String handle = fault.source().text().contains("handle") ? "handle" : "file";
        return draft(fault, "Open " + fault.text(path) + " first").rated(Tier.A, 0.93).because("The reader wants an open file, and this is where it lies.")
                .insert(statement.start(), "with open(" + fault.text(path) + (binary ? ", \"rb\"" : ", encoding=\"utf-8\"") + ") as " + handle + ":" + fault.source().eol() + indent + unit)
                .replace(path, handle).done();
    }
}
