package dev.codeheals.engine.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.codeheals.engine.repair.CandidatePatch;
import dev.codeheals.engine.run.Cancellation;
import dev.codeheals.engine.run.Command;
import dev.codeheals.engine.run.Interpreter;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.Machine;
import dev.codeheals.engine.run.RunOutcome;
import dev.codeheals.engine.run.RunRequest;
import dev.codeheals.engine.verify.CopySessionTest.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where projects lie and what lies in them.
class SurroundingsTest {
    @TempDir
    Path temp;

    private Interpreter python;

    @BeforeEach
    void needsPython() {
        assumeTrue(Machine.python().isPresent(), "no Python 3.9 or newer on this machine");
        python = Machine.python().orElseThrow();
    }

    private boolean hasLandlock() {
        String question = "import ctypes, sys; sys.exit(ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) < 1)";
        return Machine.runner().run(RunRequest.of(Command.of(python.executable().toString(), "-c", question), temp, Limits.STANDARD, Machine.limitsOnly()),
                Cancellation.none()).passed();
    }

    private void heals(TestProject project, Interpreter by, Level level, String file, String bug, String fix, String... command) throws IOException {
        String before = project.fingerprint();
        try (VerificationSession session = project.open(by, level.sandbox(), 1, command)) {
            assertThat(session.baseline().outcome().text()).contains("NameError");
            assertThat(project.target(session).diagnosis().file()).isEqualTo(file);
            Verdict verdict = session.confirm(project.replacing(file, bug, fix), project.target(session));
            assertThat(verdict).as(verdict.summary()).isInstanceOf(Verdict.Plausible.class);
        }
        assertThat(project.fingerprint()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void theProjectsOwnEnvironmentIsUsedWhereItStands(Level level) throws IOException {
        TestProject project = TestProject.in(temp, "with its own").with("main.py", "import inhouse, sys\nprint(inhouse.WORD, sys.prefix, wrd)\n");
        RunOutcome made = Machine.runner().run(RunRequest.of(Command.of(python.executable().toString(), "-m", "venv", "--without-pip", ".venv"), project.root(),
                Limits.STANDARD, Machine.limitsOnly()), Cancellation.none());
        assumeTrue(made.passed(), "this Python makes no virtual environments");
        Interpreter own = Machine.interpreters().find(project.root(), Optional.empty(), true).orElseThrow();
        assertThat(own.executable()).startsWithRaw(project.root());
        project.with(".venv/lib/python" + own.major() + "." + own.minor() + "/site-packages/inhouse.py", "WORD = 'own'\n");
        heals(project, own, level, "main.py", "wrd", "1", ".venv/bin/python", "main.py");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void linksLeadIntoTheCopy(Level level) throws IOException {
        TestProject project = TestProject.in(temp, "real").with("src/pkg/__init__.py", "").with("src/pkg/mod.py", "def f():\n    return unknwn\n")
                .with("data/in.txt", "x").with("main.py", """
                import pathlib
                from pkg.mod import f
                assert pathlib.Path('shortcut/in.txt').read_text() == 'x'
                pathlib.Path('absolute/in.txt').write_text('changed')
                assert pathlib.Path('data/in.txt').read_text() == 'changed'
                print(f())
                """);
        Files.createSymbolicLink(project.root().resolve("pkg"), Path.of("src/pkg"));
        Files.createSymbolicLink(project.root().resolve("shortcut"), Path.of("data"));
        Files.createSymbolicLink(project.root().resolve("absolute"), project.root().resolve("data"));
        try (VerificationSession session = project.open(python, level.sandbox(), 1, "python3", "main.py")) {
            assertThat(session.baseline().outcome().text()).contains("NameError");
            Verdict verdict = session.confirm(project.replacing("src/pkg/mod.py", "unknwn", "1"), project.target(session));
            assertThat(verdict).as(verdict.summary()).isInstanceOf(Verdict.Plausible.class);
        }
        assertThat(project.read("data/in.txt")).isEqualTo("x");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aFolderReachedByALinkIsTheSameProject(Level level) throws IOException {
        TestProject project = TestProject.in(temp, "real").with("main.py", "print(nme)\n");
        Path link = Files.createSymbolicLink(temp.resolve("by a link"), project.root());
        try (VerificationSession session = new PatchVerifier(TestProject.REBANKER, Machine.runner(), project.cache(), 1)
                .open(link, Command.of("python3", "main.py"), python, Limits.STANDARD, level.sandbox(), Cancellation.none())) {
            assertThat(project.target(session).diagnosis().file()).isEqualTo("main.py");
            assertThat(session.confirm(project.replacing("main.py", "nme", "1"), project.target(session))).isInstanceOf(Verdict.Plausible.class);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Level.class, names = {"SANDBOX", "NAMESPACES"})
    void theProjectsAbsolutePathIsTheCopys(Level level) throws IOException {
        TestProject project = TestProject.in(temp);
        project.with("main.py", """
                import pathlib
                here = pathlib.Path(%s)
                (here / 'made.txt').write_text(str(here))
                print(open(here / 'made.txt').read(), nme)
                """.formatted("'" + project.root() + "'"));
        heals(project, python, level, "main.py", "nme", "1", "python3", "main.py");
        assertThat(project.root().resolve("made.txt")).doesNotExist();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aModuleOfTheProjectHidesTheOneTheWarmInterpreterHasLoaded(Level level) throws IOException {
        TestProject project = TestProject.in(temp, "hiding").with("json.py", "OWN = 'ours'\n").with("main.py", "import json\nprint(json.OWN, ons)\n");
        try (VerificationSession session = project.open(python, level.sandbox(), 1, "python3", "main.py")) {
            assertThat(session.baseline().outcome().text()).contains("NameError").doesNotContain("AttributeError");
            assertThat(((CopySession) session).isWarm()).isTrue();
            Verdict verdict = session.confirm(project.replacing("main.py", "ons", "len(json.OWN)"), project.target(session));
            assertThat(verdict).as(verdict.summary()).isInstanceOf(Verdict.Plausible.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aCandidateDoesNotWriteIntoTheFolderItself(Level level) throws IOException {
        assumeTrue(level != Level.LIMITS || hasLandlock(), "this kernel has no Landlock");
        TestProject project = TestProject.in(temp, "kept").with("ledger.txt", "untouched").with("main.py", "import os, sys\ntarget = None\nprint(trget)\n");
        String attack = """
                'x'
                for job in (lambda: open(HERE + '/ledger.txt', 'a').write('!'), lambda: os.remove(HERE + '/ledger.txt'),
                            lambda: os.mkdir(HERE + '/new'), lambda: os.system('echo more >> ' + HERE + '/ledger.txt')):
                    try: job()
                    except OSError: pass
                print(target)
                #""";
        String before = project.fingerprint();
        try (VerificationSession session = project.open(python, level.sandbox(), 1, "python3", "main.py")) {
            CandidatePatch hostile = project.replacing("main.py", "None\nprint(trget)", attack.replace("HERE", "'" + project.root() + "'"));
            session.confirm(hostile, project.target(session));
        }
        assertThat(project.fingerprint()).isEqualTo(before);
        assertThat(project.read("ledger.txt")).isEqualTo("untouched");
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void aProgramOfTheProjectIsFoundByItsRelativePath(Level level) throws IOException {
        TestProject project = TestProject.in(temp).with("tools/go", "#!/bin/sh\nexec python3 main.py\n").with("main.py", "print(nme)\n");
        assertThat(project.root().resolve("tools/go").toFile().setExecutable(true)).isTrue();
        heals(project, python, level, "main.py", "nme", "1", "tools/go");
    }
}
