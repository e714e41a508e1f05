package dev.codeheals.proof;

import dev.codeheals.engine.repair.FileEdit;
import dev.codeheals.engine.repair.Replacement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// More than two hundred patches nobody should apply, and beside each one that is the same but for its trick.
final class HostilePatches {
    private final List<Case> cases = new ArrayList<>();

    private HostilePatches() {}

    /// Prepares a project before the patch comes.
    @FunctionalInterface
    interface Setup {
        void in(Path project, Path outside) throws IOException;
    }

    /// @param hostile the edits that must be refused
    /// @param twin    the edits that must be accepted
    record Case(String family, String what, Setup setup, List<FileEdit> hostile, List<FileEdit> twin) {
        @Override
        public String toString() {
            return family + ": " + what;
        }
    }

    static List<Case> all() {
        HostilePatches catalogue = new HostilePatches();
        catalogue.parentEscapes();
        catalogue.absolutePaths();
        catalogue.links();
        catalogue.linksMadeOnTheWay();
        catalogue.hardLinks();
        catalogue.protectedMetadata();
        catalogue.runningByItself();
        catalogue.headerTricks();
        catalogue.modesAndTypes();
        catalogue.sizes();
        catalogue.names();
        catalogue.testsUnderOtherNames();
        return List.copyOf(catalogue.cases);
    }

    /// The project every case starts from.
    static void project(Path root) throws IOException {
        write(root, "app.py", "import json\n\nprint(jsn.dumps({}))\n");
        write(root, "pkg/__init__.py", "");
        write(root, "pkg/util.py", "def add(a, b):\n    return a - b\n");
        write(root, "pkg/sub/__init__.py", "");
        write(root, "pkg/sub/deep.py", "VALUE = 1\n");
        write(root, "tests/test_util.py", "from pkg.util import add\n\n\ndef test_add():\n    assert add(1, 2) == 3\n");
        write(root, "pyproject.toml", "[project]\nname = 'x'\n");
        write(root, "requirements.txt", "requests\n");
        write(root, ".git/config", "[core]\n");
        write(root, ".env", "TOKEN=1\n");
    }

    private static void write(Path root, String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }

    private static List<FileEdit> edit(String file) {
        return List.of(FileEdit.of(file, Replacement.insert(0, "x = 1\n")));
    }

    private static List<FileEdit> make(String file) {
        return List.of(new FileEdit(file, true, List.of(Replacement.insert(0, "x = 1\n"))));
    }

    private void add(String family, String what, Setup setup, List<FileEdit> hostile, List<FileEdit> twin) {
        cases.add(new Case(family, what, setup, hostile, twin));
    }

    private void make(String family, String path, String twin) {
        add(family, "make " + path, (_, _) -> { }, make(path), make(twin));
    }

    private void edit(String family, String path, String twin) {
        add(family, "edit " + path, (_, _) -> { }, edit(path), edit(twin));
    }

    private void parentEscapes() {
        String family = "parent escape";
        for (String path : List.of("../x.py", "pkg/../../x.py", "pkg/../app.py", "./../x.py", "..", "pkg/..", "../../etc/cron.d/x.py", "..\\x.py",
                "pkg\\..\\..\\x.py", "%2e%2e/x.py", "..%2fx.py", "pkg/%2E%2E/%2E%2E/x.py", "..%5cx.py", "%252e%252e/x.py")) {
            make(family, path, "pkg/new_" + cases.size() + ".py");
        }
        for (String path : List.of("../outside/canary.py", "pkg/../../outside/canary.py", "pkg/sub/../../../outside/canary.py", ".../x.py", ".. /x.py",
                "..\u200b/x.py", "\u2025/x.py", "\uff0e\uff0e/x.py", "pkg/\u2024\u2024/x.py", "..\uff0fx.py")) {
            edit(family, path, "pkg/util.py");
        }
    }

    private void absolutePaths() {
        String family = "absolute path";
        for (String path : List.of("/etc/passwd.py", "//etc/x.py", "/x.py", "C:/x.py", "c:\\x.py", "C:x.py", "\\\\server\\share\\x.py", "//server/share/x.py",
                "\\\\?\\C:\\x.py", "\\\\.\\PhysicalDrive0", "~/x.py", "~root/x.py", "file:///etc/x.py", "file:x.py", "http://a.b/x.py",
                "/proc/self/cwd/app.py", "/dev/stdout", "\uff0fetc/x.py", "\uff5e/x.py", "data:text/x.py")) {
            make(family, path, "pkg/plain_" + cases.size() + ".py");
        }
    }

    private void links() {
        String family = "existing link";
        List<String> targets = List.of("..", "../outside", "/nowhere", "/proc/self/cwd", "./pkg/sub", "../outside/deep", "./..", "pkg/../..", "chain");
        for (String target : targets) {
            Setup setup = (project, _) -> {
                Files.createSymbolicLink(project.resolve("chain"), Path.of("../outside"));
                Files.createSymbolicLink(project.resolve("way"), Path.of(target));
            };
            add(family, "make through a folder linked to " + target, setup, make("way/new.py"), make("pkg/new.py"));
        }
        for (String target : List.of("../outside/canary.py", "/etc/passwd", "/proc/self/environ", "/dev/null", "chain/canary.py", "missing.py",
                ".git/config", ".env", "tests/test_util.py")) {
            Setup setup = (project, _) -> {
                Files.createSymbolicLink(project.resolve("chain"), Path.of("../outside"));
                Files.createSymbolicLink(project.resolve("link.py"), Path.of(target));
                Files.createSymbolicLink(project.resolve("inside.py"), Path.of("pkg/util.py"));
            };
            add(family, "edit a file linked to " + target, setup, edit("link.py"), edit("inside.py"));
        }
    }

    // A patch cannot make links here; what is left is a link or file that stands where the patch wants a folder or a new file.
    private void linksMadeOnTheWay() {
        String family = "link on the way";
        for (String target : List.of("../outside", "/nowhere", "..", ".", "../outside/deep", "../sub", "../../outside")) {
            Setup setup = (project, _) -> Files.createSymbolicLink(project.resolve("pkg/late"), Path.of(target));
            add(family, "new file below a link to " + target, setup, make("pkg/late/new.py"), make("pkg/early/new.py"));
            add(family, "new file in place of a link to " + target, setup, make("pkg/late"), make("pkg/early.py"));
        }
    }

    private void hardLinks() {
        String family = "hard link";
        for (String file : List.of("pkg/util.py", "app.py", "pkg/sub/deep.py")) {
            add(family, file + " and a file outside", (project, outside) -> Files.createLink(outside.resolve("twin"), project.resolve(file)), edit(file),
                    edit(file.equals("app.py") ? "pkg/util.py" : "app.py"));
            add(family, file + " and a protected file", (project, _) -> Files.createLink(project.resolve(".git/twin"), project.resolve(file)),
                    edit(file), edit(file.equals("app.py") ? "pkg/util.py" : "app.py"));
        }
    }

    private void protectedMetadata() {
        String family = "protected metadata";
        for (String path : List.of(".git/hooks/pre-commit", ".GIT/config.py", ".git./config", ".git /config", "git~1/config", "GIT~2/x.py",
                ".g\u200cit/config", ".git\u200b/x.py", ".git:stream/x.py", ".git::$INDEX_ALLOCATION/x.py", "\uff0egit/config", "pkg/.git/config", ".git",
                ".gitmodules", ".gitattributes", ".hg/hgrc", ".svn/x.py", ".bzr/x.py", ".idea/x.py", ".vscode/settings.json", ".github/workflows/x.yml",
                ".gitlab-ci.yml", ".circleci/config.yml", "Jenkinsfile", ".env", ".env.local", ".envrc", ".venv/lib/x.py", "venv/bin/activate_this.py",
                "node_modules/x.py", "site-packages/x.py", "pkg/__pycache__/util.py", ".bashrc", ".ssh/authorized_keys", ".mcp.json", ".codeheals/x.py")) {
            make(family, path, "pkg/data_" + cases.size() + ".py");
        }
    }

    private void runningByItself() {
        String family = "runs by itself";
        for (String path : List.of("sitecustomize.py", "usercustomize.py", "SiteCustomize.py", "pkg/sitecustomize.py", "sitecustomize/__init__.py", "x.pth",
                "easy-install.pth", "pkg/x.pth", "conftest.py", "tests/conftest.py", "setup.py", "setup.cfg", "pyproject.toml", "pytest.ini", "tox.ini",
                "noxfile.py", "json.py", "json/__init__.py", "tests/os.py", "tests/test_new.py")) {
            make(family, path, "pkg/module_" + cases.size() + ".py");
        }
    }

    // What is left of a trick in a header is the name that was read from it.
    private void headerTricks() {
        String family = "header trick";
        for (String path : List.of("/dev/null", "dev/null\n+++ b/x.py", "app.py\u0000.txt", "app.py\n", "\napp.py", "app.py\r", "\"a\\303\\251.py\"",
                "app.py => ../x.py", "{app.py => ../x.py}", "a.py\tb.py", "app.py b/../x.py", "Move to: ../x.py", "rename from app.py", "--- app.py", "-rf",
                "app.py;rm.py", "$(touch x).py", "`touch x`.py", "app.py|x.py", "app.py*")) {
            make(family, path, "pkg/header_" + cases.size() + ".py");
        }
    }

    private void modesAndTypes() {
        String family = "mode or type";
        for (int mode : new int[] {04755, 02755, 06755, 01755}) {
            Setup setup = (project, _) -> Files.setAttribute(project.resolve("app.py"), "unix:mode", 0100000 | mode);
            add(family, "mode " + Integer.toOctalString(mode), setup, edit("app.py"), edit("pkg/util.py"));
        }
        add(family, "read-only file", (project, _) -> Files.setPosixFilePermissions(project.resolve("app.py"),
                PosixFilePermissions.fromString("r--r--r--")), edit("app.py"), edit("pkg/util.py"));
        add(family, "a folder for a file", (project, _) -> Files.createDirectory(project.resolve("box.py")), edit("box.py"), edit("app.py"));
        add(family, "a file for a folder", (_, _) -> { }, make("app.py/x.py"), make("pkg/x.py"));
        add(family, "another repository's file", (project, _) -> {
            write(project, "sub/.git", "gitdir: ../.git/modules/sub\n");
            write(project, "sub/a.py", "x = 1\n");
        }, edit("sub/a.py"), edit("app.py"));
        add(family, "a shell script", (project, _) -> write(project, "run.sh", "#!/bin/sh\n"), edit("run.sh"), edit("app.py"));
        add(family, "a virtual environment under another name", (project, _) -> {
            write(project, "py/pyvenv.cfg", "home = /usr/bin\n");
            write(project, "py/lib/a.py", "x = 1\n");
        }, edit("py/lib/a.py"), edit("app.py"));
    }

    private void sizes() {
        String family = "size";
        String wide = "x = 1\n".repeat(200_000);
        String line = "x = '" + "a".repeat(2_000_000) + "'\n";
        add(family, "a million bytes", (_, _) -> { }, written("pkg/big.py", wide), make("pkg/small.py"));
        add(family, "one endless line", (_, _) -> { }, written("pkg/line.py", line), make("pkg/small.py"));
        add(family, "an edit that grows a file", (_, _) -> { }, List.of(FileEdit.of("app.py", Replacement.insert(0, wide))), edit("app.py"));
        for (int count : new int[] {13, 50, 500}) {
            List<FileEdit> many = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                many.addAll(make("pkg/part_" + i + ".py"));
            }
            add(family, count + " files", (_, _) -> { }, List.copyOf(many), List.copyOf(many.subList(0, 10)));
        }
        for (int start : new int[] {1_000, 100_000, Integer.MAX_VALUE - 8}) {
            add(family, "an edit at " + start, (_, _) -> { }, List.of(FileEdit.of("app.py", new Replacement(start, start, "x"))), edit("app.py"));
            add(family, "an edit up to " + start, (_, _) -> { }, List.of(FileEdit.of("app.py", new Replacement(0, start, "x"))), edit("app.py"));
        }
        add(family, "two edits of one file under two names", (_, _) -> { }, List.of(make("pkg/Same.py").getFirst(), make("pkg/same.py").getFirst()),
                List.of(make("pkg/one.py").getFirst(), make("pkg/two.py").getFirst()));
        add(family, "a hundred thousand hunks", (project, _) -> write(project, "pkg/long.py", "x = 1\n".repeat(100_000)),
                List.of(new FileEdit("pkg/long.py", false, everyLine(100_000))), List.of(new FileEdit("pkg/util.py", false, everyLine(2))));
    }

    private static List<Replacement> everyLine(int lines) {
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            replacements.add(Replacement.insert(i * 6, "y = 2\n"));
        }
        return replacements;
    }

    private static List<FileEdit> written(String file, String text) {
        return List.of(new FileEdit(file, true, List.of(Replacement.insert(0, text))));
    }

    // The trick is what the file is for; its twin is a file of the same look that the program is made of.
    private void testsUnderOtherNames() {
        String check = "def same(a, b):\n    assert a == b\n";
        String test = "def test_add():\n    assert 1 + 1 == 2\n";
        file("runtests.py", "import suite\n", "runner.py");
        file("tools/run_tests.py", "import suite\n", "tools/run_all.py");
        file("pkg/test_runner.py", "import suite\n", "pkg/task_runner.py");
        file("testing/compare.py", check, "comparing/compare.py");
        file("test_utils/compare.py", check, "text_utils/compare.py");
        file("acceptance_tests/steps.py", check, "acceptance/steps.py");
        file("features/steps/cart.py", check, "features/cart/steps.py");
        file("checks/check_cart.py", "import unittest\n" + check, "checks/check_stock.py");
        file("pkg/CartTest.py", "import pytest\n" + check, "pkg/Latest.py");
        file("specs/cart_spec.py", "import pytest\n" + check, "specs/cart_special.py");
        file("acceptance/cart.py", test, "acceptance/stock.py");
        file("pkg/plugin.py", "def pytest_runtest_call(item):\n    pass\n", "pkg/plugins.py");
        file("pkg/shared.py", "import pytest\n\n\n@pytest.fixture\ndef cart():\n    return []\n", "pkg/sharing.py");
        file("docs/conf.py", "project = 'x'\n", "pkg/conf.py");
        file("conanfile.py", "name = 'x'\n", "canfile.py");
        file("locustfile.py", "name = 'x'\n", "locust.py");
        file("pavement.py", "name = 'x'\n", "paving.py");
        file("versioneer.py", "name = 'x'\n", "version.py");
    }

    private void file(String file, String text, String twin) {
        add("test or tool under another name", file, (project, _) -> {
            write(project, file, text);
            write(project, twin, "def same(a, b):\n    return a == b\n");
        }, edit(file), edit(twin));
    }

    private void names() {
        String family = "name";
        for (String path : List.of("pkg/a\ufffd.py", "pkg/a\ud800.py", "pkg/a\u202ecod.py", "pkg/a\u200b.py", "pkg/\ufeffa.py", "pkg/a.py.", "pkg/a.py ",
                "pkg/ a.py", "con.py", "pkg/NUL", "aux.py", "pkg/com1.py", "pkg/lpt1.txt.py", "pkg/" + "a".repeat(260) + ".py",
                "pkg/" + "ä".repeat(140) + ".py", "PKG/new.py", "pkg/Util.py", "App.py")) {
            make(family, path, "pkg/name_" + cases.size() + ".py");
        }
    }
}
