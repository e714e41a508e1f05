package dev.codeheals.engine.repair.rule;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.repair.Replacement;
import dev.codeheals.engine.repair.Suggestion;
import dev.codeheals.engine.repair.Tier;
import dev.codeheals.engine.source.Expr;
import dev.codeheals.engine.source.ModuleInfo;
import dev.codeheals.engine.source.Names;
import dev.codeheals.engine.source.Stmt;
import dev.codeheals.engine.source.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A test asks for a fixture by a name that is nearly that of one that exists.
///
/// Tests are locked as a rule, and then the advice names both; where they may be changed, or the fixture's own file may, an edit is proposed.
final class MisspeltFixture implements RepairRule {
    private static final Pattern UNKNOWN = Pattern.compile("fixture '(\\w+)' not found");
    private static final Set<String> BUILT_IN = Set.of("cache", "capfd", "capfdbinary", "caplog", "capsys", "capsysbinary", "doctest_namespace", "monkeypatch", "pytestconfig",
            "record_property", "record_testsuite_property", "recwarn", "request", "testdir", "tmp_path", "tmp_path_factory", "tmpdir", "tmpdir_factory");

    private record Defined(ModuleInfo module, Stmt.FunctionDef function) {
        String name() {
            return function.name().id();
        }
    }

    @Override
    public String id() {
        return "misspelt-fixture";
    }

    @Override
    public Set<String> answers() {
        return Set.of("TST.FIXTURE_MISSING");
    }

    @Override
    public List<CandidatePatch> propose(Fault fault) {
        return unknown(fault).stream().flatMap(wanted -> near(fault, wanted).stream().flatMap(meant ->
                Stream.concat(asked(fault, wanted, meant).stream(), defined(fault, wanted, meant).stream()))).toList();
    }

    @Override
    public List<Suggestion> suggest(Fault fault) {
        return unknown(fault).flatMap(wanted -> near(fault, wanted).map(meant -> {
            String home = fixtures(fault).filter(f -> f.name().equals(meant)).findFirst().map(f -> " in " + f.module().path()).orElse("");
            return new Suggestion(id(), "No fixture is called `" + wanted + "`, but `" + meant + "`" + home + " is.",
                    "Write `" + meant + "` in " + fault.file() + ":" + fault.line() + ", or allow changes to tests and heal again.");
        })).stream().toList();
    }

    private static Optional<String> unknown(Fault fault) {
        return fault.says(UNKNOWN).map(m -> m.group(1));
    }

    private static Optional<String> near(Fault fault, String wanted) {
        Set<String> known = Stream.concat(fixtures(fault).map(Defined::name), BUILT_IN.stream()).collect(Collectors.toSet());
        return Nearness.of(wanted, known).stream().findFirst().map(Names.Match::name);
    }

    private static Stream<Defined> fixtures(Fault fault) {
        return fault.project().pythonFiles().stream().flatMap(path -> fault.modules().byPath(path).stream())
                .filter(m -> m.parsed().source().text().contains("fixture"))
                .flatMap(m -> Tree.of(m.parsed()).all(Stmt.FunctionDef.class).stream().filter(MisspeltFixture::isFixture).map(f -> new Defined(m, f)));
    }

    private static boolean isFixture(Stmt.FunctionDef function) {
        return function.decorators().stream().map(d -> d instanceof Expr.Call call ? call.function() : d).anyMatch(d -> CallSite.last(d).equals("fixture"));
    }

    /// The parameter of every test here that asks for it, and what they do with it.
    private Optional<CandidatePatch> asked(Fault fault, String wanted, String meant) {
        Draft draft = draft(fault, "Ask for the fixture " + meant).rated(Tier.B, 0.9).because("There is no fixture `" + wanted + "`; `" + meant + "` is the nearest there is.");
        fault.tree().all(Stmt.FunctionDef.class).forEach(f -> f.args().parameters().stream().filter(p -> p.name().equals(wanted)).forEach(p -> {
            draft.replace(p.start(), p.start() + wanted.length(), meant);
            f.body().stream().flatMap(Tree::walk).filter(n -> n instanceof Expr.Name name && name.id().equals(wanted)).forEach(n -> draft.replace(n, meant));
        }));
        return draft.unlessEmpty();
    }

    /// The fixture itself, where it is no test's and nothing else asks for it by its name.
    private Optional<CandidatePatch> defined(Fault fault, String wanted, String meant) {
        Matcher asked = Pattern.compile("[(,]\\s*" + meant + "\\s*[,):=]").matcher("");
        boolean used = fault.project().pythonFiles().stream().flatMap(p -> fault.project().file(p).stream()).anyMatch(s -> asked.reset(s.text()).find());
        return fixtures(fault).filter(f -> f.name().equals(meant) && !used && !ProjectFiles.isTest(f.module().path())).findFirst().map(f ->
                draft(fault, "Call the fixture " + wanted).rated(Tier.B, 0.85).because("Tests ask for `" + wanted + "`, and nobody for `" + meant + "`.")
                        .edit(f.module().path(), new Replacement(f.function().name().start(), f.function().name().end(), wanted)).done());
    }
}
