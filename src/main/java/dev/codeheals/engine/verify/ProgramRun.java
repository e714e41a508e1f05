package dev.codeheals.engine.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codeheals.engine.run.Limits;
import dev.codeheals.engine.run.PythonCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// One run of a Python program inside the application's own runner.
///
/// @param mode   how it is run: a script, a module, code, pytest as module or console script, unittest
/// @param target what is run; empty for test runners
/// @param args   the program's arguments
/// @param wishes what it should do besides
record ProgramRun(String mode, String target, List<String> args, Set<Wish> wishes) {
    private static final Set<String> FLAGS = Set.of("--quiet", "--verbose", "--exitfirst", "--no-header", "--no-summary", "--showlocals",
            "--strict-markers");

    enum Wish {
        /// Write bytecode of the modules it imports; only where nothing but the copy can be written.
        BYTECODE,
        /// Name the installed modules it imports.
        MODULES,
        /// Record values and coverage.
        FACTS
    }

    ProgramRun {
        args = List.copyOf(args);
        wishes = Set.copyOf(wishes);
    }

    static ProgramRun of(PythonCommand command, Set<Wish> wishes) {
        String mode = switch (command.kind()) {
            case SCRIPT -> "script";
            case CODE -> "code";
            case PYTEST -> "pytest-console";
            case MODULE -> command.isPytest() ? "pytest" : command.isUnittest() ? "unittest" : "module";
        };
        return new ProgramRun(mode, command.target(), command.arguments(), wishes);
    }

    ProgramRun with(Set<Wish> others) {
        return new ProgramRun(mode, target, args, others);
    }

    ProgramRun without(Wish wish) {
        return with(wishes.stream().filter(w -> w != wish).collect(Collectors.toSet()));
    }

    boolean runsTests() {
        return mode.startsWith("pytest") || mode.equals("unittest");
    }

    /// The same run with only these tests.
    ///
    /// @param root the folder pytest's ids start at
    ProgramRun only(Set<String> ids, String root) {
        List<String> words = new ArrayList<>();
        if (mode.equals("unittest")) {
            words.addAll(args);
            ids.stream().sorted().forEach(id -> words.addAll(List.of("-k", id)));
        } else {
            words.addAll(args.stream().filter(word -> word.startsWith("-")).toList());
            ids.stream().sorted().forEach(id -> words.add(root.isEmpty() ? id : root + "/" + id));
        }
        return new ProgramRun(mode, target, words, wishes);
    }

    /// Whether {@link #only} can pick tests out of this run.
    ///
    /// An option with a separate value cannot be told from a path by its looks, so such commands run whole.
    boolean canPick() {
        return mode.equals("unittest") || (mode.startsWith("pytest") && args.stream().allMatch(ProgramRun::standsAlone));
    }

    private static boolean standsAlone(String word) {
        boolean longOption = word.startsWith("--") && (word.contains("=") || FLAGS.contains(word));
        return longOption || !word.startsWith("-") || word.matches("-[qvxsl]+|-r[a-zA-Z]+");
    }
    ObjectNode request(String folder, List<String> changed, Limits limits, boolean ownNamespace) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("op", "run").put("mode", mode).put("target", target).put("cwd", folder);
        args.forEach(node.putArray("args")::add);
        changed.forEach(node.putArray("compile")::add);
        node.put("seconds", limits.wallTime().toMillis() / 1000.0).put("kept", limits.keptOutput()).put("processes", limits.processes());
        node.put("bytecode", wishes.contains(Wish.BYTECODE)).put("modules", wishes.contains(Wish.MODULES));
        node.put("facts", wishes.contains(Wish.FACTS));
        ObjectNode bounds = node.putObject("limits").put("data", limits.memory()).put("as", limits.memory() * 8).put("fsize", limits.fileSize());
        bounds.put("core", 0).put("nofile", 4096);
        if (ownNamespace) {
            bounds.put("nproc", limits.processes());
        }
        return node;
    }
}
